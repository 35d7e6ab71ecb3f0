/** SDTM rows of the simulated subjects, domain by domain. */
import type { SdtmRow } from '@rounds/contracts/received';
import { laboratory, vitalSigns } from './findings.ts';
import { FIRST_DAY, MEDICATIONS, STUDY_ID, TITLE } from './protocol.ts';
import { randomFrom, type Random } from './random.ts';
import { dateOf, numbered, rowOf, studyDay } from './row-of.ts';
import type { AdverseEvent, Subject } from './subject.ts';

const isRandomised = ({ baseline }: Subject): boolean => baseline !== null;

const demographics = (subject: Subject): SdtmRow[] => {
  const { arm, baseline, end, visits, events } = subject;
  const last = end?.day ?? visits.at(-1)?.day ?? subject.screening;
  const failed = end?.reason === 'SCREEN FAILURE';
  const died = events.find(({ fatal }) => fatal);
  return [
    rowOf('DM', subject, {
      SUBJID: subject.number,
      RFSTDTC: baseline === null ? null : dateOf(baseline),
      RFENDTC: baseline === null ? null : dateOf(last),
      RFICDTC: dateOf(subject.screening),
      RFPENDTC: dateOf(last),
      DTHDTC: died?.end === null || died === undefined ? null : dateOf(died.end),
      DTHFL: died === undefined ? null : 'Y',
      SITEID: subject.site.id,
      AGE: subject.age,
      AGEU: 'YEARS',
      SEX: subject.sex,
      RACE: subject.race,
      ARMCD: arm?.code,
      ARM: arm?.name,
      ACTARMCD: arm?.code,
      ACTARM: arm?.name,
      ARMNRS: failed ? 'SCREEN FAILURE' : arm === null ? 'NOT ASSIGNED' : null,
      COUNTRY: subject.site.country,
      DMDTC: dateOf(subject.screening),
      DMDY: studyDay(subject.screening, subject),
    }),
  ];
};

const dispositions = (subject: Subject): SdtmRow[] => {
  const { baseline, end, screening } = subject;
  const milestone = (term: string, day: number) => ({ term, category: 'PROTOCOL MILESTONE', day });
  const steps = [
    milestone('INFORMED CONSENT OBTAINED', screening),
    ...(baseline === null ? [] : [milestone('RANDOMIZED', baseline)]),
    ...(end === null ? [] : [{ term: end.reason, category: 'DISPOSITION EVENT', day: end.day }]),
  ];
  const rows = steps.map(({ term, category, day }) => ({
    DSTERM: term,
    DSDECOD: term,
    DSCAT: category,
    DSSTDTC: dateOf(day),
    DSSTDY: studyDay(day, subject),
  }));
  return numbered('DSSEQ', rows).map((row) => rowOf('DS', subject, row));
};

const visits = (subject: Subject): SdtmRow[] =>
  subject.visits.map(({ number, name, day }) =>
    rowOf('SV', subject, {
      VISITNUM: number,
      VISIT: name,
      SVSTDTC: dateOf(day),
      SVENDTC: dateOf(day),
      SVSTDY: studyDay(day, subject),
    }),
  );

/** From each visit that hands out the drug to the next one. */
const exposure = (subject: Subject): SdtmRow[] => {
  const { arm } = subject;
  if (arm === null) return [];
  const handed = subject.visits.filter(({ number }) => number >= 2 && number <= 6);
  const rows = handed.slice(0, -1).map((visit, index) => ({
    EXTRT: arm.treatment,
    EXDOSE: arm.dose,
    EXDOSU: 'mg',
    EXDOSFRM: 'TABLET',
    EXDOSFRQ: 'QD',
    EXROUTE: 'ORAL',
    VISITNUM: visit.number,
    VISIT: visit.name,
    EXSTDTC: dateOf(visit.day),
    EXENDTC: dateOf((handed[index + 1]?.day ?? visit.day) - 1),
    EXSTDY: studyDay(visit.day, subject),
  }));
  return numbered('EXSEQ', rows).map((row) => rowOf('EX', subject, row));
};

const PRECISION = { day: 10, month: 7, year: 4, none: 0 } as const;

const outcomeOf = ({ fatal, end }: AdverseEvent): string => {
  if (fatal) return 'FATAL';
  return end === null ? 'NOT RECOVERED/NOT RESOLVED' : 'RECOVERED/RESOLVED';
};

const adverseEvents = (subject: Subject): SdtmRow[] => {
  const rows = subject.events.map((event) => ({
    AETERM: event.reported,
    AEDECOD: event.preferred,
    AEBODSYS: event.soc,
    AESOC: event.soc,
    AESEV: event.severity,
    AESER: event.serious ? 'Y' : 'N',
    AEACN: event.serious ? 'DRUG INTERRUPTED' : 'DOSE NOT CHANGED',
    AEREL: event.related,
    AEOUT: outcomeOf(event),
    AESDTH: event.fatal ? 'Y' : 'N',
    AESHOSP: event.serious ? 'Y' : 'N',
    AEDTC: event.collected === null ? null : dateOf(event.collected),
    AESTDTC: dateOf(event.start).slice(0, PRECISION[event.precision]) || null,
    AEENDTC: event.end === null || event.precision !== 'day' ? null : dateOf(event.end),
    AESTDY: event.precision === 'day' ? studyDay(event.start, subject) : null,
  }));
  return numbered('AESEQ', rows).map((row) => rowOf('AE', subject, row));
};

/** Started years before, of which the month or the day is mostly forgotten. */
const medicationStart = (random: Random, screening: number): string =>
  dateOf(screening - random.integer(60, 4000)).slice(0, random.pick([4, 7, 7, 10]));

const medications = (subject: Subject): SdtmRow[] => {
  const random = randomFrom(subject.seed, 'CM');
  const count = random.integer(0, 3);
  const rows = Array.from({ length: count }, () => {
    const { name, indication, class: classOf } = random.pick(MEDICATIONS);
    // Some pages have no date at all.
    const dated = random.chance(0.96);
    return {
      CMTRT: name,
      CMDECOD: name,
      CMINDC: indication,
      CMCLAS: classOf,
      VISITNUM: 1,
      VISIT: 'SCREENING',
      CMDTC: dated ? dateOf(subject.screening) : null,
      CMSTDTC: dated ? medicationStart(random, subject.screening) : null,
      CMENRTPT: 'ONGOING',
    };
  });
  return numbered('CMSEQ', rows).map((row) => rowOf('CM', subject, row));
};

const history = (subject: Subject): SdtmRow[] => {
  const random = randomFrom(subject.seed, 'MH');
  const terms = ['HYPERTENSION', 'HAY FEVER', 'ASTHMA', 'MIGRAINE', 'APPENDICECTOMY', 'DEPRESSION'];
  const rows = [
    {
      MHTERM: 'PLAQUE PSORIASIS',
      MHDECOD: 'PSORIASIS',
      MHCAT: 'PRIMARY DIAGNOSIS',
      MHSTDTC: dateOf(subject.screening - random.integer(400, 9000)).slice(0, 4),
      MHDTC: dateOf(subject.screening),
    },
    ...terms
      .filter(() => random.chance(0.18))
      .map((term) => ({
        MHTERM: term,
        MHDECOD: term,
        MHCAT: 'GENERAL HISTORY',
        MHDTC: dateOf(subject.screening),
      })),
  ];
  return numbered('MHSEQ', rows).map((row) => rowOf('MH', subject, row));
};

const trialSummary = (planned: number): SdtmRow[] => {
  const parameters = [
    ['TITLE', 'Trial Title', TITLE],
    ['PLANSUB', 'Planned Number of Subjects', String(planned)],
    ['TRT', 'Investigational Therapy or Treatment', 'ZELNORVANT'],
    ['COMPTRT', 'Comparative Treatment Name', 'PLACEBO'],
    ['INDIC', 'Trial Disease/Condition Indication', 'Plaque psoriasis'],
    ['TPHASE', 'Trial Phase Classification', 'PHASE II TRIAL'],
    ['TBLIND', 'Trial Blinding Schema', 'DOUBLE BLIND'],
    ['SSTDTC', 'Study Start Date', FIRST_DAY],
  ] as const;
  return parameters.map(([code, name, value]) => ({
    STUDYID: STUDY_ID,
    DOMAIN: 'TS',
    TSSEQ: 1,
    TSPARMCD: code,
    TSPARM: name,
    TSVAL: value,
  }));
};

export type SampleRows = Readonly<Record<string, readonly SdtmRow[]>>;

export const rowsOf = (subjects: readonly Subject[], planned: number): SampleRows => {
  const each = (rows: (subject: Subject) => SdtmRow[], who = subjects) => who.flatMap(rows);
  return {
    DM: each(demographics),
    DS: each(dispositions),
    SV: each(visits),
    EX: each(exposure, subjects.filter(isRandomised)),
    AE: each(adverseEvents),
    LB: each(laboratory),
    VS: each(vitalSigns),
    CM: each(medications),
    MH: each(history),
    TS: trialSummary(planned),
  };
};
