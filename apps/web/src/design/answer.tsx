import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Fault } from './fault.tsx';
import { Loading } from './loading.tsx';

interface AnswerProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
  /** Lines of what is to come. */
  readonly lines?: number;
}

/** What the API answered; until then that it is awaited, and where it failed, why. Old data stay in sight. */
export function Answer<T>({ query, children, lines }: AnswerProps<T>) {
  const { data, error, isError, refetch } = query;
  const retry = () => void refetch();
  if (data === undefined)
    return isError ? (
      <Fault error={error} retry={retry} />
    ) : (
      <Loading {...(lines !== undefined && { lines })} />
    );
  return (
    <>
      {isError && <Fault error={error} retry={retry} />}
      {children(data)}
    </>
  );
}
