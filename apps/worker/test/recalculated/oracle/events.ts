/** Adverse events: docs/study-weekly.md and docs/safety-weekly.md. */
import { CRITERIA, fills, lacks, termOf } from './codes.ts';
import { randomisedBefore } from './enrolment.ts';
import type { Row, Held } from './held.ts';
import {
  countOf,
  keyOf,
  positive,
  sorted,
  subjectsOf,
  valueOf,
  type DatedRow,
  type Period,
  type Seen,
} from './seen.ts';

export const isSerious = (held: Held, row: Row): boolean => termOf(held, 'AE.AESER', row) === 'Y';
export const isByCriterion = (held: Held, row: Row): boolean =>
  termOf(held, 'AE.AESER', row) === 'N' && CRITERIA.some((variable) => termOf(held, variable, row) === 'Y');
export const isFatal = (held: Held, row: Row): boolean =>
  termOf(held, 'AE.AEOUT', row) === 'FATAL' || termOf(held, 'AE.AESDTH', row) === 'Y';
export const isPossibleDeath = (held: Held, row: Row): boolean =>
  (termOf(held, 'AE.AETOXGR', row) === '5' || valueOf(row, 'AEDTHDTC') !== '') && !isFatal(held, row);

/** "`seriousByCriterion`: null where no criterion is filled by any row" */
export const knowsCriteria = (held: Held): boolean =>
  !lacks(held, 'AE.AESER') &&
  ((held.rows.AE ?? []).length === 0 || CRITERIA.some((variable) => fills(held, variable)));

const graveCounts = (held: Held, rows: readonly Row[]) => {
  const count = (is: (held: Held, row: Row) => boolean) => rows.filter((row) => is(held, row)).length;
  return {
    serious: lacks(held, 'AE.AESER') ? null : count(isSerious),
    seriousByCriterion: knowsCriteria(held) ? count(isByCriterion) : null,
    fatal: lacks(held, 'AE.AEOUT') ? null : count(isFatal),
    possibleDeaths: count(isPossibleDeath),
  };
};

export const eventsAndSubjects = (rows: readonly Row[]) => ({
  events: rows.length,
  subjects: subjectsOf(rows),
});

export const by = <Shown>(
  rows: readonly DatedRow[],
  name: string,
  show: (rows: readonly DatedRow[]) => Shown,
): Record<string, Shown> =>
  Object.fromEntries(
    sorted(rows.map((row) => keyOf(row, name))).map((key) => [
      key,
      show(rows.filter((row) => keyOf(row, name) === key)),
    ]),
  );

/** DM.ARM, if its rows tell one. */
const armOf = ({ people }: Seen, subject: string): string => {
  const [arm, ...others] = sorted(
    people
      .filter((row) => row.subject === subject)
      .map((row) => valueOf(row, 'ARM'))
      .filter(Boolean),
  );
  return arm === undefined || others.length > 0 ? 'NOT GIVEN' : arm;
};

const byArm = (seen: Seen, end: string) => {
  const { held } = seen;
  if (['DM.ARM', 'DS.DSCAT', 'DS.DSDECOD'].some((variable) => lacks(held, variable))) return null;
  const randomised = sorted(randomisedBefore(seen, end).map(({ subject }) => subject));
  const events = seen.toDate('AE', end);
  const arms = sorted(randomised.map((subject) => armOf(seen, subject)));
  return Object.fromEntries(
    arms.map((arm) => {
      const subjects = randomised.filter((subject) => armOf(seen, subject) === arm);
      const theirs = events.filter(({ subject }) => subjects.includes(subject));
      return [
        arm,
        { randomised: subjects.length, subjectsWithEvents: subjectsOf(theirs), events: theirs.length },
      ];
    }),
  );
};

export const adverseEvents = (seen: Seen, period: Period, isUnblinded: boolean) => {
  const { held } = seen;
  const [within, all] = [seen.inPeriod('AE', period), seen.toDate('AE', period.end)];
  const randomised = randomisedBefore(seen, period.end).map(({ subject }) => subject);
  const notRandomised = (name: string) =>
    positive(
      by(all, name, (rows) => subjectsOf(rows.filter(({ subject }) => !randomised.includes(subject)))),
    );
  return {
    inPeriod: {
      ...eventsAndSubjects(within),
      ...graveCounts(held, within),
      bySeverity: countOf(within.map((row) => termOf(held, 'AE.AESEV', row) || keyOf(row, 'AESEV'))),
    },
    toDate: {
      ...eventsAndSubjects(all),
      ...graveCounts(held, all),
      bySoc: by(all, 'AESOC', eventsAndSubjects),
      byPreferredTerm: by(all, 'AEDECOD', eventsAndSubjects),
      notRandomised: { bySoc: notRandomised('AESOC'), byPreferredTerm: notRandomised('AEDECOD') },
    },
    ...(isUnblinded ? { byArm: byArm(seen, period.end) } : {}),
  };
};
