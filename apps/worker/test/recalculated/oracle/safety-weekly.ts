/** The figures of docs/safety-weekly.md a second time. */
import { CRITERIA, lacks, termOf } from './codes.ts';
import { deathCounts, deaths, type Death } from './deaths.ts';
import { safetyDoubts } from './doubts.ts';
import { randomisedBefore } from './enrolment.ts';
import {
  by,
  eventsAndSubjects,
  isByCriterion,
  isFatal,
  isPossibleDeath,
  isSerious,
  knowsCriteria,
} from './events.ts';
import {
  CRITERIA_OF_LIVER,
  firstOf,
  firstSignals,
  isLiverTest,
  knowsLiver,
  liverResults,
  liverToDate,
  signalOf,
  type LiverResult,
} from './findings.ts';
import type { Held, Row } from './held.ts';
import { quality } from './quality.ts';
import {
  before,
  inPeriod,
  sorted,
  subjectsOf,
  valueOf,
  type DatedRow,
  type Period,
  type Seen,
} from './seen.ts';
import { daysFrom } from './values.ts';
import { weeksOf } from './weeks.ts';

export type Severity = 'MILD' | 'MODERATE' | 'SEVERE';
const ORDER = ['MILD', 'MODERATE', 'SEVERE'];

type Is = (held: Held, row: Row) => boolean;

const isSevere =
  (minimum: Severity): Is =>
  (held, row) =>
    ORDER.indexOf(termOf(held, 'AE.AESEV', row)) >= ORDER.indexOf(minimum);

/** "any of serious, severe and fatal" */
const isNotable =
  (minimum: Severity): Is =>
  (held, row) =>
    isSerious(held, row) || isSevere(minimum)(held, row) || isFatal(held, row);

const UNKNOWN = { events: null, subjects: null };

const kindsOf = (held: Held, rows: readonly Row[], minimum: Severity) => {
  const of = (is: Is, isKnown = true) =>
    isKnown ? eventsAndSubjects(rows.filter((row) => is(held, row))) : UNKNOWN;
  const [aeser, aesev, aeout] = ['AE.AESER', 'AE.AESEV', 'AE.AEOUT'].map(
    (variable) => !lacks(held, variable),
  );
  return {
    all: eventsAndSubjects(rows),
    serious: of(isSerious, aeser),
    seriousByCriterion: of(isByCriterion, knowsCriteria(held)),
    severe: of(isSevere(minimum), aesev),
    fatal: of(isFatal, aeout),
    possibleDeaths: of(isPossibleDeath),
    notable: of(isNotable(minimum), aeser && aesev && aeout),
  };
};

const eventsOf = (seen: Seen, period: Period, minimum: Severity) => {
  const { held } = seen;
  const all = seen.toDate('AE', period.end);
  const randomised = randomisedBefore(seen, period.end).map(({ subject }) => subject);
  const notRandomised = (rows: readonly DatedRow[]) =>
    subjectsOf(rows.filter(({ subject }) => !randomised.includes(subject)));
  /** "for each that has a notable event" */
  const terms = (name: string) => {
    const found = by(all, name, (rows) => {
      const { all: every, serious, severe, notable } = kindsOf(held, rows, minimum);
      const shown = { all: every, serious, severe, notable, notRandomised: notRandomised(rows) };
      return rows.some((row) => isNotable(minimum)(held, row)) ? [shown] : [];
    });
    return Object.fromEntries(
      Object.entries(found).flatMap(([term, shown]) => shown.map((each) => [term, each])),
    );
  };
  return {
    inPeriod: kindsOf(held, seen.inPeriod('AE', period), minimum),
    toDate: {
      ...kindsOf(held, all, minimum),
      ...{ bySoc: terms('AESOC'), byPreferredTerm: terms('AEDECOD'), notRandomised: notRandomised(all) },
    },
  };
};

/** "subjects who have met both since a day of the period" */
const candidatesOf = (seen: Seen, period: Period) => {
  const results = liverResults(seen, period.end);
  return sorted(results.map(({ row }) => row.subject)).flatMap((subject) => {
    const [enzyme, bilirubin] = CRITERIA_OF_LIVER.map((criterion) => firstOf(results, subject, criterion));
    if (enzyme === undefined || bilirubin === undefined) return [];
    const [earlier = '', since = ''] = [enzyme.row.day, bilirubin.row.day].sort();
    const highest = (criterion: string) =>
      Math.max(
        ...results
          .filter((each) => each.row.subject === subject && each.criterion === criterion)
          .map(({ ratio }) => ratio),
      );
    return [
      {
        ...{ subject, siteId: seen.siteOf(subject) ?? '', since, isNew: inPeriod(since, period) },
        ...{
          transaminase: signalOf(enzyme),
          bilirubin: signalOf(bilirubin),
          daysApart: daysFrom(earlier, since),
        },
        highestTransaminase: highest('altOrAst3xUln'),
        highestBilirubin: highest('bilirubin2xUln'),
      },
    ];
  });
};

const liver = (seen: Seen, period: Period) => {
  const isNew = ({ row }: LiverResult) => inPeriod(row.day, period);
  const isKnown = knowsLiver(seen.held);
  return {
    inPeriod: {
      results: isKnown ? liverResults(seen, period.end).filter(isNew).length : null,
      newSignals: isKnown ? firstSignals(seen, period.end).filter(isNew).length : null,
      newCandidates: isKnown ? candidatesOf(seen, period).filter((each) => each.isNew).length : null,
    },
    toDate: liverToDate(seen, period.end),
  };
};

/** @param died as they are known at the end of the report's period, also of the period before */
const figures = (seen: Seen, period: Period, minimum: Severity, died: readonly Death[]) => {
  const { held } = seen;
  const knowsRandomised = !lacks(held, 'DS.DSCAT') && !lacks(held, 'DS.DSDECOD');
  return {
    subjects: {
      screened: subjectsOf(seen.toDate('DM', period.end)),
      randomised: knowsRandomised ? subjectsOf(randomisedBefore(seen, period.end)) : null,
    },
    events: eventsOf(seen, period, minimum),
    deaths: deathCounts(died, period),
    liver: liver(seen, period),
  };
};

const trends = (seen: Seen, { end }: Period, minimum: Severity, died: readonly Death[]) => {
  const { held } = seen;
  const days = ['DM', 'AE', 'LB'].flatMap((domain) => seen.toDate(domain, end).map(({ day }) => day));
  return weeksOf(days, end).map((week) => {
    const { all, serious, severe, notable } = kindsOf(held, seen.inPeriod('AE', week), minimum);
    const results = liverResults(seen, end).filter(({ row }) => inPeriod(row.day, week));
    return {
      ...{
        ...week,
        events: all.events,
        serious: serious.events,
        severe: severe.events,
        notable: notable.events,
      },
      // "The chart's weeks count the day of death."
      deaths: died.filter(({ day }) => inPeriod(day, week)).length,
      liverResults: knowsLiver(held) ? results.length : null,
    };
  });
};

/** What the rows of DM that give it say, if they say one thing. */
const ofPerson = ({ people }: Seen, subject: string, name: string): string => {
  const [value, ...others] = sorted(
    people
      .filter((row) => row.subject === subject)
      .map((row) => valueOf(row, name))
      .filter(Boolean),
  );
  return value === undefined || others.length > 0 ? '' : value;
};

/** "what is of a subject by USUBJID", then by day and key. */
const byDay = (results: readonly LiverResult[]): LiverResult[] =>
  [...results].sort(({ row: a }, { row: b }) =>
    `${a.subject} ${a.day} ${a.key}` < `${b.subject} ${b.day} ${b.key}` ? -1 : 1,
  );

const listings = (seen: Seen, period: Period, minimum: Severity) => {
  const { held } = seen;
  const events = [...seen.toDate('AE', period.end)].sort((a, b) =>
    `${a.day} ${a.key}` < `${b.day} ${b.key}` ? -1 : 1,
  );
  const listed = (is: Is) =>
    events
      .filter((row) => is(held, row))
      .map((row) => ({
        ...{ subject: row.subject, siteId: row.site ?? '', day: row.day, isNew: inPeriod(row.day, period) },
        ...{ fatal: isFatal(held, row), sex: ofPerson(seen, row.subject, 'SEX') },
        age: ofPerson(seen, row.subject, 'AGE') === '' ? null : Number(ofPerson(seen, row.subject, 'AGE')),
      }));
  const candidates = candidatesOf(seen, period);
  const isCandidate = (of: string) => candidates.some(({ subject }) => subject === of);
  const results = byDay(liverResults(seen, period.end)).filter(
    ({ row }) => isCandidate(row.subject) || inPeriod(row.day, period),
  );
  return {
    serious: listed(isSerious),
    severe: listed((_held, row) => isNotable(minimum)(held, row) && !isSerious(held, row)),
    contradictions: listed((_held, row) => isByCriterion(held, row) || isPossibleDeath(held, row)),
    candidates,
    signals: firstSignals(seen, period.end).map((each) => ({
      ...signalOf(each),
      isNew: inPeriod(each.row.day, period),
    })),
    liverResults: results.map((each) => ({
      ...signalOf(each),
      ...{
        visit: valueOf(each.row, 'VISIT'),
        criterion: each.criterion,
        isCandidate: isCandidate(each.row.subject),
      },
    })),
  };
};

const READ = {
  domains: ['DM', 'DS', 'AE', 'LB'],
  variables: [
    ...[...CRITERIA, 'AE.AESER', 'AE.AEOUT', 'AE.AETOXGR', 'AE.AESEV'],
    ...['DS.DSCAT', 'DS.DSDECOD', 'DM.DTHFL', 'LB.LBSPEC'],
  ],
  isRead: (variable: string, row: Row) => variable !== 'LB.LBSPEC' || isLiverTest(row),
};

export const safetyWeekly = (seen: Seen, minimum: Severity) => {
  const { period } = seen;
  const died = deaths(seen, period);
  return {
    ...figures(seen, period, minimum, died),
    previous: { period: before(period), ...figures(seen, before(period), minimum, died) },
    attention: { doubts: safetyDoubts(seen) },
    trends: { weeks: trends(seen, period, minimum, died) },
    listings: { ...listings(seen, period, minimum), deaths: died },
    dataQuality: quality(seen, READ),
  };
};
