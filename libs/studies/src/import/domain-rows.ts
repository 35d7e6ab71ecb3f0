/**
 * The rows of one domain while a folder is read: those that the study has, and those that the folder brings. It finds
 * rows that are there twice, and tells at the end which ones are missing. This is what grows with a study: about 100
 * bytes a row.
 */
import type { RowVersion } from '@rounds/adapters/mongo/records.repository';

/** Half of a hash, a byte a character: the other half tells nothing more. */
const shortHash = (hash: string): string => Buffer.from(hash.slice(0, SHORT * 2), 'hex').toString('latin1');

const SHORT = 16;

/** A row that the study has. */
export interface StoredRow {
  readonly key: string;
  readonly from: number;
}

export interface PlacedRow {
  /** Under which the row is kept. */
  readonly key: string;
  /** The generation of the row that the study has under this key; null where it has none. */
  readonly stored: number | null;
  /** Whether that one is equal. */
  readonly isSame: boolean;
}

export class DomainRows {
  /** How many the study has before this import. */
  readonly present: number;
  /**
   * By key: the hash of a row that the folder brought; of one that only the study has, its generation behind the hash.
   * Both in one map, and in strings: what objects would need is several times as much.
   */
  private readonly byKey: Map<string, string>;
  /** Of keys that several rows have: the hashes of the later ones. */
  private readonly repeated = new Map<string, Set<string>>();
  private readonly protected = new Set<string>();

  private constructor(byKey: Map<string, string>) {
    this.byKey = byKey;
    this.present = byKey.size;
  }

  static async load(versions: AsyncIterable<readonly RowVersion[]>): Promise<DomainRows> {
    const byKey = new Map<string, string>();
    for await (const batch of versions)
      for (const { key, hash, from } of batch) byKey.set(key, shortHash(hash) + String(from));
    return new DomainRows(byKey);
  }

  /**
   * Two rows with one natural key are both kept when they differ: the second becomes `<key>#2`. Only an equal one
   * is superfluous (docs/decisions/0010-imported-rows.md).
   * @returns null when an equal row is there already
   */
  place(key: string, hash: string): PlacedRow | null {
    const short = shortHash(hash);
    const packed = this.byKey.get(key);
    if (packed?.length !== SHORT) return this.bring(key, short, packed);
    const later = this.repeated.get(key) ?? new Set<string>();
    if (packed === short || later.has(short)) return null;
    const free = this.free(key);
    later.add(short);
    this.repeated.set(key, later);
    return this.bring(free, short, this.byKey.get(free));
  }

  /** A refused row keeps its stored version, if there is one, from being taken for removed. */
  protect(key: string): void {
    this.protected.add(this.isBrought(key) ? this.free(key) : key);
  }

  /** Brought, or refused. */
  has(key: string): boolean {
    return this.isBrought(key) || this.protected.has(key);
  }

  /** Those of the study that the folder has not brought. */
  *left(): Generator<StoredRow> {
    for (const [key, packed] of this.byKey)
      if (packed.length > SHORT) yield { key, from: Number(packed.slice(SHORT)) };
  }

  /** @param packed of the row that the study has under this key */
  private bring(key: string, short: string, packed: string | undefined): PlacedRow {
    this.byKey.set(key, short);
    if (packed === undefined) return { key, stored: null, isSame: false };
    return { key, stored: Number(packed.slice(SHORT)), isSame: packed.startsWith(short) };
  }

  private isBrought(key: string): boolean {
    return this.byKey.get(key)?.length === SHORT;
  }

  /** The next key for one more row. Another row's own key may look like it. */
  private free(key: string): string {
    let ordinal = (this.repeated.get(key)?.size ?? 0) + 2;
    while (this.isBrought(`${key}#${ordinal}`)) ordinal += 1;
    return `${key}#${ordinal}`;
  }
}
