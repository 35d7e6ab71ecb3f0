/** The figures of docs/study-weekly.md a second time, by plain loops over all rows. */
import { CRITERIA, lacks } from './codes.ts';
import { deaths } from './deaths.ts';
import { studyWeeklyDoubts } from './doubts.ts';
import { enrolment, randomisedBefore } from './enrolment.ts';
import { adverseEvents, isByCriterion, isFatal, isPossibleDeath, isSerious } from './events.ts';
import {
  converted,
  firstSignals,
  isLiverTest,
  isOutOfRange,
  laboratory,
  meanSign,
  signalOf,
  visitOrder,
  visits,
  vitalSigns,
} from './findings.ts';
import { DOMAINS, type Row } from './held.ts';
import { notComputed } from './not-computed.ts';
import { quality } from './quality.ts';
import { before, inPeriod, subjectsOf, type DatedRow, type Period, type Seen } from './seen.ts';
import { silentSites } from './silence.ts';
import { weeksOf } from './weeks.ts';

const figures = (seen: Seen, period: Period, isUnblinded: boolean) => ({
  enrolment: enrolment(seen, period),
  visits: visits(seen, period),
  adverseEvents: adverseEvents(seen, period, isUnblinded),
  laboratory: laboratory(seen, period),
  vitalSigns: vitalSigns(seen, period),
});

const trends = (seen: Seen, { end }: Period) => {
  const drawn = ['DM', 'AE', 'LB', 'VS'].flatMap((domain) => seen.toDate(domain, end).map(({ day }) => day));
  const { held } = seen;
  const knowsRandomised = !lacks(held, 'DS.DSCAT') && !lacks(held, 'DS.DSDECOD');
  return weeksOf(drawn, end).map((week) => {
    const [events, results, signs] = ['AE', 'LB', 'VS'].map((domain) => seen.inPeriod(domain, week)) as [
      DatedRow[],
      DatedRow[],
      DatedRow[],
    ];
    return {
      ...week,
      screenedToDate: subjectsOf(seen.toDate('DM', week.end)),
      randomisedToDate: knowsRandomised ? subjectsOf(randomisedBefore(seen, week.end)) : null,
      adverseEvents: events.length,
      seriousEvents: lacks(held, 'AE.AESER') ? null : events.filter((row) => isSerious(held, row)).length,
      labResults: results.length,
      labOutOfRange: lacks(held, 'LB.LBNRIND')
        ? null
        : results.filter((row) => isOutOfRange(held, row)).length,
      systolicMean: meanSign(signs, 'SYSBP'),
      diastolicMean: meanSign(signs, 'DIABP'),
      pulseMean: meanSign(signs, 'PULSE'),
    };
  });
};

/** Which row it is, by day and then by key. */
const listed = (rows: readonly DatedRow[]): string[] =>
  [...rows]
    .sort((a, b) => (`${a.day} ${a.key}` < `${b.day} ${b.key}` ? -1 : 1))
    .map(({ subject, site, day }) => [subject, site ?? '', day].join(' '));

const listings = (seen: Seen, period: Period) => {
  const { held } = seen;
  const events = seen.toDate('AE', period.end);
  const isContradictory = (row: DatedRow) =>
    isByCriterion(held, row) || isPossibleDeath(held, row) || (isFatal(held, row) && !isSerious(held, row));
  return {
    adverseEvents: listed(events.filter(({ day }) => inPeriod(day, period))),
    seriousEvents: listed(events.filter((row) => isSerious(held, row))),
    fatalEvents: listed(events.filter((row) => isFatal(held, row))),
    contradictions: listed(events.filter(isContradictory)),
    outOfRange: listed(seen.inPeriod('LB', period).filter((row) => isOutOfRange(held, row))),
  };
};

const EVENTS = [...CRITERIA, 'AE.AESER', 'AE.AEOUT', 'AE.AETOXGR', 'AE.AESEV'];
const DISPOSITIONS = ['DS.DSCAT', 'DS.DSDECOD', 'DS.DSSCAT', 'DS.EPOCH'];
const READ = {
  domains: DOMAINS,
  variables: [...EVENTS, ...DISPOSITIONS, 'DM.DTHFL', 'LB.LBNRIND', 'LB.LBSPEC'],
  // The specimen is read of liver tests, and of what may be one.
  isRead: (variable: string, row: Row) => variable !== 'LB.LBSPEC' || isLiverTest(row),
};

export const studyWeekly = (seen: Seen, isUnblinded: boolean) => {
  const { period } = seen;
  const now = figures(seen, period, isUnblinded);
  const died = deaths(seen, period);
  return {
    ...now,
    previous: { period: before(period), ...figures(seen, before(period), isUnblinded) },
    visitOrder: visitOrder(seen, period.end),
    attention: {
      newSeriousEvents: now.adverseEvents.inPeriod.serious,
      newDeaths: died.filter(({ isNew }) => isNew).length,
      newLabSignals: firstSignals(seen, period.end)
        .filter(({ row }) => inPeriod(row.day, period))
        .map(signalOf),
      doubts: studyWeeklyDoubts(seen),
      silentSites: silentSites(seen, now.enrolment.ongoingBySite, period.end),
    },
    trends: { weeks: trends(seen, period) },
    listings: { ...listings(seen, period), deaths: died },
    dataQuality: {
      ...quality(seen, READ),
      converted: converted(seen, period),
      notComputed: notComputed(seen, isUnblinded, now.enrolment.toDate.planned),
    },
  };
};
