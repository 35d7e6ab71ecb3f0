/** What a cut must know of a domain's columns as a whole, found while its rows are read. */
import type { SdtmRow } from '@rounds/contracts/received';
import { FLAG_VARIABLES, type ColumnFacts, type CutDataset } from '@rounds/contracts/cut';

const BITS: ReadonlySet<unknown> = new Set([1, 0, '1', '0']);

export class ColumnTally {
  private readonly filled = new Set<string>();
  private readonly flags: Set<string>;

  constructor(domain: string) {
    this.flags = new Set(FLAG_VARIABLES[domain as CutDataset]);
  }

  add(row: SdtmRow): void {
    for (const variable in row) this.filled.add(variable);
    for (const flag of this.flags)
      if (row[flag] !== undefined && !BITS.has(row[flag])) this.flags.delete(flag);
  }

  get facts(): ColumnFacts {
    const numericFlags = [...this.flags].filter((flag) => this.filled.has(flag));
    return { filled: [...this.filled].sort(), numericFlags: numericFlags.sort() };
  }
}
