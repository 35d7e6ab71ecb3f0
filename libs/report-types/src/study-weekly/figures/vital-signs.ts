/** Vital signs of the period: VS rows, VSSTRESN in one unit. */
import type { Conversion } from '@rounds/contracts/dataset';
import type { SdtmRow } from '@rounds/contracts/received';
import type { Period } from '@rounds/contracts/period';
import type { Reading as Context } from '../../aggregator.ts';
import { figure } from '../../figures/figure.ts';
import { countRows } from '../../figures/fold.ts';
import { foldMean, isAtLeast, type Factor } from '../../folds/decimal.ts';
import type { Fold } from '../../folds/fold.ts';
import { NOTHING_KEPT } from '../../folds/kept.ts';
import { coded, isIn, numeric, text } from '../../folds/study-row.ts';
import { entryOf } from '../../folds/tally.ts';
import { NO_CONVERSION, SIGN_UNITS, factorOf, isSign, type Sign } from '../../folds/units.ts';
import type { Needs } from '../../quality/needs.ts';

export const SIGNS = { SYSBP: 'systolic', DIABP: 'diastolic', PULSE: 'pulse' } as const satisfies Record<
  Sign,
  string
>;

/** What figures read of a row. `factor` undefined: its unit cannot be converted, and it is left out. */
export interface Reading {
  readonly sign: Sign;
  readonly value: number;
  readonly unit: string;
  readonly factor: Factor | undefined;
}

/** Undefined where the row is of no sign that is averaged, or has no standardised result. */
export const readingOf = (row: SdtmRow): Reading | undefined => {
  const [sign, value] = [coded(row, 'VSTESTCD'), numeric(row, 'VSSTRESN')];
  if (value === null || !isSign(sign)) return undefined;
  const unit = text(row, 'VSSTRESU');
  return { sign, value, unit, factor: factorOf(sign, unit) };
};

/** A mean, and how many values reach or fall below a limit. */
const foldValues = (limits: { readonly atLeast: number; readonly below?: number }) => {
  const mean = foldMean();
  let high = 0;
  let low = 0;
  return {
    add: (value: number, factor: Factor) => {
      mean.add(value, factor);
      if (isAtLeast(value, factor, limits.atLeast)) high += 1;
      if (limits.below !== undefined && !isAtLeast(value, factor, limits.below)) low += 1;
    },
    result: () => ({ ...mean.result(), high, low }),
  };
};

const NOT_KNOWN = { n: null, mean: null, high: null, low: null };

const NEEDED = ['VS.VSTESTCD', 'VS.VSSTRESN', 'VS.VSSTRESU'];

type Figures<Name extends string> = Readonly<Record<'n' | 'mean' | Name, number | null>>;

export interface Signs {
  readonly systolic: Figures<'atLeast160' | 'below90'>;
  readonly diastolic: Figures<'atLeast100'>;
  readonly pulse: Figures<'atLeast120' | 'below50'>;
}

/** Of the period alone. */
const foldSigns = ({ known }: Pick<Context, 'known'>): Fold<Signs> => {
  const bySign = {
    SYSBP: foldValues({ atLeast: 160, below: 90 }),
    DIABP: foldValues({ atLeast: 100 }),
    PULSE: foldValues({ atLeast: 120, below: 50 }),
  };
  return {
    ...NOTHING_KEPT,
    on: {
      VS: ({ row }) => {
        const reading = readingOf(row);
        if (reading?.factor !== undefined) bySign[reading.sign].add(reading.value, reading.factor);
      },
    },
    result: () => {
      const of = (sign: Sign) => (NEEDED.some(known.lacks) ? NOT_KNOWN : bySign[sign].result());
      const [sys, dia, pul] = [of('SYSBP'), of('DIABP'), of('PULSE')];
      return {
        systolic: { n: sys.n, mean: sys.mean, atLeast160: sys.high, below90: sys.low },
        diastolic: { n: dia.n, mean: dia.mean, atLeast100: dia.high },
        pulse: { n: pul.n, mean: pul.mean, atLeast120: pul.high, below50: pul.low },
      };
    },
  };
};

const needsOf = (test: Sign): Needs => ({
  all: NEEDED,
  about: (row) => !isSign(coded(row, 'VSTESTCD')) || coded(row, 'VSTESTCD') === test,
});

const SYSTOLIC = 'vitalSigns.inPeriod.systolic.n';
const DIASTOLIC = 'vitalSigns.inPeriod.diastolic.n';
const PULSE = 'vitalSigns.inPeriod.pulse.n';

export const VITAL_SIGNS = [
  figure({
    path: 'vitalSigns.inPeriod.results',
    ...countRows('VS'),
    line: 'study-weekly.all-vital-signs-results',
    compared: { inPeriod: 'study-weekly.vital-signs' },
  }),
  figure({ path: 'vitalSigns.inPeriod', fold: foldSigns }),
  figure({ path: 'vitalSigns.inPeriod.systolic', needs: needsOf('SYSBP') }),
  figure({ path: 'vitalSigns.inPeriod.diastolic', needs: needsOf('DIABP') }),
  figure({ path: 'vitalSigns.inPeriod.pulse', needs: needsOf('PULSE') }),
  figure({ path: SYSTOLIC, line: 'study-weekly.systolic-pressure-readings' }),
  figure({
    path: 'vitalSigns.inPeriod.systolic.mean',
    line: 'study-weekly.systolic-pressure-mean-mmhg',
    tile: {
      label: 'study-weekly.systolic-mean-mmhg',
      section: 'vital-signs',
      digits: 2,
      context: (at, { say }) => say('study-weekly.n-readings', { n: at(SYSTOLIC) }),
      trend: 'systolicMean',
    },
  }),
  figure({
    path: 'vitalSigns.inPeriod.systolic.atLeast160',
    line: { label: 'study-weekly.systolic-160', of: SYSTOLIC },
  }),
  figure({
    path: 'vitalSigns.inPeriod.systolic.below90',
    line: { label: 'study-weekly.systolic-pressure-90-mmhg', of: SYSTOLIC },
  }),
  figure({ path: DIASTOLIC, line: 'study-weekly.diastolic-pressure-readings' }),
  figure({ path: 'vitalSigns.inPeriod.diastolic.mean', line: 'study-weekly.diastolic-pressure-mean-mmhg' }),
  figure({
    path: 'vitalSigns.inPeriod.diastolic.atLeast100',
    line: { label: 'study-weekly.diastolic-100', of: DIASTOLIC },
  }),
  figure({ path: PULSE, line: 'study-weekly.pulse-readings' }),
  figure({ path: 'vitalSigns.inPeriod.pulse.mean', line: 'study-weekly.pulse-mean-beats-min' }),
  figure({
    path: 'vitalSigns.inPeriod.pulse.atLeast120',
    line: { label: 'study-weekly.pulse-120', of: PULSE },
  }),
  figure({
    path: 'vitalSigns.inPeriod.pulse.below50',
    line: { label: 'study-weekly.pulse-50-beats-min', of: PULSE },
  }),
];

/** Results of the period that were converted, and those that could not be, by figure and unit. */
export const foldConversions = (period: Period): Fold<readonly Conversion[]> => {
  const found = new Map<string, { conversion: Omit<Conversion, 'rows'>; rows: number }>();
  return {
    ...NOTHING_KEPT,
    on: {
      VS: ({ day, row }) => {
        const reading = isIn(period, day) ? readingOf(row) : undefined;
        if (reading === undefined || reading.factor === NO_CONVERSION) return;
        const { sign, unit, factor } = reading;
        const figure = `vitalSigns.inPeriod.${SIGNS[sign]}`;
        const as = factor === undefined ? null : SIGN_UNITS[sign].unit;
        entryOf(found, `${figure}|${unit}`, () => ({ conversion: { figure, unit, as }, rows: 0 })).rows += 1;
      },
    },
    result: () =>
      [...found]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { conversion, rows }]) => ({ ...conversion, rows })),
  };
};
