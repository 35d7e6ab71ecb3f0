import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { RoundsProblem } from '@rounds/client/problem';
import { Answer } from '../../design/answer.tsx';
import { Fault } from '../../design/fault.tsx';
import { useVoice } from '../../words/voice-context.tsx';

/** Not for them (any more), or not there (any more): nothing of it may stay in sight. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof RoundsProblem && [403, 404, 410].includes(error.status);

export function Lost() {
  const { say } = useVoice();
  return (
    <div className="fault" role="alert">
      <h2>{say('read.lost-title')}</h2>
      <p>{say('read.lost')}</p>
    </div>
  );
}

interface GuardedProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
  readonly lines?: number;
}

/** As `Answer`, but what the API refuses now is taken out of sight at once, also where it was shown before. */
export function Guarded<T>({ query, ...rest }: GuardedProps<T>) {
  if (query.isError && isRefusal(query.error))
    return query.data === undefined ? <Fault error={query.error} /> : <Lost />;
  return <Answer query={query} {...rest} />;
}
