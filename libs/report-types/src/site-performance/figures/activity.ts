/** Enrolment, visits and events of each site. Reads rows to date only. */
import type { Period } from '@rounds/contracts/period';
import { addDays } from '../../folds/days.ts';
import { ratio } from '../../folds/decimal.ts';
import { dispositionState } from '../../folds/disposition.ts';
import { ongoing, type EnrolmentCounts } from '../../folds/enrolment.ts';
import type { Fold } from '../../folds/fold.ts';
import { isIn, type StudyRow } from '../../folds/study-row.ts';
import type { SiteFigures } from '../dataset.ts';
import { tallyBySite, type BySite } from './by-site.ts';

type State = keyof EnrolmentCounts;

const states = (): Record<State, Set<string>> => ({
  screened: new Set(),
  randomised: new Set(),
  screenFailures: new Set(),
  completed: new Set(),
  discontinued: new Set(),
});

const counted = (of: Record<State, Set<string>>): EnrolmentCounts => ({
  screened: of.screened.size,
  randomised: of.randomised.size,
  screenFailures: of.screenFailures.size,
  completed: of.completed.size,
  discontinued: of.discontinued.size,
});

const tallySite = () => ({
  toDate: states(),
  inPeriod: states(),
  randomisedLately: new Set<string>(),
  visits: { inPeriod: 0, toDate: 0, subjects: new Set<string>() },
  events: { inPeriod: 0, toDate: 0 },
});
type Tally = ReturnType<typeof tallySite>;

export type Activity = Pick<SiteFigures, 'enrolment' | 'visits' | 'events'>;

const show = ({ toDate, inPeriod, randomisedLately, visits, events }: Tally): Activity => {
  const counts = counted(toDate);
  return {
    enrolment: {
      toDate: { ...counts, ongoing: ongoing(counts) },
      inPeriod: counted(inPeriod),
      randomisedIn28Days: randomisedLately.size,
    },
    visits: {
      inPeriod: visits.inPeriod,
      toDate: visits.toDate,
      subjectsInPeriod: visits.subjects.size,
    },
    events: {
      ...events,
      perRandomised: counts.randomised === 0 ? null : ratio(events.toDate, counts.randomised),
    },
  };
};

const RECENT_DAYS = 28;

export const foldActivity = (period: Period): Fold<BySite<Activity>> => {
  const bySite = tallyBySite(tallySite);
  const recent = { start: addDays(period.end, -RECENT_DAYS), end: period.end };

  const enter = (state: State, { subject, siteId, day }: StudyRow) => {
    bySite.tell(siteId, (tally) => {
      tally.toDate[state].add(subject);
      if (isIn(period, day)) tally.inPeriod[state].add(subject);
      if (state === 'randomised' && isIn(recent, day)) tally.randomisedLately.add(subject);
    });
  };
  return {
    on: {
      DM: (row) => {
        enter('screened', row);
      },
      DS: (row) => {
        const state = dispositionState(row.row);
        if (state !== undefined) enter(state, row);
      },
      SV: ({ subject, siteId, day }) => {
        bySite.tell(siteId, ({ visits }) => {
          visits.toDate += 1;
          if (!isIn(period, day)) return;
          visits.inPeriod += 1;
          visits.subjects.add(subject);
        });
      },
      AE: ({ siteId, day }) => {
        bySite.tell(siteId, ({ events }) => {
          events.toDate += 1;
          if (isIn(period, day)) events.inPeriod += 1;
        });
      },
    },
    result: () => bySite.result(show),
  };
};
