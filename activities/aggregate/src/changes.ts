/** What differs from the cut last delivered: rows matched by key, compared by hash. */
import type { Changes } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import { entryOf, sortedRecord } from '@rounds/report-types/folds/tally';

interface Version {
  readonly hash: string;
}

const none = () => ({ added: 0, changed: 0, removed: 0 });
type Kind = keyof ReturnType<typeof none>;

/** A row of this cut beside the one of the same key in the last; either may be missing. */
interface Pair {
  readonly current: Version | undefined;
  readonly previous: Version | undefined;
}

const kindOf = ({ current, previous }: Pair): Kind | undefined => {
  if (previous === undefined) return 'added';
  if (current === undefined) return 'removed';
  return current.hash === previous.hash ? undefined : 'changed';
};

export const foldChanges = () => {
  const domains = new Map<string, ReturnType<typeof none>>();
  return {
    add: (domain: string, pair: Pair) => {
      const kind = kindOf(pair);
      if (kind !== undefined) entryOf(domains, domain, none)[kind] += 1;
    },
    result: (): Changes['byDomain'] => sortedRecord(domains, (counts) => counts),
  };
};

const rowsWere = (count: number): string => (count === 1 ? '1 row was' : `${String(count)} rows were`);

/** `5 rows were removed: AE 2, LB 3.`, most rows first. */
const sentence = (byDomain: Changes['byDomain'], kind: Kind): string[] => {
  const domains = Object.entries(byDomain)
    .map(([domain, counts]) => ({ domain, count: counts[kind] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.domain < b.domain ? -1 : 1));
  if (domains.length === 0) return [];
  const total = domains.reduce((sum, { count }) => sum + count, 0);
  const list = domains.map(({ domain, count }) => `${domain} ${String(count)}`).join(', ');
  return [`${rowsWere(total)} ${kind}: ${list}.`];
};

/** The last delivered cut, and the sites of this scope that it did not hold. */
export interface Compared {
  readonly cut: string;
  readonly period: Period;
  readonly sitesNotHeld: readonly string[];
}

const notHeld = (sites: readonly string[]): string[] => {
  if (sites.length === 0) return [];
  const list = sites.join(', ');
  return [`Not in the last report, so that all their rows count as added: sites ${list}.`];
};

/** What was reported and is now otherwise comes before what is merely new. */
const headline = (byDomain: Changes['byDomain'], { sitesNotHeld }: Compared): string[] => {
  const kinds = (['removed', 'changed', 'added'] as const).flatMap((kind) => sentence(byDomain, kind));
  return kinds.length === 0
    ? ['Nothing has changed since the last report.']
    : [...kinds, ...notHeld(sitesNotHeld)];
};

/** The cut last delivered is past its retention. */
export const earlierCutGone: Changes = {
  first: false,
  byDomain: {},
  headline: ['The data of the last report are no longer kept: there is nothing to compare with.'],
};

/** @param subscribed false for a run on demand, which never has an earlier report. */
export const nothingToCompare = (subscribed: boolean): Changes => ({
  first: true,
  byDomain: {},
  headline: [
    subscribed
      ? 'This is the first report of this subscription: there is nothing to compare it with.'
      : 'This report was made on demand: it is not compared with an earlier one.',
  ],
});

export const changesSince = (compared: Compared, byDomain: Changes['byDomain']): Changes => ({
  first: false,
  comparedWith: { cut: compared.cut, period: compared.period },
  byDomain,
  headline: headline(byDomain, compared),
});
