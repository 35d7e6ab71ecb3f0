/**
 * The coded variables that figures read: CDISC's terms for each, and what else is taken for one of them because its
 * meaning is certain. Said here alone: the table in docs/studies.md is made of it.
 *
 * Terms are those of CDISC SDTM Controlled Terminology (codelists NY, OUT, AESEV, NRIND, NCOMPLT, DSCAT, DSSCAT, EPOCH,
 * SPECTYPE). The letters of LBNRIND are those of HL7's table 0078, as laboratories transmit them.
 */
export interface CodedVariable {
  /** CDISC's codelist. */
  readonly codelist: string;
  /** Understood as they are. */
  readonly terms: readonly string[];
  /** Its codelist is long and sponsors add to it: any other value is a term too, of which no figure asks more. */
  readonly isOpen?: true;
  /** Other values, in upper case, and the term that each stands for. */
  readonly taken: Readonly<Record<string, string>>;
  /** `1` and `0` are Y and N where no row of the study has another value in it. */
  readonly isFlag?: true;
}

const YES_OR_NO: CodedVariable = {
  codelist: 'NY',
  terms: ['Y', 'N', 'U', 'NA'],
  taken: { YES: 'Y', TRUE: 'Y', NO: 'N', FALSE: 'N' },
  isFlag: true,
};

const asThey = (codelist: string, ...terms: readonly string[]): CodedVariable => ({
  codelist,
  terms,
  taken: {},
});

const BLOOD = [
  ...['BLOOD', 'SERUM', 'PLASMA', 'SERUM OR PLASMA', 'WHOLE BLOOD', 'ARTERIAL BLOOD', 'VENOUS BLOOD'],
  ...['CAPILLARY BLOOD', 'PERIPHERAL BLOOD', 'CORD BLOOD', 'DRIED BLOOD SPOT'],
];
const OTHER_SPECIMENS = [
  ...[
    'URINE',
    'FECES',
    'STOOL',
    'SALIVA',
    'SPUTUM',
    'CEREBROSPINAL FLUID',
    'SYNOVIAL FLUID',
    'PLEURAL FLUID',
  ],
  ...['ASCITES', 'ASCITES FLUID', 'PERITONEAL FLUID', 'BILE', 'SWEAT', 'SEMEN', 'TISSUE', 'HAIR', 'SWAB'],
  ...['BONE MARROW', 'BREATH', 'FLUID', 'LAVAGE FLUID', 'AMNIOTIC FLUID', 'MILK'],
];

/** Of LBSPEC; where none is given it is blood, of which the tests that read it are. */
export const isBlood = (specimen: string): boolean => BLOOD.includes(specimen);

export const CODED_VARIABLES = {
  'AE.AESER': YES_OR_NO,
  'AE.AESDTH': YES_OR_NO,
  'AE.AESHOSP': YES_OR_NO,
  'AE.AESLIFE': YES_OR_NO,
  'AE.AESDISAB': YES_OR_NO,
  'AE.AESCONG': YES_OR_NO,
  'AE.AESMIE': YES_OR_NO,
  'AE.AESCAN': YES_OR_NO,
  'AE.AESOD': YES_OR_NO,
  'AE.AEOUT': {
    codelist: 'OUT',
    terms: [
      ...['FATAL', 'NOT RECOVERED/NOT RESOLVED', 'RECOVERED/RESOLVED', 'RECOVERED/RESOLVED WITH SEQUELAE'],
      ...['RECOVERING/RESOLVING', 'UNKNOWN'],
    ],
    taken: { DEATH: 'FATAL' },
  },
  'AE.AESEV': asThey('AESEV', 'MILD', 'MODERATE', 'SEVERE'),
  'AE.AETOXGR': asThey('TOXGRV', '0', '1', '2', '3', '4', '5'),
  'DM.DTHFL': YES_OR_NO,
  'DS.DSCAT': asThey('DSCAT', 'PROTOCOL MILESTONE', 'DISPOSITION EVENT', 'OTHER EVENT'),
  'DS.DSSCAT': asThey('DSSCAT', 'STUDY PARTICIPATION', 'STUDY TREATMENT'),
  'DS.DSDECOD': {
    codelist: 'NCOMPLT, PROTMLST',
    terms: ['RANDOMIZED', 'COMPLETED', 'SCREEN FAILURE', 'DEATH'],
    isOpen: true,
    taken: { RANDOMISED: 'RANDOMIZED' },
  },
  'DS.EPOCH': { codelist: 'EPOCH', terms: ['SCREENING'], isOpen: true, taken: {} },
  'LB.LBNRIND': {
    codelist: 'NRIND',
    terms: ['HIGH', 'LOW', 'NORMAL', 'ABNORMAL'],
    taken: {
      ...{ H: 'HIGH', HH: 'HIGH', 'HIGH HIGH': 'HIGH', 'HIGH PANIC': 'HIGH' },
      ...{ L: 'LOW', LL: 'LOW', 'LOW LOW': 'LOW', 'LOW PANIC': 'LOW' },
      ...{ A: 'ABNORMAL', AA: 'ABNORMAL', N: 'NORMAL' },
    },
  },
  'LB.LBSPEC': asThey('SPECTYPE', ...BLOOD, ...OTHER_SPECIMENS),
} as const satisfies Readonly<Record<string, CodedVariable>>;

/** `AE.AESER` */
export type CodedName = keyof typeof CODED_VARIABLES;

export const isCoded = (name: string): name is CodedName => Object.hasOwn(CODED_VARIABLES, name);
