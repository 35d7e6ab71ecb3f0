/** Data quality: what became of values, rows and deliveries. */
import { reading } from './codes.ts';
import type { Row } from './held.ts';
import { lastDelivery } from './last-delivery.ts';
import { countOf, partialDates, positive, sorted, type Counts, type Seen } from './seen.ts';

/** Rows to date; of DM all, whatever their day. */
const rowsOf = (seen: Seen, domain: string): readonly Row[] =>
  domain === 'DM' ? seen.people : seen.toDate(domain, seen.period.end);

/** "`mapped` and `notUnderstood` count each such value over the rows to date". @param isRead whether a figure reads it in the row */
const values = (
  seen: Seen,
  variables: readonly string[],
  isRead: (variable: string, row: Row) => boolean,
) => {
  const all = variables.flatMap((variable) =>
    rowsOf(seen, variable.slice(0, 2))
      .filter((row) => isRead(variable, row))
      .map((row) => ({ variable, ...reading(seen.held, variable, row) })),
  );
  const of = (how: string) => {
    const counts = countOf(
      all
        .filter((each) => each.how === how)
        .map(({ variable, value, term }) => JSON.stringify([variable, value, term])),
    );
    return Object.entries(counts).map(([key, rows]) => {
      const [variable = '', value = '', as = ''] = JSON.parse(key) as string[];
      return { variable, value, ...(how === 'mapped' ? { as } : {}), rows };
    });
  };
  return { mapped: of('mapped'), notUnderstood: of('not understood') };
};

const unreadable = (seen: Seen, domains: readonly string[]): Counts =>
  countOf(
    domains.flatMap((domain) =>
      rowsOf(seen, domain).flatMap(({ unread }) => unread.map((name) => `${domain}.${name}`)),
    ),
  );

const countRows = (domains: readonly string[], rowsIn: (domain: string) => readonly Row[]): Counts =>
  positive(Object.fromEntries(domains.map((domain) => [domain, rowsIn(domain).length])));

/** "its rows of DM name several sites: named in reports of all sites, counted in those of one of them" */
const uncertainSites = ({ uncertain, sites }: Seen) =>
  sites === 'all'
    ? {
        subjects: uncertain.size,
        listed: sorted(uncertain.keys()).map((subject) => ({ subject, sites: uncertain.get(subject) })),
      }
    : {
        subjects: [...uncertain.values()].filter((named) => named.some((site) => sites.includes(site)))
          .length,
      };

const OPERATIONAL = ['TRAINING', 'QUERIES'];

/** "Rows that the newest import of each domain refused"; readers of some sites are told none. */
export const refused = ({ held, sites }: Seen, domains: readonly string[]): Counts => {
  const told = Object.entries(held.delivered).filter(
    ([name]) => !OPERATIONAL.includes(name) || domains.includes(name),
  );
  return sites === 'all'
    ? positive(Object.fromEntries(told.map(([name, each]) => [name, each.refused])))
    : {};
};

interface Reads {
  readonly domains: readonly string[];
  /** Coded variables that a figure reads. */
  readonly variables: readonly string[];
  readonly isRead: (variable: string, row: Row) => boolean;
}

export const quality = (seen: Seen, { domains, variables, isRead }: Reads) => ({
  partialDates: partialDates(seen, domains),
  undatedRows: countRows(domains, seen.undatedRows),
  implausibleDates: countRows(domains, seen.implausibleRows),
  unreadableCells: unreadable(seen, domains),
  uncertainSites: uncertainSites(seen),
  refusedAtImport: refused(seen, domains),
  lastDelivery: lastDelivery(seen, domains),
  ...values(seen, variables, isRead),
});
