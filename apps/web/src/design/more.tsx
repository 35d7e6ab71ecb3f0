import type { ReactNode } from 'react';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useVoice } from '../words/voice-context.tsx';
import { Button } from './button.tsx';
import { Fault } from './fault.tsx';
import { Loading } from './loading.tsx';

interface Pages<T> {
  readonly pages: readonly { readonly items: readonly T[] }[];
}

interface MoreProps<T> {
  readonly query: UseInfiniteQueryResult<Pages<T>>;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** A list that comes by pages: what has come, and a button for the next ones. */
export function More<T>({ query, children }: MoreProps<T>) {
  const { say } = useVoice();
  const { data, error, isError, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  if (data === undefined && !isError) return <Loading lines={6} />;
  return (
    <>
      {isError && <Fault error={error} retry={() => void refetch()} />}
      {data !== undefined && children(data.pages.flatMap(({ items }) => items))}
      {hasNextPage && (
        <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {say('show-more')}
        </Button>
      )}
    </>
  );
}
