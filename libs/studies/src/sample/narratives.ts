/**
 * Texts as safety physicians and monitors write them. They tell study days and weekdays, no dates: an import may
 * move the study by whole weeks, and does not rewrite texts.
 */
import { ARMS } from './protocol.ts';
import type { Subject } from './subject.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Day 0 of the trial is a Monday. */
const weekday = (day: number): string => WEEKDAYS[day % 7] ?? '';

const studyDay = ({ baseline }: Subject, day: number): string => `study day ${day - (baseline ?? day) + 1}`;

const who = ({ id, age, sex }: Subject): string =>
  `Subject ${id}, a ${age}-year-old ${sex === 'F' ? 'woman' : 'man'},`;

export const pneumoniaNarrative = (
  subject: Subject,
  monday: number,
): string => `# Serious adverse event: pneumonia

**Subject** ${subject.id} · **Site** ${subject.site.id}, ${subject.site.city} · **Onset** ${weekday(monday + 1)}, ${studyDay(subject, monday + 1)}

${who(subject)} came to the emergency department with a productive cough, fever up to 39.4 °C and shortness of breath on exertion that had begun two days before. Oxygen saturation on room air was 91 %. The chest radiograph showed a consolidation of the right lower lobe; leukocytes were raised.

## Course

1. Admitted the same evening; study treatment was interrupted on admission.
2. Intravenous amoxicillin/clavulanic acid from the first hour, changed to oral treatment when the fever had settled.
3. Blood cultures were sterile after 48 hours; urinary antigen for *Streptococcus pneumoniae* was positive.

| Day | Temperature (°C) | SpO₂ (%) | C-reactive protein (mg/L) |
|---|---|---|---|
| Admission | 39.4 | 91 | 212 |
| Day 2 | 38.1 | 94 | 148 |
| Day 3 | 37.2 | 96 | 71 |

## Assessment

The investigator considers the event **remotely related** to study treatment: pneumococcal infection after a week at home with an ill child is a sufficient explanation. The sponsor's physician agrees, and notes that this is the second serious infection in the study. The subject was still in hospital when this report was written; discharge is expected within the week.
`;

const armOf = ({ arm }: Subject): string => (arm ?? ARMS[0])?.name ?? '';

export const liverNarrative = (subject: Subject, monday: number): string => `# Liver signal under evaluation

**Subject** ${subject.id} · **Site** ${subject.site.id}, ${subject.site.city} · **Found** ${weekday(monday + 2)}, ${studyDay(subject, monday + 2)}

${who(subject)} attended an unscheduled visit after reporting dark urine and tiredness for three days. Results of that visit:

| Test | Result (× ULN) |
|---|---|
| ALT | 6.2 |
| AST | 5.1 |
| Bilirubin | 2.6 |
| Alkaline phosphatase | 1.3 |

ALT ≥ 3 × ULN together with bilirubin ≥ 2 × ULN, without cholestasis, makes the subject a **potential Hy’s law case**. All values had been normal at every earlier visit.

Study treatment was stopped the same day. Serology for hepatitis A, B, C and E, autoantibodies and an ultrasound of the liver have been requested; paracetamol use of up to 2 g a day in the week before is documented. For the hepatologist’s decision the site broke the treatment code on ${weekday(monday + 3)}: the subject was receiving ${armOf(subject)}. The study team remains blinded to all other subjects.

Next laboratory control: within 72 hours, then twice a week until the values are back below 1.5 × ULN.
`;

export const fatalNarrative = (subject: Subject): string => {
  const day = subject.end?.day ?? 0;
  return `Narrative of a fatal adverse event

Subject ${subject.id}, site ${subject.site.id} (${subject.site.city})
Event: acute myocardial infarction. Onset on ${studyDay(subject, day - 1)}, death on ${studyDay(subject, day)}.

${who(subject)} with long-standing hypertension collapsed at home in the early morning. The emergency physician found ventricular fibrillation; after defibrillation the electrocardiogram showed ST-segment elevation in leads V2 to V5. The subject was taken to the catheter laboratory, where the left anterior descending artery was found occluded, and died during the intervention in cardiogenic shock. No autopsy was performed.

The last dose of study treatment was taken the day before. The investigator considers the event remotely related. The Data Monitoring Committee was informed within 24 hours and recommended to continue the study unchanged.
`;
};

export const monitoringLetter = (
  site: string,
  city: string,
  monday: number,
): string => `Monitoring visit, site ${site} (${city}), ${weekday(monday + 1)}

Present: principal investigator, study coordinator, monitor.

Source data of nine subjects were compared with the case report forms; 214 data points, 3 discrepancies, all corrected during the visit. Drug accountability is complete. Two informed consent forms carry the right signature but the wrong version in the footer: re-consent at the next visit has been agreed.

The refrigerator's log shows 9.6 °C for 40 minutes last ${weekday(monday + 3)}; the stock was put into quarantine and released by the sponsor the next day.

Open: the coordinator's training certificate (due in two weeks); query backlog of 17, none older than ten days.
`;

export const silentSiteNote = (
  site: string,
  city: string,
): string => `Site ${site} (${city}): no data since four weeks

The site has entered nothing since its coordinator left. Calls on Monday and Wednesday were not returned; the principal investigator answered by e-mail that a replacement starts next month.

Agreed: the monitor visits on site next week, and subjects under treatment are seen by the sub-investigator in the meantime. Until then no new subject may be screened there.
`;

export const DATA_REVIEW = `# Weekly data review

- Screening is slightly ahead of plan; two new subjects this week.
- Missing dates: a handful of adverse events have a start that is known to the month or year only. Sites have been asked; nothing is to be imputed.
- Vital signs: no systematic difference between sites. Site 103 rounds blood pressure to even numbers.
- The laboratory's new reference range for creatinine (53–106 µmol/L) applies to all samples from the start of the study.
`;

export const dermatologyNote = (
  subject: Subject,
  day: number,
): string => `Photograph review, subject ${subject.id}, ${studyDay(subject, day)}

Plaques on the trunk have flattened since baseline; scaling has nearly gone, redness remains. PASI estimated from the photographs: 6.8 (baseline 15.2). Quality of the photographs is good; scale and colour card are in the frame.
`;
