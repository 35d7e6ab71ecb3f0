/** What a reader sees of a study: the scope, the days, and what is left out of them. */
import type { MadeStudy } from '../made/tables.ts';
import { DAY_OF, DOMAINS, type Row, type Held } from './held.ts';
import { dateOf, isPartial, localDay, type Day } from './values.ts';

export interface Period {
  readonly start: Day;
  readonly end: Day;
}

export type Sites = 'all' | readonly string[];

/** A row of a plausible day. */
export interface DatedRow extends Row {
  readonly day: Day;
  /** Null where it is not certain, or DM does not know the subject. */
  readonly site: string | null;
}

export type Counts = Readonly<Record<string, number>>;

export interface Seen {
  readonly held: Held;
  readonly sites: Sites;
  readonly period: Period;
  readonly timeZone: string;
  /** When the cut was frozen, ISO instant. */
  readonly cutAt: string;
  readonly siteOf: (subject: string) => string | null;
  readonly uncertain: ReadonlyMap<string, readonly string[]>;
  /** Rows of a day before `end`. */
  readonly toDate: (domain: string, end: Day) => readonly DatedRow[];
  readonly inPeriod: (domain: string, period: Period) => readonly DatedRow[];
  /** Of DM, whatever their own day. */
  readonly people: readonly Row[];
  /** Of no day. */
  readonly undatedRows: (domain: string) => readonly Row[];
  /** Of a day that cannot be. */
  readonly implausibleRows: (domain: string) => readonly Row[];
  /** Whether something that a delivery of the dataset tells of can be of that day. */
  readonly isPlausible: (dataset: string, day: Day) => boolean;
}

export const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

const EASTERNMOST = 'Pacific/Kiritimati';

/** The sites that the rows of DM name, by subject. */
const sitesNamed = (held: Held): ReadonlyMap<string, readonly string[]> => {
  const people = held.rows.DM ?? [];
  const of = (subject: string) =>
    people.filter((row) => row.subject === subject).flatMap(({ values }) => values.SITEID ?? []);
  return new Map(people.map(({ subject }) => [subject, sorted(of(subject))]));
};

/** Without the zeros. */
export const positive = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

export const countOf = (keys: readonly string[]): Counts =>
  Object.fromEntries(sorted(keys).map((key) => [key, keys.filter((each) => each === key).length]));

const byDomain = <Of>(make: (domain: string) => Of): Readonly<Record<string, Of>> =>
  Object.fromEntries(DOMAINS.map((domain) => [domain, make(domain)]));

export const seenBy = (
  held: Held,
  sites: Sites,
  study: Pick<MadeStudy, 'period' | 'timeZone' | 'cutAt'>,
): Seen => {
  const named = sitesNamed(held);
  const uncertain = new Map([...named].filter(([, several]) => several.length > 1));
  const siteOf = (subject: string): string | null => {
    const [site, ...others] = named.get(subject) ?? [];
    return site === undefined || others.length > 0 ? null : site;
  };
  const isSeen = ({ subject }: Row): boolean => sites === 'all' || sites.includes(siteOf(subject) ?? '');
  const latest = Object.fromEntries(
    Object.entries(held.delivered).map(([name, { at }]) => [name, localDay(at, EASTERNMOST)]),
  );
  const isPlausible = (name: string, day: Day) => day >= '1900-01-01' && day <= (latest[name] ?? '');
  const rows = byDomain((domain) => (held.rows[domain] ?? []).filter(isSeen));
  const dated = byDomain((domain) =>
    (rows[domain] ?? []).flatMap((row): DatedRow[] => {
      const { day, subject } = row;
      return day !== null && isPlausible(domain, day) ? [{ ...row, day, site: siteOf(subject) }] : [];
    }),
  );
  const toDate = (domain: string, end: Day) => (dated[domain] ?? []).filter(({ day }) => day < end);
  const undatedRows = (domain: string) => (rows[domain] ?? []).filter(({ day }) => day === null);
  const implausibleRows = (domain: string) =>
    (rows[domain] ?? []).filter(({ day }) => day !== null && !isPlausible(domain, day));
  return {
    ...study,
    ...{ held, sites, siteOf, uncertain, isPlausible, toDate },
    inPeriod: (domain, { start, end }) => toDate(domain, end).filter(({ day }) => start <= day),
    people: rows.DM ?? [],
    ...{ undatedRows, implausibleRows },
  };
};

export const inPeriod = (day: Day | null, { start, end }: Period): boolean =>
  day !== null && start <= day && day < end;

/** "rows to date whose variable lacks month or day" */
export const partialDates = (seen: Seen, domains: readonly string[]): Counts =>
  countOf(
    domains.flatMap((domain) =>
      seen.toDate(domain, seen.period.end).flatMap(({ values }) =>
        (DAY_OF[domain] ?? []).flatMap((name) => {
          const date = dateOf(values[name] ?? '');
          return date !== null && isPartial(date) ? [`${domain}.${name}`] : [];
        }),
      ),
    ),
  );

/** "The period before: of equal length, or of as many months where the period is of whole months." */
export const before = ({ start, end }: Period): Period => {
  const [from, to] = [new Date(start), new Date(end)];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const isWholeMonths = months > 0 && from.getUTCDate() === to.getUTCDate();
  const earlier = isWholeMonths
    ? new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() - months, from.getUTCDate()))
    : new Date(from.getTime() - (to.getTime() - from.getTime()));
  return { start: earlier.toISOString().slice(0, 10), end: start };
};

/** Of distinct subjects. */
export const subjectsOf = (rows: readonly { readonly subject: string }[]): number =>
  new Set(rows.map(({ subject }) => subject)).size;

export const valueOf = ({ values }: Row, name: string): string => (values[name] ?? '').trim();
/** "A row whose key is empty counts under NOT GIVEN." */
export const keyOf = (row: Row, name: string): string => valueOf(row, name) || 'NOT GIVEN';
