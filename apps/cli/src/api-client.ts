/** Calls the API as the user of `--user` (development) or of ROUNDS_TOKEN. */
import { RoundsError, type ErrorCode } from '@rounds/contracts/errors';
import { z } from 'zod';
import { callerConfig } from './config.ts';
import { tokenFor } from './token.ts';

const problem = z.object({
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), rule: z.string() })).default([]),
});

const failureOf = async (response: Response): Promise<RoundsError> => {
  const text = await response.text();
  const parsed = problem.safeParse(safeJson(text));
  if (!parsed.success)
    return new RoundsError('INTERNAL', `The API answered ${response.status}: ${text.slice(0, 300)}`);
  const { code, detail, errors } = parsed.data;
  const lines = errors.map(({ field, rule }) => `  ${field}: ${rule}`);
  return new RoundsError(code as ErrorCode, [detail, ...lines].join('\n'), { fields: errors });
};

const safeJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const send = async (url: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new RoundsError(
      'DEPENDENCY_DOWN',
      `No API answers at ${new URL(url).origin}. Is \`npm run dev\` running?`,
      {
        cause: error,
      },
    );
  }
};

export interface ApiClient {
  /** @returns the parsed answer; null for an empty one. @throws RoundsError with the problem's code and fields. */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Follows to the file itself. */
  download(path: string): Promise<Buffer>;
}

export const apiClient = async (user: string | undefined): Promise<ApiClient> => {
  const { ROUNDS_API_URL, ROUNDS_TOKEN } = callerConfig();
  const token = user === undefined ? ROUNDS_TOKEN : await tokenFor(user);
  if (token === undefined) {
    throw new RoundsError(
      'UNAUTHENTICATED',
      'Say who asks: give --user EMAIL, or a bearer token in ROUNDS_TOKEN.',
    );
  }
  const headers = { authorization: `Bearer ${token}` };
  return {
    call: async (method, path, body) => {
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await send(`${ROUNDS_API_URL}/api/v1${path}`, {
        method,
        headers: { ...headers, 'content-type': 'application/json' },
        ...content,
      });
      if (!response.ok) throw await failureOf(response);
      const text = await response.text();
      return text === '' ? null : (JSON.parse(text) as unknown);
    },
    download: async (path) => {
      const response = await send(`${ROUNDS_API_URL}/api/v1${path}`, { headers });
      if (!response.ok) throw await failureOf(response);
      return Buffer.from(await response.arrayBuffer());
    },
  };
};
