/** SDTM tables of a small study. */
import { aDate, aDay, flagColumn, numberText, written } from './values.ts';
import { dayAfter, either, tableOf, type Cell, type Habits, type MadeRow, type MadeTable } from './tables.ts';

const times = <Made>(n: number, make: (index: number) => Made): Made[] =>
  Array.from({ length: n }, (_, i) => make(i));

/** One of the subjects; now and then one whom DM does not know. */
const someone = ({ random, subjects, studyId }: Habits): string =>
  random.chance(0.04)
    ? `${studyId}-900-01`
    : (subjects[random.integer(0, subjects.length - 1)]?.subject ?? '');

const head = ({ studyId }: Habits, DOMAIN: string, USUBJID: string): MadeRow => ({
  STUDYID: studyId,
  DOMAIN,
  USUBJID,
});

/** Columns that a study may lack as a whole. */
const without = (table: MadeTable, { random }: Habits, ...columns: readonly string[]): MadeTable => {
  const lacking = columns.filter(() => random.chance(0.06));
  return { ...table, columns: table.columns.filter((name) => !lacking.includes(name)) };
};

export const dm = (habits: Habits): MadeTable => {
  const { random, subjects, sites } = habits;
  const died = flagColumn(habits);
  const row = ({ subject, site, arm }: Habits['subjects'][number]): MadeRow => ({
    ...head(habits, 'DM', subject),
    SITEID: either(habits, [site], [site, site, null]),
    ARM: either(habits, [arm], [arm, null, 'Screen Failure']),
    SEX: random.pick(['F', 'M', null]),
    AGE: numberText(random.integer(18, 90), habits),
    DMDTC: aDate(habits),
    DTHFL: died(0.12),
    DTHDTC: random.chance(0.12) ? aDate(habits) : null,
  });
  const rows = subjects.flatMap((subject) => {
    const again = { ...subject, site: random.pick(sites) };
    return random.chance(0.12) ? [row(subject), row(again)] : [row(subject)];
  });
  return without(tableOf('DM', rows), habits, 'ARM', 'DTHFL', 'DTHDTC', 'AGE');
};

const MILESTONE = ['PROTOCOL MILESTONE'] as const;
const DISPOSITION = ['DISPOSITION EVENT'] as const;

export const ds = (habits: Habits): MadeTable => {
  const { random, subjects } = habits;
  /** Which of the two columns the study fills. */
  const [hasLevel, hasEpoch] = random.pick([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
    [false, false],
  ]);
  const row = (
    subject: string,
    category: readonly [string, ...string[]],
    what: Cell,
    epoch: string,
    at: string,
  ) => ({
    ...head(habits, 'DS', subject),
    DSCAT: either(habits, category, [
      category[0].toLowerCase(),
      ` ${category[0]}`,
      'OTHER EVENT',
      'EVENT',
      null,
    ]),
    DSSCAT:
      hasLevel && category === DISPOSITION
        ? either(
            habits,
            ['STUDY PARTICIPATION', 'STUDY PARTICIPATION', 'STUDY TREATMENT'],
            ['Study Participation', 'STUDY', null],
          )
        : null,
    DSDECOD: what,
    EPOCH: hasEpoch ? either(habits, [epoch], [epoch.toLowerCase(), null, 'SCREENING']) : null,
    DSSTDTC: written(at, habits),
  });
  const left = (): Cell =>
    either(
      habits,
      ['COMPLETED', 'ADVERSE EVENT', 'WITHDRAWAL BY SUBJECT', 'DEATH'],
      ['Completed', 'death', 'Adverse Event', ' COMPLETED', 'SCREEN FAILURE', null],
    );
  const rows = subjects.flatMap(({ subject }) => {
    const first = aDay(habits);
    if (random.chance(0.15)) return [row(subject, DISPOSITION, 'SCREEN FAILURE', 'SCREENING', first)];
    const randomised = either(habits, ['RANDOMIZED'], ['Randomised', 'RANDOMISED', 'randomized', 'RANDOM']);
    const ends = times(random.integer(0, 2), () =>
      row(
        subject,
        DISPOSITION,
        left(),
        random.pick(['TREATMENT', 'FOLLOW-UP']),
        dayAfter(first, random.integer(-3, 30)),
      ),
    );
    return random.chance(0.9) ? [row(subject, MILESTONE, randomised, 'TREATMENT', first), ...ends] : ends;
  });
  const numbered = rows.map((each, index) => ({ ...each, DSSEQ: index + 1 }));
  return without(tableOf('DS', numbered), habits, 'DSCAT', 'DSDECOD');
};

const CRITERIA = [
  'AESDTH',
  'AESHOSP',
  'AESLIFE',
  'AESDISAB',
  'AESCONG',
  'AESMIE',
  'AESCAN',
  'AESOD',
] as const;

export const ae = (habits: Habits): MadeTable => {
  const { random } = habits;
  const serious = flagColumn(habits);
  const hasCriteria = random.chance(0.8);
  const criteria = CRITERIA.map((name) => [name, hasCriteria ? flagColumn(habits) : () => null] as const);
  const hasDay = random.chance(0.7);
  const row = (index: number): MadeRow => ({
    ...head(habits, 'AE', someone(habits)),
    AESEQ: index + 1,
    AETERM: random.pick(['headache', 'rash', 'fell down the stairs', null]),
    AEDECOD: random.pick(['HEADACHE', 'RASH', 'FALL', 'Fall', null]),
    AESOC: random.pick(['NERVOUS SYSTEM DISORDERS', 'SKIN DISORDERS', null]),
    AESEV: either(habits, ['MILD', 'MODERATE', 'SEVERE'], ['mild', 'Severe ', 'GRADE 3', null]),
    AESER: serious(0.2),
    ...Object.fromEntries(criteria.map(([name, flag]) => [name, flag(0.08)])),
    AEOUT: either(
      habits,
      ['RECOVERED/RESOLVED', 'UNKNOWN', 'NOT RECOVERED/NOT RESOLVED', null],
      ['FATAL', 'Fatal', 'DEATH', 'death ', 'DEAD', 'recovered/resolved', '*'],
    ),
    AETOXGR: either(habits, [null, '1', '2'], ['5', 5, '4', 'V', ' 5', '6']),
    AEDTHDTC: random.chance(0.04) ? aDate(habits) : null,
    AEREL: random.pick(['POSSIBLE', null]),
    AESTDTC: aDate(habits),
    AEENDTC: random.chance(0.3) ? aDate(habits) : null,
    AEDTC: hasDay && random.chance(0.8) ? aDate(habits) : null,
  });
  const table = tableOf('AE', times(random.integer(14, 30), row));
  return without(table, habits, 'AESEV', 'AEOUT', 'AESOC', 'AEDECOD', 'AETOXGR', 'AESER');
};

const TIMES = [0.5, 1, 1.99, 2, 2.01, 2.99, 3, 3.01, 5] as const;
const ULN = [34.2, 40, 21, 0.3, 41.7] as const;

/** `limit` times one of them, exactly. */
const around = (limit: number, { random }: Habits): number => Number((limit * random.pick(TIMES)).toFixed(4));

export const lb = (habits: Habits): MadeTable => {
  const { random } = habits;
  const hasSpecimen = random.chance(0.6);
  const row = (index: number): MadeRow => {
    const limit = random.pick(ULN);
    return {
      ...head(habits, 'LB', someone(habits)),
      LBSEQ: index + 1,
      LBTESTCD: either(habits, ['ALT', 'AST', 'BILI', 'BILI', 'ALB'], ['alt', 'Bili', null, 'GLUC']),
      LBTEST: random.pick(['a test', null]),
      LBSPEC: hasSpecimen
        ? either(habits, ['SERUM', null, 'BLOOD'], ['URINE', 'urine', 'Plasma', 'BLUT', '*', ' serum'])
        : null,
      LBSTRESN: numberText(around(limit, habits), habits),
      LBSTRESC: random.pick(['<5', 'POSITIVE', null]),
      LBSTRESU: random.pick(['U/L', 'µkat/L', 'umol/L', null]),
      LBSTNRLO: random.pick<Cell>([numberText(1, habits), null]),
      LBSTNRHI: either<Cell>(habits, [limit], [numberText(limit, habits), null, 0, -1, '']),
      LBNRIND: either(
        habits,
        ['NORMAL', 'HIGH', 'LOW', 'ABNORMAL', null],
        ['H', 'hh', 'L', 'LL', 'HIGH PANIC', 'low panic', 'A', 'N', ' HIGH', '*', '+', 'HI'],
      ),
      VISIT: random.pick(['WEEK 2', null]),
      LBDTC: aDate(habits),
    };
  };
  const table = tableOf('LB', times(random.integer(25, 45), row));
  return without(table, habits, 'LBNRIND', 'LBSTNRHI', 'LBSTRESN', 'LBTESTCD');
};

const PRESSURES = [160, 159.9, 90, 89.99, 100, 99.995, 120, 133.7, 75.25] as const;
/** 160, 90, 100 mmHg to the last digit, and others. */
const IN_KPA = [21.3315819864, 11.99901486735, 13.3322387415, 13.3322387414, 16, 10.1] as const;
const RATES = [120, 119.5, 50, 49, 72, 80.25] as const;

export const vs = (habits: Habits): MadeTable => {
  const { random, oddity } = habits;
  const row = (index: number): MadeRow => {
    const test = random.pick(['SYSBP', 'DIABP', 'PULSE', 'SYSBP', 'DIABP', 'TEMP']);
    const isRate = test === 'PULSE';
    const inKpa = !isRate && random.chance(oddity);
    const value = random.pick<number>(isRate ? RATES : inKpa ? IN_KPA : PRESSURES);
    const unit = isRate
      ? either(habits, ['beats/min', 'bpm'], ['BEATS/MIN', 'beats per minute', '/min', 'Hz', null])
      : either(habits, ['mmHg'], ['mm Hg', 'MMHG', 'mm[Hg]', 'cmH2O', null]);
    return {
      ...head(habits, 'VS', someone(habits)),
      VSSEQ: index + 1,
      VSTESTCD: either(habits, [test], [test.toLowerCase(), test, null]),
      VSSTRESN: numberText(value, habits),
      VSSTRESU: inKpa ? random.pick(['kPa', 'KPA', 'kpa']) : unit,
      VSDTC: aDate(habits),
    };
  };
  return without(
    tableOf('VS', times(random.integer(15, 35), row)),
    habits,
    'VSSTRESU',
    'VSTESTCD',
    'VSSTRESN',
  );
};

const VISITS = [
  ['SCREENING', 1],
  ['BASELINE', 2],
  ['WEEK 10', 10],
  ['WEEK 2', 4],
  ['UNSCHEDULED', null],
] as const;

export const sv = (habits: Habits): MadeTable => {
  const { random, subjects } = habits;
  const rows = subjects.flatMap(({ subject }) =>
    VISITS.filter(() => random.chance(0.6)).map(([visit, number]): MadeRow => ({
      ...head(habits, 'SV', subject),
      VISIT: either(habits, [visit], [visit, null, `${visit} (late)`]),
      VISITNUM: either(habits, [number], [number ?? 5.1, 99]),
      SVSTDTC: aDate(habits),
    })),
  );
  return without(tableOf('SV', rows), habits, 'VISIT');
};

export const ex = (habits: Habits): MadeTable =>
  tableOf(
    'EX',
    times(habits.random.integer(4, 8), (index) => ({
      ...head(habits, 'EX', someone(habits)),
      EXSEQ: index + 1,
      EXTRT: 'ZELVORINE',
      EXSTDTC: aDate(habits),
    })),
  );

export const cm = (habits: Habits): MadeTable =>
  tableOf(
    'CM',
    times(habits.random.integer(3, 8), (index) => ({
      ...head(habits, 'CM', someone(habits)),
      CMSEQ: index + 1,
      CMTRT: 'PARACETAMOL',
      CMDTC: habits.random.chance(0.5) ? aDate(habits) : null,
      CMSTDTC: aDate(habits),
    })),
  );

export const ts = ({ studyId, random }: Habits): MadeTable => {
  const parameter = (TSPARMCD: string, TSVAL: Cell): MadeRow => ({
    STUDYID: studyId,
    DOMAIN: 'TS',
    TSSEQ: 1,
    TSPARMCD,
    TSVAL,
  });
  const planned = random.pick<Cell>(['12', '40', 'twelve', null]);
  return tableOf('TS', [parameter('TITLE', 'A trial of odd things'), parameter('PLANSUB', planned)]);
};
