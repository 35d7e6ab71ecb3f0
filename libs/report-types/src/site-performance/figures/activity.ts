/** Enrolment, visits and events of each site. Reads rows to date only. */
import type { Period } from '@rounds/contracts/period';
import { addDays } from '../../folds/days.ts';
import { ratio } from '../../folds/decimal.ts';
import { foldEnrolmentBySite, lackingOf, type EnrolmentOf } from '../../folds/enrolment.ts';
import { combine, type Fold } from '../../folds/fold.ts';
import { keepAll, keepCount } from '../../folds/kept.ts';
import { isIn, type StudyRow } from '../../folds/study-row.ts';
import type { Known } from '../../terms/known.ts';
import type { SiteFigures } from '../dataset.ts';
import { tallyBySite, type BySite } from './by-site.ts';

/** What there is to date is kept; the rest is of the period, or follows from the dispositions. */
const tallySite = () => {
  const [visits, events] = [keepCount(), keepCount()];
  return {
    randomisedLately: new Set<string>(),
    visits: { inPeriod: 0, toDate: visits, subjects: new Set<string>() },
    events: { inPeriod: 0, toDate: events },
    ...keepAll({ visits, events }),
  };
};
type Tally = ReturnType<typeof tallySite>;

export type Activity = Pick<SiteFigures, 'enrolment' | 'visits' | 'events'>;

const RECENT_DAYS = 28;

const foldRows = (period: Period) => {
  const bySite = tallyBySite(tallySite);
  const on: Fold<unknown>['on'] = {
    SV: ({ subject, siteId, day }) => {
      bySite.add(siteId, ({ visits }) => {
        visits.toDate.add();
        if (!isIn(period, day)) return;
        visits.inPeriod += 1;
        visits.subjects.add(subject);
      });
    },
    AE: ({ siteId, day }) => {
      bySite.add(siteId, ({ events }) => {
        events.toDate.add();
        if (isIn(period, day)) events.inPeriod += 1;
      });
    },
  };
  return { on, result: () => bySite, save: bySite.save, absorb: bySite.absorb };
};

const NOBODY: EnrolmentOf['inPeriod'] = {
  ...{ screened: 0, randomised: 0, screenFailures: 0, completed: 0, discontinued: 0 },
};

/** What the study does not record is null at every site, whether it has a subject or not. */
export const emptyEnrolment = (known: Known): SiteFigures['enrolment'] => {
  const lacking = Object.keys(lackingOf(known));
  const without = <Counts extends object>(counts: Counts): Counts =>
    Object.fromEntries(
      Object.entries(counts).map(([state, count]) => [
        state,
        lacking.includes(state) ? null : (count as number),
      ]),
    ) as Counts;
  return {
    toDate: without({ ...NOBODY, ongoing: 0 }),
    inPeriod: without(NOBODY),
    randomisedIn28Days: lacking.includes('randomised') ? null : 0,
  };
};

const shown = (
  { toDate, inPeriod }: Pick<SiteFigures['enrolment'], 'toDate' | 'inPeriod'>,
  { randomisedLately, visits, events }: Tally,
): Activity => ({
  enrolment: {
    ...{ toDate, inPeriod },
    randomisedIn28Days: toDate.randomised === null ? null : randomisedLately.size,
  },
  visits: {
    inPeriod: visits.inPeriod,
    toDate: visits.toDate.value(),
    subjectsInPeriod: visits.subjects.size,
  },
  events: {
    ...{ inPeriod: events.inPeriod, toDate: events.toDate.value() },
    perRandomised:
      toDate.randomised === null || toDate.randomised === 0
        ? null
        : ratio(events.toDate.value(), toDate.randomised),
  },
});

export const foldActivity = (period: Period, known: Known): Fold<BySite<Activity>> => {
  const both = combine({ enrolment: foldEnrolmentBySite(period, known), rows: foldRows(period) });
  const recent = { start: addDays(period.end, -RECENT_DAYS), end: period.end };
  const countLately = (randomised: readonly StudyRow[], bySite: ReturnType<typeof tallyBySite<Tally>>) => {
    for (const { subject, siteId, day } of randomised)
      if (isIn(recent, day)) bySite.add(siteId, ({ randomisedLately }) => randomisedLately.add(subject));
  };
  return {
    ...both,
    result: () => {
      const { enrolment, rows } = both.result();
      countLately(enrolment.dispositions.randomised, rows);
      const empty = emptyEnrolment(known);
      for (const siteId of Object.keys(enrolment.sites)) rows.add(siteId, () => undefined);
      return rows.result((tally, siteId) =>
        shown(siteId === null ? enrolment.all : (enrolment.sites[siteId] ?? empty), tally),
      );
    },
  };
};
