/** Two files in the order of their keys, read side by side: no file is ever held whole. */
interface Keyed {
  readonly key: string;
}

/** Byte order of UTF-8, in which a cut is sorted; JavaScript's own order differs beyond the basic plane. */
const compareKeys = (a: string, b: string): number =>
  a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Each key once, with the row of both sides that have it. */
export async function* pairedRows<Row extends Keyed, Earlier extends Keyed>(
  currentRows: AsyncIterable<Row>,
  previousRows: AsyncIterable<Earlier>,
): AsyncGenerator<{ current: Row | undefined; previous: Earlier | undefined }> {
  const [left, right] = [cursor(currentRows), cursor(previousRows)];
  try {
    await Promise.all([left.advance(), right.advance()]);
    for (;;) {
      const [current, previous] = [left.row(), right.row()];
      if (current === undefined && previous === undefined) return;
      const order = compared(current, previous);
      yield { current: order <= 0 ? current : undefined, previous: order >= 0 ? previous : undefined };
      if (order <= 0) await left.advance();
      if (order >= 0) await right.advance();
    }
  } finally {
    await Promise.all([left.close(), right.close()]);
  }
}

/** A side that has ended sorts after every key. */
const compared = (current: Keyed | undefined, previous: Keyed | undefined): number => {
  if (current === undefined) return 1;
  return previous === undefined ? -1 : compareKeys(current.key, previous.key);
};

const cursor = <Row>(rows: AsyncIterable<Row>) => {
  const iterator = rows[Symbol.asyncIterator]();
  let row: Row | undefined;
  return {
    row: () => row,
    advance: async () => {
      const next = await iterator.next();
      row = next.done === true ? undefined : next.value;
    },
    /** Ends the underlying reading, even when the pairs are not read to their end. */
    close: async () => {
      await iterator.return?.();
    },
  };
};
