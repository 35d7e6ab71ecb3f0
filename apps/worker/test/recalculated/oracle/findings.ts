/** Laboratory, vital signs and visits: docs/study-weekly.md. */
import { BLOOD, lacks, reading, termOf } from './codes.ts';
import type { Row, Held } from './held.ts';
import { countOf, keyOf, sorted, valueOf, type DatedRow, type Period, type Seen } from './seen.ts';
import { dividedBy, fraction, isAtLeast, meanOf, rounded, times, type Fraction } from './values.ts';

export type Criterion = 'altOrAst3xUln' | 'bilirubin2xUln';

const CRITERION_OF: Readonly<Record<string, Criterion>> = {
  ALT: 'altOrAst3xUln',
  AST: 'altOrAst3xUln',
  BILI: 'bilirubin2xUln',
};
export const LIVER_LIMITS: Readonly<Record<Criterion, Fraction>> = {
  altOrAst3xUln: fraction('3'),
  bilirubin2xUln: fraction('2'),
};

/** The specimen is read of liver tests, and of what may be one. */
export const isLiverTest = (row: Row): boolean =>
  valueOf(row, 'LBTESTCD') === '' || criterionOf(row) !== undefined;

export interface LiverResult {
  readonly row: DatedRow;
  readonly criterion: Criterion;
  readonly value: string;
  readonly limit: string;
  /** value ÷ limit */
  readonly ratio: number;
  readonly isMet: boolean;
}

export const isBlood = (held: Held, row: Row): boolean =>
  valueOf(row, 'LBSPEC') === '' || BLOOD.includes(termOf(held, 'LB.LBSPEC', row));

/** Or of what nobody understands. */
export const couldBeBlood = (held: Held, row: Row): boolean =>
  isBlood(held, row) || reading(held, 'LB.LBSPEC', row).how === 'not understood';

export const criterionOf = (row: Row): Criterion | undefined =>
  CRITERION_OF[valueOf(row, 'LBTESTCD').toUpperCase()];

export const isComparable = ({ values: { LBSTRESN, LBSTNRHI } }: Row): boolean =>
  LBSTRESN !== undefined && LBSTNRHI !== undefined && Number(LBSTNRHI) > 0;

/** Undefined where it is no liver test, or cannot be compared. */
const liverResult = (held: Held, row: DatedRow): LiverResult[] => {
  const criterion = criterionOf(row);
  const { LBSTRESN: value, LBSTNRHI: limit } = row.values;
  if (
    criterion === undefined ||
    !isBlood(held, row) ||
    value === undefined ||
    limit === undefined ||
    Number(limit) <= 0
  )
    return [];
  const isMet = isAtLeast(fraction(value), times(LIVER_LIMITS[criterion], fraction(limit)));
  return [
    { row, criterion, value, limit, ratio: rounded(dividedBy(fraction(value), fraction(limit))), isMet },
  ];
};

/** Results to date that meet a criterion, by key. */
export const liverResults = (seen: Seen, end: string): LiverResult[] =>
  seen
    .toDate('LB', end)
    .flatMap((row) => liverResult(seen.held, row))
    .filter(({ isMet }) => isMet);

export const knowsLiver = (held: Held): boolean =>
  !['LB.LBTESTCD', 'LB.LBSTRESN', 'LB.LBSTNRHI'].some((variable) => lacks(held, variable));

/** Who ever met it. */
export const whoMet = (results: readonly LiverResult[], criterion: Criterion): string[] =>
  sorted(results.filter((each) => each.criterion === criterion).map(({ row }) => row.subject));

export const liverToDate = (seen: Seen, end: string) => {
  if (!knowsLiver(seen.held)) return { altOrAst3xUln: null, bilirubin2xUln: null, hysLawCandidates: null };
  const results = liverResults(seen, end);
  const [enzymes, bilirubin] = [whoMet(results, 'altOrAst3xUln'), whoMet(results, 'bilirubin2xUln')];
  return {
    altOrAst3xUln: enzymes.length,
    bilirubin2xUln: bilirubin.length,
    hysLawCandidates: enzymes.filter((subject) => bilirubin.includes(subject)),
  };
};

export const signalOf = ({ row, value, limit, ratio }: LiverResult) => ({
  subject: row.subject,
  siteId: row.site ?? '',
  test: valueOf(row, 'LBTESTCD'),
  day: row.day,
  value: Number(value),
  unit: valueOf(row, 'LBSTRESU'),
  upperLimit: Number(limit),
  ratio,
});

/** "for each subject and criterion the first result that meets it; of one day the highest" */
export const firstOf = (
  results: readonly LiverResult[],
  subject: string,
  criterion: Criterion,
): LiverResult | undefined =>
  results
    .filter((each) => each.row.subject === subject && each.criterion === criterion)
    .sort((a, b) => (a.row.day === b.row.day ? b.ratio - a.ratio : a.row.day < b.row.day ? -1 : 1))[0];

export const CRITERIA_OF_LIVER = ['altOrAst3xUln', 'bilirubin2xUln'] as const;

export const firstSignals = (seen: Seen, end: string): LiverResult[] => {
  const results = liverResults(seen, end);
  return sorted(results.map(({ row }) => row.subject)).flatMap((subject) =>
    CRITERIA_OF_LIVER.flatMap((criterion) => firstOf(results, subject, criterion) ?? []),
  );
};

export const isOutOfRange = (held: Held, row: Row): boolean =>
  ['HIGH', 'LOW', 'ABNORMAL'].includes(termOf(held, 'LB.LBNRIND', row));

export const laboratory = (seen: Seen, period: Period) => {
  const { held } = seen;
  const within = seen.inPeriod('LB', period);
  const outside = within.filter((row) => isOutOfRange(held, row));
  const how = (test: string, term: string) =>
    outside.filter((row) => keyOf(row, 'LBTESTCD') === test && termOf(held, 'LB.LBNRIND', row) === term)
      .length;
  const tests = sorted(outside.map((row) => keyOf(row, 'LBTESTCD')));
  return {
    inPeriod: {
      results: within.length,
      outOfRange: lacks(held, 'LB.LBNRIND') ? null : outside.length,
      byTest: Object.fromEntries(
        tests.map((test) => [
          test,
          { high: how(test, 'HIGH'), low: how(test, 'LOW'), abnormal: how(test, 'ABNORMAL') },
        ]),
      ),
    },
    toDate: liverToDate(seen, period.end),
  };
};

const ONE = fraction('1');
/** "1 mmHg = 133.322387415 Pa" */
const MMHG_OF_KPA = dividedBy(fraction('1000'), fraction('133.322387415'));
const PRESSURE: Readonly<Record<string, Fraction>> = { mmhg: ONE, 'mm[hg]': ONE, kpa: MMHG_OF_KPA };
const RATE: Readonly<Record<string, Fraction>> = { 'beats/min': ONE, bpm: ONE, beatsperminute: ONE };

/** In mmHg or beats/min; none where the unit cannot be converted. */
const inUnit = (row: Row, units: Readonly<Record<string, Fraction>>): Fraction[] => {
  const value = row.values.VSSTRESN;
  const factor = units[valueOf(row, 'VSSTRESU').toLowerCase().replace(/\s/g, '')];
  return value === undefined || factor === undefined ? [] : [times(fraction(value), factor)];
};

export const isOfSign = (test: string) => (row: Row) => valueOf(row, 'VSTESTCD').toUpperCase() === test;

const valuesOf = (rows: readonly Row[], test: string): Fraction[] =>
  rows.filter(isOfSign(test)).flatMap((row) => inUnit(row, test === 'PULSE' ? RATE : PRESSURE));

export const meanSign = (rows: readonly Row[], test: string): number | null => meanOf(valuesOf(rows, test));

export const vitalSigns = (seen: Seen, period: Period) => {
  const within = seen.inPeriod('VS', period);
  const isUnknown = ['VS.VSTESTCD', 'VS.VSSTRESN', 'VS.VSSTRESU'].some((variable) =>
    lacks(seen.held, variable),
  );
  const sign = (test: string, high: string, low?: string) => {
    const values = valuesOf(within, test);
    const figures = {
      n: values.length,
      mean: meanOf(values),
      [`atLeast${high}`]: values.filter((value) => isAtLeast(value, fraction(high))).length,
      ...(low === undefined
        ? {}
        : { [`below${low}`]: values.filter((value) => !isAtLeast(value, fraction(low))).length }),
    };
    return isUnknown ? Object.fromEntries(Object.keys(figures).map((name) => [name, null])) : figures;
  };
  return {
    inPeriod: {
      results: within.length,
      systolic: sign('SYSBP', '160', '90'),
      diastolic: sign('DIABP', '100'),
      pulse: sign('PULSE', '120', '50'),
    },
  };
};

/** "`converted` counts both": what was converted, and what could not be. */
export const converted = (seen: Seen, period: Period) => {
  const names = { SYSBP: 'systolic', DIABP: 'diastolic', PULSE: 'pulse' } as const;
  const found = (['SYSBP', 'DIABP', 'PULSE'] as const).flatMap((test) =>
    seen
      .inPeriod('VS', period)
      .filter(isOfSign(test))
      .flatMap((row) => {
        const plain = valueOf(row, 'VSSTRESU').toLowerCase().replace(/\s/g, '');
        const units = test === 'PULSE' ? RATE : PRESSURE;
        if (row.values.VSSTRESN === undefined || units[plain] === ONE) return [];
        const as = units[plain] === undefined ? null : 'mmHg';
        return [{ figure: `vitalSigns.inPeriod.${names[test]}`, unit: valueOf(row, 'VSSTRESU'), as }];
      }),
  );
  const rows = countOf(found.map((each) => JSON.stringify(each)));
  return Object.entries(rows).map(([each, count]) => ({
    ...(JSON.parse(each) as (typeof found)[number]),
    rows: count,
  }));
};

export const visits = (seen: Seen, period: Period) => {
  const within = seen.inPeriod('SV', period);
  return { inPeriod: within.length, byVisit: countOf(within.map((row) => keyOf(row, 'VISIT'))) };
};

/** "by the smallest VISITNUM of each; those without a number last" */
export const visitOrder = (seen: Seen, end: string): string[] => {
  const rows = seen.toDate('SV', end);
  const numberOf = (visit: string) =>
    Math.min(
      ...rows
        .filter((row) => keyOf(row, 'VISIT') === visit)
        .map(({ values }) => Number(values.VISITNUM ?? Infinity)),
    );
  const visitsByName = sorted(rows.map((row) => keyOf(row, 'VISIT')));
  return visitsByName.sort((a, b) => (numberOf(a) === numberOf(b) ? 0 : numberOf(a) < numberOf(b) ? -1 : 1));
};
