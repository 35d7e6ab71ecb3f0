import type { UseQueryResult } from '@tanstack/react-query';
import { Answer } from './answer.tsx';
import { Page } from './page.tsx';

interface AwaitedProps<T> {
  readonly title: string;
  readonly query: UseQueryResult<T>;
}

/** A page until it is known what it is about, or why that is not to be had. */
export function Awaited<T>({ title, query }: AwaitedProps<T>) {
  return (
    <Page title={title}>
      <Answer query={query} lines={8}>
        {() => null}
      </Answer>
    </Page>
  );
}
