/** Lists by cursor, a page after the other. */
import { infiniteQueryOptions } from '@tanstack/react-query';

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

type Ask<P> = (cursor: { readonly cursor?: string }, signal: AbortSignal) => Promise<P>;

/**
 * @param key begins with the path, as of `ask`
 * @param pageOf where an answer has its page
 */
export const askPages = <T, P = Page<T>>(
  key: readonly [`/api/v1/${string}`, ...unknown[]],
  read: Ask<P>,
  pageOf: (answer: P) => Page<T> | null,
) =>
  infiniteQueryOptions({
    queryKey: [...key, 'pages'] as const,
    queryFn: ({ pageParam, signal }) => read(pageParam === null ? {} : { cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (answer: P) => pageOf(answer)?.nextCursor ?? null,
  });
