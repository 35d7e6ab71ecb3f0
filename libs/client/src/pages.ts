/** Lists, page after page. */

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/**
 * Every entry of a list, asking for the next page when it is needed.
 *
 *     for await (const job of entries((cursor) => rounds.get('/api/v1/jobs', { params: { query: { cursor } } })))
 */
export const entries = async function* <T>(
  page: (cursor: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  for (;;) {
    const { items, nextCursor } = await page(cursor);
    yield* items;
    if (nextCursor === null) return;
    cursor = nextCursor;
  }
};
