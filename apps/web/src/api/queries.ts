/** The API's answers in the cache: a query for each path, typed by its document. */
import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import type { AnswerOf, InitOf, PathsOf } from '@rounds/client/client';
import { RoundsProblem } from '@rounds/client/problem';
import { signIn } from '../auth/session.ts';
import { api } from './client.ts';
import type { MaybeOptionalInit } from 'openapi-fetch';
import type { paths } from '@rounds/client/generated/api';

const UNAUTHORIZED = 401;

/** A token that is no longer taken: sign in again, and come back here. */
const signInAgain = (error: unknown): void => {
  if (error instanceof RoundsProblem && error.status === UNAUTHORIZED) void signIn();
};

/**
 * Fresh for half a minute; asked again when the page is looked at. The client itself tries again. A change is sent at
 * once or not at all: one that waited for the network would look done, and come when nobody thinks of it any more.
 */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({ onError: signInAgain }),
    mutationCache: new MutationCache({ onError: signInAgain }),
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

/**
 * `useQuery(ask('/api/v1/me'))`. The key begins with the path, so that `invalidateQueries({ queryKey: [path] })`
 * meets all of its answers.
 */
export const ask = <P extends PathsOf<'get'>, Init extends MaybeOptionalInit<paths[P], 'get'>>(
  path: P,
  ...init: InitOf<Init>
) =>
  queryOptions({
    queryKey: [path, init[0] ?? null] as const,
    queryFn: ({ signal }): Promise<AnswerOf<'get', P, Init>> => {
      const call = api.get as (path: P, init: object) => Promise<AnswerOf<'get', P, Init>>;
      return call(path, { ...init[0], signal });
    },
  });

/** Asks ahead, so that a screen has it when it comes; what fails is said there. */
export const prepare = (client: QueryClient, ...queries: readonly object[]): void => {
  for (const query of queries)
    client.query(query as Parameters<QueryClient['query']>[0]).catch(() => undefined);
};
