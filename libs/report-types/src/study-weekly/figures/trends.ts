/** The weeks that end with the period: one point each, for the charts. */
import type { LocalDate } from '@rounds/contracts/period';
import { isSerious } from '../../folds/adverse-event.ts';
import { addDays } from '../../folds/days.ts';
import { foldMean } from '../../folds/decimal.ts';
import { dispositionState } from '../../folds/disposition.ts';
import { lackingOf } from '../../folds/enrolment.ts';
import { isBefore, type Fold } from '../../folds/fold.ts';
import { outOfRange } from '../../folds/laboratory-row.ts';
import type { StudyRow } from '../../folds/study-row.ts';
import { entryOf } from '../../folds/tally.ts';
import { MOST_WEEKS, foldFirstDays, weekIndex } from '../../folds/weeks.ts';
import type { Known } from '../../terms/known.ts';
import type { Trends } from '../dataset.ts';
import { readingOf } from './vital-signs.ts';

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
  const reading = readingOf(row);
  if (reading?.factor !== undefined) week[reading.sign].add(reading.value, reading.factor);
};

/** Reads rows to date only: the caller stops at `end`. */
export const foldTrends = (end: LocalDate, known: Known): Fold<Trends> => {
  const indexOf = weekIndex(end);
  const [withoutAeser, withoutIndicator] = [known.lacks('AE.AESER'), known.lacks('LB.LBNRIND')];
  const isRandomisedKnown = lackingOf(known).randomised === undefined;
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
      randomisedToDate: isRandomisedKnown ? randomised.before(weekEnd) : null,
      adverseEvents: week.adverseEvents,
      seriousEvents: withoutAeser ? null : week.seriousEvents,
      labResults: week.labResults,
      labOutOfRange: withoutIndicator ? null : week.labOutOfRange,
      systolicMean: week.SYSBP.result().mean,
      diastolicMean: week.DIABP.result().mean,
      pulseMean: week.PULSE.result().mean,
    };
  };

  return {
    on: {
      DM: (row) => {
        if (!isBefore(end, row)) return;
        weekOf(row);
        screened.add(row);
      },
      DS: (row) => {
        if (dispositionState(row.row, known) === 'randomised') randomised.add(row);
      },
      AE: (row) => {
        const week = weekOf(row);
        week.adverseEvents += 1;
        if (isSerious(row.row, known)) week.seriousEvents += 1;
      },
      LB: (row) => {
        const week = weekOf(row);
        week.labResults += 1;
        if (outOfRange(row.row, known) !== undefined) week.labOutOfRange += 1;
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
