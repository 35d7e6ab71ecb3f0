/** What could have changed the first page and is not known: docs/study-weekly.md, "Attention", `doubts`. */
import { CRITERIA, fills, lacks, reading, termOf } from './codes.ts';
import { deaths } from './deaths.ts';
import { isByCriterion, isFatal, isPossibleDeath } from './events.ts';
import {
  couldBeBlood,
  isBlood,
  isComparable,
  criterionOf,
  isLiverTest,
  knowsLiver,
  liverResults,
  LIVER_LIMITS,
  whoMet,
  type Criterion,
} from './findings.ts';
import type { Held, Row } from './held.ts';
import { lastDelivery } from './last-delivery.ts';
import { refused } from './quality.ts';
import { valueOf, type Counts, type Period, type Seen } from './seen.ts';
import { fraction, isAtLeast, localDay, times } from './values.ts';

export interface Doubt {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const counted = (code: string, variable: string, rows: number): Doubt[] =>
  rows === 0 ? [] : [{ code, values: { variable, rows } }];

/** "variables that lack" */
const lacking = (held: Held, variables: readonly string[]): Doubt[] =>
  variables
    .filter((variable) => lacks(held, variable))
    .map((variable) => ({ code: 'variable-lacking', values: { variable } }));

/** Without which nobody knows who is ongoing, and which site should not be silent. */
const lackingOfDs = (held: Held): Doubt[] =>
  lacking(held, ['DS.DSCAT', 'DS.DSDECOD', ...(fills(held, 'DS.EPOCH') ? ['DS.DSSCAT'] : [])]);

const notUnderstood = (held: Held, variables: readonly string[], rows: readonly Row[]): Doubt[] =>
  variables.flatMap((variable) =>
    counted(
      'values-not-understood',
      variable,
      rows.filter((row) => reading(held, variable, row).how === 'not understood').length,
    ),
  );

const unreadable = (variables: readonly string[], rows: readonly Row[]): Doubt[] =>
  variables.flatMap((variable) =>
    counted(
      'cells-unreadable',
      variable,
      rows.filter(({ unread }) => unread.includes(variable.slice(3))).length,
    ),
  );

/** "not given (`AESER`)": unknown and not applicable tell no more than nothing. */
const missing = (held: Held, variable: string, rows: readonly Row[]): Doubt[] => {
  const isMissing = (row: Row) => {
    const { term, how } = reading(held, variable, row);
    return how !== 'not understood' && ['', 'U', 'NA'].includes(term);
  };
  return lacks(held, variable) ? [] : counted('values-missing', variable, rows.filter(isMissing).length);
};

/** "a test that was not done, `<5` below its limit" */
const couldMeet = (row: Row, criterion: Criterion): boolean => {
  const result = ['LBSTRESN', 'LBSTRESC', 'LBORRES']
    .map((name) => valueOf(row, name))
    .find((value) => value !== '');
  const below = /^<=?\s*(\d+(\.\d+)?)$/.exec(result ?? '')?.[1];
  const { LBSTNRHI: limit } = row.values;
  if (result === undefined || below === undefined || limit === undefined) return result !== undefined;
  return !isAtLeast(times(LIVER_LIMITS[criterion], fraction(limit)), fraction(below));
};

/** "results of ALT, AST or BILI of the period without a limit (of earlier days where the subject has met the other criterion)" */
const notComparable = (seen: Seen, period: Period): Doubt[] => {
  if (!knowsLiver(seen.held)) return [];
  const results = liverResults(seen, period.end);
  const rows = seen.toDate('LB', period.end).filter((row) => {
    const criterion = criterionOf(row);
    const isUnread = row.unread.includes('LBSTRESN') || row.unread.includes('LBSTNRHI');
    if (criterion === undefined || isUnread || isComparable(row) || !couldMeet(row, criterion)) return false;
    // Of a specimen that nobody understands, that is told instead.
    if (!isBlood(seen.held, row)) return false;
    if (row.day >= period.start) return true;
    const other = criterion === 'bilirubin2xUln' ? 'altOrAst3xUln' : 'bilirubin2xUln';
    return whoMet(results, other).includes(row.subject) && !whoMet(results, criterion).includes(row.subject);
  });
  return rows.length === 0 ? [] : [{ code: 'results-not-comparable', values: { rows: rows.length } }];
};

/** "rows without a day that would be shown" */
const isShown = (held: Held, domain: string, row: Row): boolean => {
  if (domain === 'DS') return termOf(held, 'DS.DSDECOD', row) === 'DEATH';
  if (domain === 'AE')
    return (
      termOf(held, 'AE.AESER', row) !== 'N' ||
      isFatal(held, row) ||
      isByCriterion(held, row) ||
      isPossibleDeath(held, row) ||
      reading(held, 'AE.AEOUT', row).how === 'not understood'
    );
  const criterion = domain === 'LB' ? criterionOf(row) : undefined;
  if (criterion === undefined || !couldBeBlood(held, row)) return false;
  const { LBSTRESN = '', LBSTNRHI = '' } = row.values;
  return (
    !isComparable(row) || isAtLeast(fraction(LBSTRESN), times(LIVER_LIMITS[criterion], fraction(LBSTNRHI)))
  );
};

const byDomain = (code: string, counts: Counts, domains: readonly string[]): Doubt[] =>
  domains
    .filter((domain) => (counts[domain] ?? 0) > 0)
    .map((domain) => ({ code, values: { domain, rows: counts[domain] ?? 0 } }));

/** Of the rows, deliveries and subjects of these domains; not yet of what stands in the rows. */
const ofDomains = (seen: Seen, domains: readonly string[], showsRows: boolean): Doubt[] => {
  const { held, sites, timeZone, uncertain } = seen;
  const shown = (rows: (domain: string) => readonly Row[]): Counts =>
    Object.fromEntries(
      domains.map((domain) => [
        domain,
        showsRows ? rows(domain).filter((row) => isShown(held, domain, row)).length : 0,
      ]),
    );
  const somewhere = domains.filter((domain) => sites !== 'all' && (held.delivered[domain]?.refused ?? 0) > 0);
  const last = lastDelivery(seen, domains);
  const unseen = [...uncertain.values()].filter(
    (named) => sites !== 'all' && named.some((site) => sites.includes(site)),
  ).length;
  return [
    ...byDomain('rows-refused', refused(seen, domains), domains),
    ...somewhere.map((domain) => ({ code: 'rows-refused-somewhere', values: { domain } })),
    ...byDomain('rows-undated', shown(seen.undatedRows), domains),
    ...byDomain('rows-implausible', shown(seen.implausibleRows), domains),
    ...domains.flatMap((domain): Doubt[] => {
      const delivery = last[domain];
      if (delivery === undefined) return [{ code: 'never-delivered', values: { domain } }];
      const { at, stale: why } = delivery;
      return why === undefined
        ? []
        : [{ code: 'delivery-stale', values: { domain, day: localDay(at, timeZone), why } }];
    }),
    ...(unseen === 0 ? [] : [{ code: 'sites-uncertain', values: { subjects: unseen } }]),
  ];
};

/** What the rows that the page could show leave open. */
const ofValues = (seen: Seen, period: Period): Doubt[] => {
  const { held, people } = seen;
  const events = seen.inPeriod('AE', period);
  const results = seen.inPeriod('LB', period).filter(isLiverTest);
  const undated = deaths(seen, period).filter(({ day }) => day === null).length;
  return [
    ...lacking(held, ['AE.AESER', 'AE.AEOUT', 'LB.LBTESTCD', 'LB.LBSTRESN', 'LB.LBSTNRHI']),
    ...notUnderstood(held, ['AE.AESER', ...CRITERIA, 'AE.AEOUT', 'AE.AETOXGR'], events),
    ...missing(held, 'AE.AESER', events),
    ...unreadable(['AE.AEDTHDTC'], events),
    ...notUnderstood(held, ['LB.LBSPEC'], results),
    ...unreadable(
      ['LB.LBSTRESN', 'LB.LBSTNRHI'],
      results.filter((row) => couldBeBlood(held, row)),
    ),
    ...notComparable(seen, period),
    ...notUnderstood(held, ['DM.DTHFL'], people),
    ...unreadable(['DM.DTHDTC'], people),
    ...(undated === 0 ? [] : [{ code: 'deaths-undated', values: { subjects: undated } }]),
  ];
};

const URGENT = ['DM', 'DS', 'AE', 'LB'];

export const studyWeeklyDoubts = (seen: Seen): Doubt[] => [
  ...ofDomains(seen, URGENT, true),
  ...ofValues(seen, seen.period),
  ...lackingOfDs(seen.held),
];

/** "an event of the period without a severity is one" */
export const safetyDoubts = (seen: Seen): Doubt[] => {
  const { held, period } = seen;
  const events = seen.inPeriod('AE', period);
  return [
    ...ofDomains(seen, URGENT, true),
    ...ofValues(seen, period),
    ...lacking(held, ['AE.AESEV']),
    ...notUnderstood(held, ['AE.AESEV'], events),
    ...missing(held, 'AE.AESEV', events),
  ];
};

/** "rows of DM or DS that were refused, deliveries of them that are out of date, a DS that does not tell who is ongoing" */
export const siteDoubts = (seen: Seen): Doubt[] => [
  ...ofDomains(seen, ['DM', 'DS'], false),
  ...lackingOfDs(seen.held),
];
