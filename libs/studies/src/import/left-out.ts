/** Counts the cells of a file that could not be read, of rows that were kept without them. */
import type { LeftOutCells } from '@rounds/contracts/collections';
import type { CellFault } from '@rounds/contracts/received';

export class LeftOut {
  private readonly found = new Map<string, LeftOutCells>();

  add(domain: string, row: number, faults: readonly CellFault[] = []): void {
    for (const { variable, code } of faults) {
      const id = `${domain}.${variable}|${code}`;
      const { cells, firstRow } = this.found.get(id) ?? { cells: 0, firstRow: row };
      this.found.set(id, { domain, variable, code, cells: cells + 1, firstRow });
    }
  }

  /** By domain, variable and reason, in the order of these. */
  get list(): readonly LeftOutCells[] {
    return [...this.found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cells]) => cells);
  }
}
