/** Data queries: rows of QUERIES. What happened from the end of the period on has not happened yet. */
import type { LocalDate, Period } from '@rounds/contracts/period';
import { daysBetween } from '../../folds/days.ts';
import type { Fold } from '../../folds/fold.ts';
import { NOTHING_KEPT } from '../../folds/kept.ts';
import { isIn, text, type StudyRow } from '../../folds/study-row.ts';
import type { OpenQuery, QueryFigures } from '../dataset.ts';
import { tallyBySite, type BySite } from './by-site.ts';
import { tallyDays } from './percentile.ts';

interface Query {
  readonly opened: LocalDate;
  /** Null where it has not happened before the end. */
  readonly answered: LocalDate | null;
  readonly closed: LocalDate | null;
}

const before = (day: string, end: LocalDate): LocalDate | null => (day !== '' && day < end ? day : null);

/** A query that is closed without an answer needs none any more. */
const queryOf = ({ day, row }: StudyRow, end: LocalDate): Query => ({
  opened: day,
  answered: before(text(row, 'ANSWDTC').slice(0, 10), end),
  closed: before(text(row, 'CLOSDTC').slice(0, 10), end),
});

const tallyQueries = () => ({
  ...{ opened: 0, answered: 0, closed: 0, open: tallyDays(), answers: tallyDays() },
  ...NOTHING_KEPT,
});
type Tally = ReturnType<typeof tallyQueries>;

const add = (tally: Tally, { opened, answered, closed }: Query, period: Period): void => {
  if (isIn(period, opened)) tally.opened += 1;
  if (answered !== null) {
    tally.answers.add(daysBetween(opened, answered));
    if (isIn(period, answered)) tally.answered += 1;
  }
  if (closed === null) tally.open.add(daysBetween(opened, period.end));
  else if (isIn(period, closed)) tally.closed += 1;
};

export interface Queries extends BySite<QueryFigures> {
  /** Whether there is any to date: else nothing is known of them. */
  readonly isAny: boolean;
}

/** Reads rows to date only. */
export const foldQueries = (period: Period, overdueAfterDays: number): Fold<Queries> => {
  const bySite = tallyBySite(tallyQueries);
  let isAny = false;
  return {
    ...NOTHING_KEPT,
    on: {
      QUERIES: (row) => {
        isAny = true;
        const query = queryOf(row, period.end);
        bySite.add(row.siteId, (tally) => {
          add(tally, query, period);
        });
      },
    },
    result: () => ({
      isAny,
      ...bySite.result(({ opened, answered, closed, open, answers }) => ({
        ...{ opened, answered, closed },
        open: open.count(),
        overdue: open.above(overdueAfterDays),
        oldestDays: open.percentile(100),
        medianDaysToAnswer: answers.percentile(50),
      })),
    }),
  };
};

/** Those that are open at the end of the period. Reads rows to date only. */
export const foldOpenQueries = ({ end }: Period, overdueAfterDays: number): Fold<readonly OpenQuery[]> => {
  const open: OpenQuery[] = [];
  return {
    ...NOTHING_KEPT,
    on: {
      QUERIES: (from) => {
        const { opened, answered, closed } = queryOf(from, end);
        if (closed !== null) return;
        const days = daysBetween(opened, end);
        open.push({
          queryId: text(from.row, 'QUERYID'),
          siteId: from.siteId ?? '',
          subject: from.subject,
          domain: text(from.row, 'QDOMAIN'),
          variable: text(from.row, 'QVAR'),
          ...{ opened, days, answered },
          isOverdue: days > overdueAfterDays,
        });
      },
    },
    result: () => open.sort((a, b) => (a.opened < b.opened ? -1 : a.opened > b.opened ? 1 : 0)),
  };
};
