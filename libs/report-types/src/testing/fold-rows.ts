import type { SdtmRow } from '@rounds/contracts/received';
import {
  DATED_DOMAINS,
  OPERATIONAL_DAYS,
  type ColumnFacts,
  type CutDataset,
  type DatedDomain,
  type OperationalDataset,
} from '@rounds/contracts/cut';
import { rowDay, sdtmRow } from '@rounds/adapters/testing/rows';
import { feed, type Fold } from '../folds/fold.ts';
import type { SubjectRow } from '../folds/study-row.ts';

export const PERIOD = { start: '2024-03-04', end: '2024-03-11' };

export type Rows = Partial<Record<DatedDomain, readonly SdtmRow[]>>;
type Variables = Readonly<Record<string, string | number | undefined>>;

/** Rows of one subject: its USUBJID in every row, the rest by default. */
export const subjectRows = (
  subject: string,
  domains: Partial<Record<DatedDomain, readonly Variables[]>>,
): Rows =>
  Object.fromEntries(
    Object.entries(domains).map(([domain, rows]) => [
      domain,
      rows.map((row) => sdtmRow(domain as DatedDomain, { USUBJID: subject, ...row })),
    ]),
  );

export const together = (...groups: readonly Rows[]): Rows =>
  Object.fromEntries(DATED_DOMAINS.map((domain) => [domain, groups.flatMap((rows) => rows[domain] ?? [])]));

/** A row as the aggregate stage tells it. */
export interface ToldRow {
  readonly domain: CutDataset;
  readonly row: SubjectRow;
}

const siteOf = (rows: Rows): ReadonlyMap<string, string> => {
  const sites = new Map<string, Set<string>>();
  for (const { USUBJID, SITEID } of rows.DM ?? [])
    sites.set(String(USUBJID), (sites.get(String(USUBJID)) ?? new Set()).add(String(SITEID)));
  return new Map(
    [...sites].flatMap(([subject, [site, ...more]]) =>
      site === undefined || more.length > 0 ? [] : [[subject, site]],
    ),
  );
};

/** What aggregate does with a cut, without the cut: sites from DM, rows without a date left out but for those of DM. */
export const studyRows = (rows: Rows): ToldRow[] => {
  const sites = siteOf(rows);
  return DATED_DOMAINS.flatMap((domain) =>
    (rows[domain] ?? []).flatMap((row, index) => {
      const day = rowDay(domain, row);
      const subject = String(row.USUBJID);
      const siteId = sites.get(subject) ?? null;
      // No figure reads the hash, and hashing a real laboratory takes longer than all figures.
      const cut = { key: `${subject}|${String(index)}`, receivedAt: '', hash: '', row };
      return day === null && domain !== 'DM' ? [] : [{ domain, row: { ...cut, day, subject, siteId } }];
    }),
  );
};

/** As `studyRows`, of a dataset whose rows name their sites themselves. */
export const operationalRows = (domain: OperationalDataset, rows: readonly SdtmRow[]): ToldRow[] =>
  rows.map((row, index) => ({
    domain,
    row: {
      key: String(index),
      receivedAt: '',
      hash: '',
      row,
      day: String(row[OPERATIONAL_DAYS[domain]]).slice(0, 10),
      subject: String(row.USUBJID ?? ''),
      siteId: row.SITEID === undefined ? null : String(row.SITEID),
    },
  }));

/** What an import knows of the columns of these rows. */
export const columnsOf = (rows: Rows): Record<string, ColumnFacts> =>
  Object.fromEntries(
    Object.entries(rows).map(([domain, list]) => {
      const filled = [...new Set(list.flatMap((row) => Object.keys(row)))].sort();
      const isFlag = (name: string) =>
        list.every((row) => row[name] === undefined || ['0', '1'].includes(String(row[name])));
      return [domain, { filled, numericFlags: filled.filter(isFlag) }];
    }),
  );

export const foldStudyRows = <Result>(fold: Fold<Result>, rows: readonly ToldRow[]): Result => {
  for (const { domain, row } of rows) feed(fold, domain, row);
  return fold.result();
};

export const foldRows = <Result>(fold: Fold<Result>, rows: Rows): Result =>
  foldStudyRows(fold, studyRows(rows));
