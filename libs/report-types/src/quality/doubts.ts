/** What could have changed the first page's panel and is not known: while there is any, nobody says that nothing is urgent. */
import type { SdtmRow } from '@rounds/contracts/received';
import type { DatedDomain } from '@rounds/contracts/cut';
import type { Changes, Counts, DataQuality, Doubt } from '@rounds/contracts/dataset';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import type { Known } from '../terms/known.ts';

/** What the panel of a report type speaks of. */
export interface Urgent<Content> {
  /** Domains whose rows it shows, and which of those: a row without a day that it would not show is no doubt. */
  readonly rows: Readonly<Partial<Record<DatedDomain, (row: SdtmRow, known: Known) => boolean>>>;
  /** Whether it tells what came late, which only a comparison can. */
  readonly tellsLate: boolean;
  withDoubts(content: Content, doubts: readonly Doubt[]): Content;
  doubtsIn(content: Content): readonly Doubt[];
}

/** Rows without a day that the panel could have shown, by domain. */
export interface Dayless {
  readonly undated: Counts;
  readonly implausible: Counts;
}

export interface DoubtfulInput {
  /** What the rows themselves leave in doubt. */
  readonly found: readonly Doubt[];
  readonly dayless: Dayless;
  readonly quality: Pick<DataQuality, 'refusedAtImport' | 'lastDelivery' | 'uncertainSites'>;
  /** Domains of which rows were refused, where the number is not shown. */
  readonly refusedSomewhere: readonly string[];
  readonly sites: 'all' | readonly string[];
  readonly timeZone: string;
  readonly notCompared: Changes['notCompared'] | undefined;
}

const byDomain = (code: Doubt['code'], counts: Counts, domains: readonly string[]): Doubt[] =>
  Object.entries(counts)
    .filter(([domain, rows]) => domains.includes(domain) && rows > 0)
    .map(([domain, rows]) => ({ code, values: { domain, rows } }));

const ofDeliveries = (
  { quality: { lastDelivery }, timeZone }: DoubtfulInput,
  domains: readonly string[],
): Doubt[] =>
  domains.flatMap((domain): Doubt[] => {
    const last = lastDelivery[domain];
    if (last === undefined) return [{ code: 'never-delivered', values: { domain } }];
    const { stale: why, at } = last;
    const day = localDateAt(Date.parse(at), timeZone);
    return why === undefined ? [] : [{ code: 'delivery-stale', values: { domain, day, why } }];
  });

/** The gravest first. */
export const doubtsOf = (
  { rows, tellsLate }: Pick<Urgent<never>, 'rows' | 'tellsLate'>,
  input: DoubtfulInput,
): Doubt[] => {
  const domains = Object.keys(rows);
  const { quality, dayless, notCompared, sites } = input;
  const unseen = sites === 'all' ? 0 : quality.uncertainSites.subjects;
  return [
    ...byDomain('rows-refused', quality.refusedAtImport, domains),
    ...input.refusedSomewhere
      .filter((domain) => domains.includes(domain))
      .map((domain): Doubt => ({ code: 'rows-refused-somewhere', values: { domain } })),
    ...byDomain('rows-undated', dayless.undated, domains),
    ...byDomain('rows-implausible', dayless.implausible, domains),
    ...input.found,
    ...ofDeliveries(input, domains),
    ...(unseen === 0 ? [] : [{ code: 'sites-uncertain' as const, values: { subjects: unseen } }]),
    ...(tellsLate && (notCompared === 'damaged' || notCompared === 'noLongerKept')
      ? [{ code: 'not-compared' as const, values: { why: notCompared } }]
      : []),
  ];
};
