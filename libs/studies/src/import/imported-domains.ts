/** What an import knows of each domain that it brings: the rows stored before, and what its own are like. */
import type { RecordsRepository } from '@rounds/adapters/mongo/records.repository';
import { recordId } from '@rounds/adapters/mongo/records.repository';
import type { RecordDocument, StoredDelivery } from '@rounds/contracts/collections';
import { ColumnTally } from './column-tally.ts';
import type { Removals } from './judge.ts';
import { DomainRows } from './domain-rows.ts';

/** Whose rows the rest of the import needs: where subjects are, and what the study is called. */
type Needed = 'DM' | 'TS';
type NeededRow = Pick<RecordDocument, 'key' | 'subject' | 'row'>;

export interface ImportedDomain {
  readonly name: string;
  readonly rows: DomainRows;
  readonly columns: ColumnTally;
  /** Rows of the files, refused ones among them. */
  read: number;
  /** Of DM and TS alone, which are small. */
  readonly kept: NeededRow[];
  /** Ids of stored rows that the folder no longer holds; known once `finish` was called. */
  missing: readonly string[];
}

const BATCH = 1_000;

const isNeeded = (domain: string): domain is Needed => domain === 'DM' || domain === 'TS';

export class ImportedDomains {
  private readonly byName = new Map<string, ImportedDomain>();
  private readonly records: Pick<RecordsRepository, 'rows' | 'versions'>;
  private readonly studyId: string;
  private readonly generation: number;

  /** @param generation the study's, before this import */
  constructor(
    records: Pick<RecordsRepository, 'rows' | 'versions'>,
    { studyId, generation }: { readonly studyId: string; readonly generation: number },
  ) {
    this.records = records;
    this.studyId = studyId;
    this.generation = generation;
  }

  get all(): readonly ImportedDomain[] {
    return [...this.byName.values()];
  }

  /** Of one that is not open yet, what the study has of it is read. */
  async open(name: string): Promise<ImportedDomain> {
    const open = this.byName.get(name);
    if (open !== undefined) return open;
    const rows = await DomainRows.load(this.records.versions(this.studyId, name, this.generation));
    const domain = { name, rows, columns: new ColumnTally(name), read: 0, kept: [], missing: [] };
    this.byName.set(name, domain);
    return domain;
  }

  find(name: string): ImportedDomain | undefined {
    return this.byName.get(name);
  }

  keep(domain: ImportedDomain, row: NeededRow): void {
    domain.columns.add(row.row);
    if (isNeeded(domain.name)) domain.kept.push(row);
  }

  /** Call once all files of the domain were read: of the rows that they did not bring, refused ones stay. */
  async finish(domain: ImportedDomain): Promise<void> {
    const missing: string[] = [];
    const staying: string[] = [];
    for (const { key, from } of domain.rows.left())
      (domain.rows.has(key) ? staying : missing).push(recordId(this.studyId, domain.name, key, from));
    for (let start = 0; start < staying.length; start += BATCH)
      for (const row of await this.rows(domain.name, staying.slice(start, start + BATCH)))
        this.keep(domain, row);
    domain.missing = missing;
  }

  /** Every row of the domain that the study will have, by key. */
  async rowsOf(name: Needed): Promise<readonly NeededRow[]> {
    const imported = this.byName.get(name);
    if (imported === undefined) return this.rows(name);
    return imported.kept.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  }

  get removals(): readonly Removals[] {
    return this.all.map(({ name, rows: { present }, missing, read }) => ({
      domain: name,
      present,
      removed: missing.length,
      rows: read,
    }));
  }

  deliveries(of: Pick<StoredDelivery, 'importId' | 'at' | 'by'>): Record<string, StoredDelivery> {
    return Object.fromEntries(
      this.all.map(({ name, read, columns }) => [name, { ...of, rows: read, columns: columns.facts }]),
    );
  }

  private rows(domain: string, ids?: readonly string[]): Promise<RecordDocument[]> {
    return this.records.rows(this.studyId, domain, this.generation, ids);
  }
}
