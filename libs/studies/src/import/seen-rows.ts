/**
 * What the folder holds so far, by domain: it finds rows that are there twice, and tells at the end which stored
 * rows the folder no longer holds. This is the one thing that grows with a study: about 100 bytes a row.
 */
export class SeenRows {
  private readonly byDomain = new Map<string, Map<string, string>>();
  private readonly protected = new Set<string>();

  /**
   * Two rows with one natural key are both kept when they differ: the second becomes `<key>#2`. Only an equal one
   * is superfluous (docs/decisions/0010-imported-rows.md).
   * @returns the key under which the row is kept; null when an equal row is there already.
   */
  place(domain: string, key: string, hash: string): string | null {
    const seen = this.keysOf(domain);
    const short = Buffer.from(hash.slice(0, 32), 'hex').toString('latin1');
    let placed = key;
    for (let ordinal = 2; seen.has(placed); ordinal += 1) {
      if (seen.get(placed) === short) return null;
      placed = `${key}#${ordinal}`;
    }
    seen.set(placed, short);
    return placed;
  }

  /** A refused row keeps its stored version, if there is one, from being marked as removed. */
  protect(domain: string, key: string): void {
    const seen = this.keysOf(domain);
    let placed = key;
    for (let ordinal = 2; seen.has(placed); ordinal += 1) placed = `${key}#${ordinal}`;
    this.protected.add(`${domain}|${placed}`);
  }

  has(domain: string, key: string): boolean {
    return this.keysOf(domain).has(key) || this.protected.has(`${domain}|${key}`);
  }

  /** Rows of the domain that are kept. */
  count(domain: string): number {
    return this.keysOf(domain).size;
  }

  get domains(): readonly string[] {
    return [...this.byDomain.keys()];
  }

  private keysOf(domain: string): Map<string, string> {
    const seen = this.byDomain.get(domain) ?? new Map<string, string>();
    this.byDomain.set(domain, seen);
    return seen;
  }
}
