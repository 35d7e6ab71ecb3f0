/** The weeks that end with the period: one point each, for the charts. */
import type { LocalDate, Period } from '@rounds/contracts/period';
import { isSerious } from '../../folds/adverse-event.ts';
import { foldMean } from '../../folds/decimal.ts';
import { dispositionState } from '../../folds/disposition.ts';
import { lackingOf } from '../../folds/enrolment.ts';
import { isBefore, type Fold } from '../../folds/fold.ts';
import { keepAll } from '../../folds/kept.ts';
import { outOfRange } from '../../folds/laboratory-row.ts';
import type { StudyRow } from '../../folds/study-row.ts';
import { foldFirstDays, tallyWeeks } from '../../folds/weeks.ts';
import type { Known } from '../../terms/known.ts';
import type { Trends } from '../dataset.ts';
import { readingOf } from './vital-signs.ts';

/** What happened in one week. */
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
  const [withoutAeser, withoutIndicator] = [known.lacks('AE.AESER'), known.lacks('LB.LBNRIND')];
  const isRandomisedKnown = lackingOf(known).randomised === undefined;
  const weeks = tallyWeeks(end, emptyWeek);
  const [screened, randomised] = [foldFirstDays(), foldFirstDays()];

  const point = (week: Week, days: Period): Trends['weeks'][number] => ({
    ...days,
    screenedToDate: screened.before(days.end),
    randomisedToDate: isRandomisedKnown ? randomised.before(days.end) : null,
    adverseEvents: week.adverseEvents,
    seriousEvents: withoutAeser ? null : week.seriousEvents,
    labResults: week.labResults,
    labOutOfRange: withoutIndicator ? null : week.labOutOfRange,
    systolicMean: week.SYSBP.result().mean,
    diastolicMean: week.DIABP.result().mean,
    pulseMean: week.PULSE.result().mean,
  });

  return {
    on: {
      DM: (row) => {
        if (!isBefore(end, row)) return;
        weeks.of(row.day);
        screened.add(row);
      },
      DS: (row) => {
        if (dispositionState(row.row, known) === 'randomised') randomised.add(row);
      },
      AE: (row) => {
        const week = weeks.of(row.day);
        week.adverseEvents += 1;
        if (isSerious(row.row, known)) week.seriousEvents += 1;
      },
      LB: (row) => {
        const week = weeks.of(row.day);
        week.labResults += 1;
        if (outOfRange(row.row, known) !== undefined) week.labOutOfRange += 1;
      },
      VS: (row) => {
        addVitalSign(weeks.of(row.day), row);
      },
    },
    result: () => ({ weeks: weeks.result(point) }),
    ...keepAll({ weeks, screened, randomised }),
  };
};
