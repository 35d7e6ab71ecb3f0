/**
 * The API as typed functions: paths, parameters, bodies and answers are those of its OpenAPI document. Runs where
 * there is `fetch`: browsers, Node, workers.
 */
import createClient, { type FetchResponse, type MaybeOptionalInit } from 'openapi-fetch';
import type { paths } from './generated/api.ts';
import { problemOf } from './problem.ts';
import { withRetries, type Fetch, type RetryOptions } from './retry.ts';

export interface RoundsClientOptions {
  /** Where the API is, without a path: `https://rounds.example.org`. */
  readonly baseUrl: string;
  /** Bearer token, or what gives one before each request. */
  readonly token?: string | (() => string | Promise<string>);
  /** Default: the platform's own. */
  readonly fetch?: Fetch;
  readonly retry?: RetryOptions;
}

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
type JsonMedia = `${string}/${string}`;

/** The paths that take the verb. */
export type PathsOf<V extends Verb> = {
  [P in keyof paths]: paths[P] extends Record<V, { responses: unknown }> ? P : never;
}[keyof paths];

type Operation<P extends keyof paths, V extends Verb> =
  paths[P][V] extends Record<string | number, unknown> ? paths[P][V] : never;

export type AnswerOf<V extends Verb, P extends PathsOf<V>, Init = object> = NonNullable<
  FetchResponse<Operation<P, V>, Init, JsonMedia>['data']
>;

type Required<Init> = { [K in keyof Init]-?: object extends Pick<Init, K> ? never : K }[keyof Init];

/** Left out where nothing of it must be there. */
export type InitOf<Init> = Required<Init> extends never ? [Init?] : [Init];

export type Call<V extends Verb> = <P extends PathsOf<V>, Init extends MaybeOptionalInit<paths[P], V>>(
  path: P,
  ...init: InitOf<Init>
) => Promise<AnswerOf<V, P, Init>>;

export type Send = <V extends Verb, P extends PathsOf<V>, Init extends MaybeOptionalInit<paths[P], V>>(
  verb: V,
  path: P,
  ...init: InitOf<Init>
) => Promise<{ readonly data: AnswerOf<V, P, Init>; readonly response: Response }>;

export interface RoundsClient {
  /** @throws RoundsProblem for a refusal, RoundsUnreachable without an answer; so do all of these */
  readonly get: Call<'get'>;
  /** Each POST has an Idempotency-Key, its own unless one is given: so it may be tried again. */
  readonly post: Call<'post'>;
  readonly put: Call<'put'>;
  readonly patch: Call<'patch'>;
  readonly delete: Call<'delete'>;
  /** As those, with the response: for its status and headers (ETag, RateLimit, …). */
  readonly send: Send;
  /** Anything below the base URL with the client's token and retries: for streams and files. */
  readonly open: (path: string, init?: RequestInit) => Promise<Response>;
}

const authorize = async (request: Request, token: RoundsClientOptions['token']): Promise<void> => {
  const bearer = typeof token === 'function' ? await token() : token;
  if (bearer !== undefined) request.headers.set('Authorization', `Bearer ${bearer}`);
};

const nameWish = ({ method, headers }: Request): void => {
  if (method === 'POST' && !headers.has('Idempotency-Key'))
    headers.set('Idempotency-Key', globalThis.crypto.randomUUID());
};

export const createRoundsClient = (options: RoundsClientOptions): RoundsClient => {
  const { token, fetch = (request: Request) => globalThis.fetch(request), retry } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const send = withRetries(fetch, retry);
  const admit = async (request: Request): Promise<Response> => {
    await authorize(request, token);
    nameWish(request);
    const response = await send(request);
    if (response.status >= 400) throw await problemOf(response);
    return response;
  };
  const api = createClient<paths>({ baseUrl, fetch: admit });
  // openapi-fetch types each verb for itself; what they share is this.
  const request = api.request as unknown as (
    ...all: unknown[]
  ) => Promise<{ data: never; response: Response }>;
  const call =
    <V extends Verb>(verb: V): Call<V> =>
    async (path, ...init) =>
      (await request(verb, path, ...init)).data;
  return {
    get: call('get'),
    post: call('post'),
    put: call('put'),
    patch: call('patch'),
    delete: call('delete'),
    send: (verb, path, ...init) => request(verb, path, ...init),
    open: (path, init) => admit(new Request(new URL(path, baseUrl), init)),
  };
};
