/** The weeks that end with the period: one point each, for the charts. */
import type { LocalDate } from '@rounds/contracts/period';
import { isSerious } from '../../folds/adverse-event.ts';
import { addDays } from '../../folds/days.ts';
import { foldMean } from '../../folds/decimal.ts';
import { dispositionState } from '../../folds/disposition.ts';
import type { Fold } from '../../folds/fold.ts';
import { outOfRange } from '../../folds/laboratory-row.ts';
import { coded, numeric, type StudyRow } from '../../folds/study-row.ts';
import { entryOf } from '../../folds/tally.ts';
import { MOST_WEEKS, foldFirstDays, weekIndex } from '../../folds/weeks.ts';
import type { Trends } from '../dataset.ts';

/** What happened in one week; index 0 is the week that ends with the period, 1 the one before. */
const emptyWeek = () => ({
  adverseEvents: 0,
  seriousEvents: 0,
  labResults: 0,
  labOutOfRange: 0,
  SYSBP: foldMean(),
  DIABP: foldMean(),
  PULSE: foldMean(),
});
type Week = ReturnType<typeof emptyWeek>;

const addVitalSign = (week: Week, { row }: StudyRow) => {
  const [test, value] = [coded(row, 'VSTESTCD'), numeric(row, 'VSSTRESN')];
  if (value !== null && (test === 'SYSBP' || test === 'DIABP' || test === 'PULSE')) week[test].add(value);
};

/** Reads rows to date only: the caller stops at `end`. */
export const foldTrends = (end: LocalDate): Fold<Trends> => {
  const indexOf = weekIndex(end);
  const weeks = new Map<string, Week>();
  const [screened, randomised] = [foldFirstDays(), foldFirstDays()];
  let oldest = 0;

  const weekOf = ({ day }: StudyRow): Week => {
    const index = indexOf(day);
    oldest = Math.max(oldest, index);
    return entryOf(weeks, String(index), emptyWeek);
  };

  const point = (index: number): Trends['weeks'][number] => {
    const week = weeks.get(String(index)) ?? emptyWeek();
    const weekEnd = addDays(end, -7 * index);
    return {
      start: addDays(weekEnd, -7),
      end: weekEnd,
      screenedToDate: screened.before(weekEnd),
      randomisedToDate: randomised.before(weekEnd),
      adverseEvents: week.adverseEvents,
      seriousEvents: week.seriousEvents,
      labResults: week.labResults,
      labOutOfRange: week.labOutOfRange,
      systolicMean: week.SYSBP.result().mean,
      diastolicMean: week.DIABP.result().mean,
      pulseMean: week.PULSE.result().mean,
    };
  };

  return {
    on: {
      DM: (row) => {
        weekOf(row);
        screened.add(row);
      },
      DS: (row) => {
        if (dispositionState(row.row) === 'randomised') randomised.add(row);
      },
      AE: (row) => {
        const week = weekOf(row);
        week.adverseEvents += 1;
        if (isSerious(row.row)) week.seriousEvents += 1;
      },
      LB: (row) => {
        const week = weekOf(row);
        week.labResults += 1;
        if (outOfRange(row.row) !== undefined) week.labOutOfRange += 1;
      },
      VS: (row) => {
        addVitalSign(weekOf(row), row);
      },
    },
    result: () => {
      const count = Math.min(MOST_WEEKS, oldest + 1);
      return { weeks: Array.from({ length: count }, (_, index) => point(count - 1 - index)) };
    },
  };
};
