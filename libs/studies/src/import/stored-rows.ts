/** The stored rows of one domain that the folder has not brought so far: what is left at its end is missing. */
import type { RowVersion } from '@rounds/adapters/mongo/records.repository';

/** Half of a hash, a byte a character: the other half tells nothing more, and there is one for each row. */
export const shortHash = (hash: string): string =>
  Buffer.from(hash.slice(0, SHORT * 2), 'hex').toString('latin1');

const SHORT = 16;

export interface StoredRow {
  readonly key: string;
  /** As `shortHash` has it. */
  readonly hash: string;
  readonly from: number;
}

const unpacked = (key: string, packed: string): StoredRow => ({
  key,
  hash: packed.slice(0, SHORT),
  from: Number(packed.slice(SHORT)),
});

export class StoredRows {
  /** How many the study has before this import. */
  readonly present: number;
  /** Hash and generation in one string: objects would be twice as large. */
  private readonly byKey: Map<string, string>;

  private constructor(byKey: Map<string, string>) {
    this.byKey = byKey;
    this.present = byKey.size;
  }

  static async load(versions: AsyncIterable<RowVersion>): Promise<StoredRows> {
    const byKey = new Map<string, string>();
    for await (const { key, hash, from = 0 } of versions) byKey.set(key, shortHash(hash) + String(from));
    return new StoredRows(byKey);
  }

  /** Undefined where no such row is stored. */
  take(key: string): StoredRow | undefined {
    const packed = this.byKey.get(key);
    if (packed === undefined) return undefined;
    this.byKey.delete(key);
    return unpacked(key, packed);
  }

  *left(): Generator<StoredRow> {
    for (const [key, packed] of this.byKey) yield unpacked(key, packed);
  }
}
