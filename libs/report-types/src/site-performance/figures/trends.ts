/** The weeks that end with the period: one point each, for the charts. */
import type { LocalDate } from '@rounds/contracts/period';
import { addDays } from '../../folds/days.ts';
import { dispositionState } from '../../folds/disposition.ts';
import { lackingOf } from '../../folds/enrolment.ts';
import type { Fold } from '../../folds/fold.ts';
import { text } from '../../folds/study-row.ts';
import { MOST_WEEKS, weekIndex } from '../../folds/weeks.ts';
import type { Known } from '../../terms/known.ts';
import type { SiteWeek } from '../dataset.ts';

type Counts = Record<'visits' | 'queriesOpened' | 'queriesClosed', number> & { randomised: Set<string> };

const none = (): Counts => ({ visits: 0, queriesOpened: 0, queriesClosed: 0, randomised: new Set() });

/** Reads rows to date only. */
export const foldWeeks = (end: LocalDate, known: Known): Fold<readonly SiteWeek[]> => {
  const indexOf = weekIndex(end);
  const isRandomisedKnown = lackingOf(known).randomised === undefined;
  const weeks = Array.from({ length: MOST_WEEKS }, none);
  /** Queries opened and closed before the first week shown. */
  const earlier = none();
  let oldest = 0;
  const at = (day: LocalDate): Counts => {
    const index = indexOf(day);
    oldest = Math.max(oldest, index);
    return weeks[index] ?? earlier;
  };

  const points = (): SiteWeek[] => {
    let open = earlier.queriesOpened - earlier.queriesClosed;
    return weeks
      .slice(0, oldest + 1)
      .map((counts, index) => ({ counts, weekEnd: addDays(end, -7 * index) }))
      .reverse()
      .map(({ counts: { randomised, visits, queriesOpened, queriesClosed }, weekEnd }) => {
        open += queriesOpened - queriesClosed;
        return {
          start: addDays(weekEnd, -7),
          end: weekEnd,
          randomised: isRandomisedKnown ? randomised.size : null,
          ...{ visits, queriesOpened, queriesClosed },
          queriesOpen: open,
        };
      });
  };

  return {
    on: {
      DM: ({ day }) => {
        if (day !== null && day < end) at(day);
      },
      DS: ({ subject, day, row }) => {
        if (dispositionState(row, known) === 'randomised') at(day).randomised.add(subject);
      },
      SV: ({ day }) => {
        at(day).visits += 1;
      },
      QUERIES: ({ day, row }) => {
        at(day).queriesOpened += 1;
        const closed = text(row, 'CLOSDTC').slice(0, 10);
        if (closed !== '' && closed < end) at(closed).queriesClosed += 1;
      },
    },
    result: points,
  };
};
