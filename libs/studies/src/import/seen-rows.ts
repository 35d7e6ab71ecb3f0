/**
 * What the folder holds so far, by domain: it finds rows that are there twice. This and the stored rows are what grows
 * with a study: about 100 bytes a row each.
 */
import { shortHash } from './stored-rows.ts';

export class SeenRows {
  private readonly byDomain = new Map<string, Map<string, string>>();
  /** Of keys that several rows have: the hashes of the later ones. */
  private readonly repeated = new Map<string, Set<string>>();
  private readonly protected = new Set<string>();

  /**
   * Two rows with one natural key are both kept when they differ: the second becomes `<key>#2`. Only an equal one
   * is superfluous (docs/decisions/0010-imported-rows.md).
   * @returns the key under which the row is kept; null when an equal row is there already.
   */
  place(domain: string, key: string, hash: string): string | null {
    const seen = this.keysOf(domain);
    const short = shortHash(hash);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, short);
      return key;
    }
    const id = `${domain}|${key}`;
    const later = this.repeated.get(id) ?? new Set<string>();
    if (first === short || later.has(short)) return null;
    const placed = this.free(domain, key);
    seen.set(placed, short);
    later.add(short);
    this.repeated.set(id, later);
    return placed;
  }

  /** A refused row keeps its stored version, if there is one, from being taken for removed. */
  protect(domain: string, key: string): void {
    this.protected.add(`${domain}|${this.keysOf(domain).has(key) ? this.free(domain, key) : key}`);
  }

  /** The next key for one more row. Another row's own key may look like it. */
  private free(domain: string, key: string): string {
    const seen = this.keysOf(domain);
    let ordinal = (this.repeated.get(`${domain}|${key}`)?.size ?? 0) + 2;
    while (seen.has(`${key}#${ordinal}`)) ordinal += 1;
    return `${key}#${ordinal}`;
  }

  has(domain: string, key: string): boolean {
    return this.keysOf(domain).has(key) || this.protected.has(`${domain}|${key}`);
  }

  private keysOf(domain: string): Map<string, string> {
    const seen = this.byDomain.get(domain) ?? new Map<string, string>();
    this.byDomain.set(domain, seen);
    return seen;
  }
}
