/** The invented trial: what is the same for every seed. Terms are MedDRA's and CDISC's; the drug exists nowhere. */

export const STUDY_ID = 'ROUNDS-DEMO';
export const TITLE =
  'A 12-Week, Randomised, Double-Blind, Dose-Ranging Trial in Adults With Chronic Plaque Psoriasis';

/** A Monday: days of the trial are counted from it. */
export const FIRST_DAY = '2025-01-13';
export const ENROLMENT_DAYS = 273;

export interface Arm {
  readonly code: string;
  readonly name: string;
  readonly treatment: string;
  readonly dose: number;
}

export const ARMS: readonly Arm[] = [
  { code: 'PBO', name: 'Placebo', treatment: 'PLACEBO', dose: 0 },
  { code: 'ZEL10', name: 'Zelnorvant 10 mg', treatment: 'ZELNORVANT', dose: 10 },
  { code: 'ZEL30', name: 'Zelnorvant 30 mg', treatment: 'ZELNORVANT', dose: 30 },
];

export interface Site {
  readonly id: string;
  readonly country: string;
  readonly city: string;
  /** Relative speed of enrolment. */
  readonly weight: number;
}

export const SITES: readonly Site[] = [
  { id: '101', country: 'DEU', city: 'Leipzig', weight: 18 },
  { id: '102', country: 'DEU', city: 'Freiburg', weight: 15 },
  { id: '103', country: 'FRA', city: 'Nantes', weight: 14 },
  { id: '104', country: 'GBR', city: 'Leeds', weight: 13 },
  { id: '105', country: 'ESP', city: 'Valencia', weight: 12 },
  { id: '106', country: 'POL', city: 'Gdańsk', weight: 8 },
  { id: '107', country: 'NLD', city: 'Utrecht', weight: 8 },
  { id: '108', country: 'CZE', city: 'Brno', weight: 7 },
];

/** Falls silent in the middle of the trial. */
export const SILENT_SITE_ID = '105';

export interface PlannedVisit {
  readonly number: number;
  readonly name: string;
  /** Days from baseline. */
  readonly day: number;
  readonly labs: boolean;
}

export const SCREENING = { number: 1, name: 'SCREENING', labs: true } as const;
export const BASELINE = { number: 2, name: 'BASELINE', labs: true } as const;
export const PLANNED_VISITS: readonly PlannedVisit[] = [
  { number: 3, name: 'WEEK 2', day: 14, labs: false },
  { number: 4, name: 'WEEK 4', day: 28, labs: true },
  { number: 5, name: 'WEEK 8', day: 56, labs: true },
  { number: 6, name: 'WEEK 12', day: 84, labs: true },
  { number: 7, name: 'FOLLOW-UP', day: 112, labs: true },
];

export interface LabTest {
  readonly code: string;
  readonly name: string;
  readonly category: 'CHEMISTRY' | 'HEMATOLOGY';
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly deviation: number;
  readonly decimals: number;
}

type LabRow = [string, string, string, number, number, number, number, number];

const tests = (category: LabTest['category'], rows: readonly LabRow[]): LabTest[] =>
  rows.map(([code, name, unit, low, high, mean, deviation, decimals]) => {
    return { code, name, category, unit, low, high, mean, deviation, decimals };
  });

export const LAB_TESTS: readonly LabTest[] = [
  ...tests('CHEMISTRY', [
    ['ALB', 'Albumin', 'g/L', 35, 50, 42.5, 3, 0],
    ['ALP', 'Alkaline Phosphatase', 'U/L', 35, 115, 70, 18, 0],
    ['ALT', 'Alanine Aminotransferase', 'U/L', 6, 41, 22, 7, 0],
    ['AST', 'Aspartate Aminotransferase', 'U/L', 9, 34, 20, 5, 0],
    ['BILI', 'Bilirubin', 'umol/L', 3, 21, 10, 3.4, 1],
    ['BUN', 'Blood Urea Nitrogen', 'mmol/L', 2.5, 7.9, 5.2, 1.1, 1],
    ['CREAT', 'Creatinine', 'umol/L', 53, 106, 78, 12, 0],
    ['GLUC', 'Glucose', 'mmol/L', 3.9, 6.9, 5.2, 0.7, 1],
    ['K', 'Potassium', 'mmol/L', 3.5, 5.1, 4.3, 0.35, 1],
    ['SODIUM', 'Sodium', 'mmol/L', 135, 145, 140, 2.3, 0],
  ]),
  ...tests('HEMATOLOGY', [
    ['HGB', 'Hemoglobin', 'g/L', 120, 165, 142, 11, 0],
    ['NEUT', 'Neutrophils', '10^9/L', 1.8, 7.7, 4.3, 1.1, 2],
    ['PLAT', 'Platelets', '10^9/L', 150, 400, 258, 52, 0],
    ['WBC', 'Leukocytes', '10^9/L', 4, 10.8, 7, 1.5, 2],
  ]),
];

export interface VitalTest {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly mean: number;
  /** Between subjects, and between one subject's visits. */
  readonly between: number;
  readonly within: number;
  readonly decimals: number;
}

export const VITAL_TESTS: readonly VitalTest[] = [
  {
    code: 'SYSBP',
    name: 'Systolic Blood Pressure',
    unit: 'mmHg',
    mean: 128,
    between: 11,
    within: 8,
    decimals: 0,
  },
  {
    code: 'DIABP',
    name: 'Diastolic Blood Pressure',
    unit: 'mmHg',
    mean: 79,
    between: 7,
    within: 6,
    decimals: 0,
  },
  { code: 'PULSE', name: 'Pulse Rate', unit: 'beats/min', mean: 73, between: 7, within: 6, decimals: 0 },
  { code: 'TEMP', name: 'Temperature', unit: 'C', mean: 36.6, between: 0.2, within: 0.25, decimals: 1 },
  { code: 'WEIGHT', name: 'Weight', unit: 'kg', mean: 83, between: 14, within: 0.9, decimals: 1 },
];

export interface Term {
  readonly preferred: string;
  readonly reported: readonly string[];
  readonly soc: string;
  readonly weight: number;
  /** How much likelier it is under the highest dose than under placebo. */
  readonly dose: number;
}

const SKIN = 'SKIN AND SUBCUTANEOUS TISSUE DISORDERS';
const GUT = 'GASTROINTESTINAL DISORDERS';
const NERVES = 'NERVOUS SYSTEM DISORDERS';
const INFECTIONS = 'INFECTIONS AND INFESTATIONS';
const GENERAL = 'GENERAL DISORDERS AND ADMINISTRATION SITE CONDITIONS';
const MUSCLES = 'MUSCULOSKELETAL AND CONNECTIVE TISSUE DISORDERS';
const HEART = 'CARDIAC DISORDERS';

export const INVESTIGATIONS = 'INVESTIGATIONS';

type TermRow = [string, readonly string[], string, number, number];

export const TERMS: readonly Term[] = (
  [
    ['NASOPHARYNGITIS', ['common cold', 'runny nose and sore throat'], INFECTIONS, 11, 1],
    ['UPPER RESPIRATORY TRACT INFECTION', ['upper airway infection'], INFECTIONS, 7, 1.1],
    ['URINARY TRACT INFECTION', ['bladder infection'], INFECTIONS, 3, 1],
    ['NAUSEA', ['nausea', 'feeling sick after dosing'], GUT, 9, 2.4],
    ['DIARRHOEA', ['loose stools'], GUT, 7, 1.8],
    ['VOMITING', ['vomited once'], GUT, 3, 1.8],
    ['DYSPEPSIA', ['upset stomach'], GUT, 3, 1.5],
    ['HEADACHE', ['headache', 'tension headache'], NERVES, 11, 1.2],
    ['DIZZINESS', ['dizzy spells'], NERVES, 5, 1.5],
    ['PRURITUS', ['itching', 'worsening itch'], SKIN, 7, 0.7],
    ['DRY SKIN', ['dry skin on both forearms'], SKIN, 4, 0.8],
    ['ERYTHEMA', ['redness of the trunk'], SKIN, 4, 0.8],
    ['FATIGUE', ['tiredness'], GENERAL, 6, 1.3],
    ['PYREXIA', ['fever'], GENERAL, 3, 1],
    ['OEDEMA PERIPHERAL', ['swollen ankles'], GENERAL, 2, 1.3],
    ['ARTHRALGIA', ['pain in the knees', 'joint pain'], MUSCLES, 5, 0.9],
    ['BACK PAIN', ['low back pain'], MUSCLES, 5, 1],
    ['HYPERTENSION', ['raised blood pressure'], 'VASCULAR DISORDERS', 3, 1],
    ['PALPITATIONS', ['heart racing'], HEART, 2, 1.2],
    ['COUGH', ['dry cough'], 'RESPIRATORY, THORACIC AND MEDIASTINAL DISORDERS', 4, 1],
    ['INSOMNIA', ['difficulty sleeping'], 'PSYCHIATRIC DISORDERS', 3, 1],
    ['BLOOD CREATINE PHOSPHOKINASE INCREASED', ['CK raised'], INVESTIGATIONS, 2, 1.2],
  ] satisfies TermRow[]
).map(([preferred, reported, soc, weight, dose]) => ({ preferred, reported, soc, weight, dose }));

export const SERIOUS_TERMS = {
  cellulitis: { preferred: 'CELLULITIS', reported: 'cellulitis of the left leg', soc: INFECTIONS },
  pneumonia: { preferred: 'PNEUMONIA', reported: 'community-acquired pneumonia', soc: INFECTIONS },
  atrialFibrillation: {
    preferred: 'ATRIAL FIBRILLATION',
    reported: 'new atrial fibrillation',
    soc: HEART,
  },
  infarction: { preferred: 'MYOCARDIAL INFARCTION', reported: 'acute myocardial infarction', soc: HEART },
} as const;

export const MEDICATIONS: readonly {
  readonly name: string;
  readonly indication: string;
  readonly class: string;
}[] = [
  { name: 'METFORMIN', indication: 'TYPE 2 DIABETES', class: 'ALIMENTARY TRACT AND METABOLISM' },
  { name: 'RAMIPRIL', indication: 'HYPERTENSION', class: 'CARDIOVASCULAR SYSTEM' },
  { name: 'AMLODIPINE', indication: 'HYPERTENSION', class: 'CARDIOVASCULAR SYSTEM' },
  { name: 'ATORVASTATIN', indication: 'HYPERCHOLESTEROLAEMIA', class: 'CARDIOVASCULAR SYSTEM' },
  { name: 'LEVOTHYROXINE', indication: 'HYPOTHYROIDISM', class: 'SYSTEMIC HORMONAL PREPARATIONS' },
  { name: 'PARACETAMOL', indication: 'HEADACHE', class: 'NERVOUS SYSTEM' },
  { name: 'IBUPROFEN', indication: 'JOINT PAIN', class: 'MUSCULO-SKELETAL SYSTEM' },
  { name: 'CETIRIZINE', indication: 'ITCHING', class: 'RESPIRATORY SYSTEM' },
];
