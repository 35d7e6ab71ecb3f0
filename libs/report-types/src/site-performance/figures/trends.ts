/** The weeks that end with the period: one point each, for the charts. */
import type { LocalDate } from '@rounds/contracts/period';
import { dispositionState } from '../../folds/disposition.ts';
import { lackingOf } from '../../folds/enrolment.ts';
import type { Fold } from '../../folds/fold.ts';
import { text } from '../../folds/study-row.ts';
import { tallyWeeks } from '../../folds/weeks.ts';
import type { Known } from '../../terms/known.ts';
import type { SiteWeek } from '../dataset.ts';

type Counts = Record<'visits' | 'queriesOpened' | 'queriesClosed', number> & { randomised: Set<string> };

const none = (): Counts => ({ visits: 0, queriesOpened: 0, queriesClosed: 0, randomised: new Set() });

/** Reads rows to date only. */
export const foldWeeks = (end: LocalDate, known: Known): Fold<readonly SiteWeek[]> => {
  const isRandomisedKnown = lackingOf(known).randomised === undefined;
  const weeks = tallyWeeks(end, none);

  const points = (): SiteWeek[] => {
    // Queries opened and closed before the first week shown.
    let open = weeks.earlier.queriesOpened - weeks.earlier.queriesClosed;
    return weeks.result(({ randomised, visits, queriesOpened, queriesClosed }, days) => {
      open += queriesOpened - queriesClosed;
      return {
        ...days,
        randomised: isRandomisedKnown ? randomised.size : null,
        ...{ visits, queriesOpened, queriesClosed },
        queriesOpen: open,
      };
    });
  };

  return {
    save: weeks.save,
    absorb: weeks.absorb,
    on: {
      DM: ({ day }) => {
        if (day !== null && day < end) weeks.of(day);
      },
      DS: ({ subject, day, row }) => {
        if (dispositionState(row, known) === 'randomised') weeks.of(day).randomised.add(subject);
      },
      SV: ({ day }) => {
        weeks.of(day).visits += 1;
      },
      QUERIES: ({ day, row }) => {
        weeks.of(day).queriesOpened += 1;
        const closed = text(row, 'CLOSDTC').slice(0, 10);
        if (closed !== '' && closed < end) weeks.of(closed).queriesClosed += 1;
      },
    },
    result: points,
  };
};
