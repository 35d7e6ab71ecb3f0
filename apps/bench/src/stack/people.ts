/** Many members of a study, each with a token of their own: what one caller may ask within a minute is limited. */
import { openEmbeddedIssuer } from '@rounds/adapters/auth/embedded-issuer';
import type { Stack } from './stack.ts';

export const OPERATOR = 'operator@example.org';
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Person {
  readonly email: string;
  readonly headers: Readonly<Record<string, string>>;
  call(
    method: string,
    path: string,
    body?: unknown,
    more?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

/** @param stack the API that they call, whose embedded issuer signs for them */
export const issuerOf = async (stack: Stack): Promise<(email: string) => Promise<Person>> => {
  const file = stack.env.ROUNDS_ISSUER_KEY_FILE ?? '';
  const issuer = await openEmbeddedIssuer({ ROUNDS_ENV: 'development', ROUNDS_ISSUER_KEY_FILE: file });
  return async (email) => {
    const token = await issuer.issue(email);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return {
      email,
      headers,
      call: async (method, path, body, more = {}) => {
        const init = { method, headers: { ...headers, ...more } };
        const content = body === undefined ? {} : { body: JSON.stringify(body) };
        const response = await fetch(`${stack.urls.api}/api/v1${path}`, { ...init, ...content });
        const text = await response.text();
        return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
      },
    };
  };
};

/** @throws Error with what the API answered, unless it is this status */
export const expectStatus = ({ status, body }: Answer, expected: number): unknown => {
  if (status === expected) return body;
  throw new Error(`The API answered ${status} instead of ${expected}: ${JSON.stringify(body)}`);
};

export interface Crowd {
  readonly operator: Person;
  readonly members: readonly Person[];
}

export const appointOperator = (stack: Stack): Promise<unknown> =>
  stack.cli('grant', '--user', OPERATOR, '--role', 'operator');

/** An operator, and members whom they let see all sites of the study. */
export const gatherCrowd = async (stack: Stack, studyId: string, size: number): Promise<Crowd> => {
  const personOf = await issuerOf(stack);
  await appointOperator(stack);
  const operator = await personOf(OPERATOR);
  const emails = Array.from({ length: size }, (_, index) => `member-${index}@example.org`);
  for (const email of emails) {
    const path = `/studies/${encodeURIComponent(studyId)}/members/${email}`;
    expectStatus(await operator.call('PUT', path, { sites: 'all' }), 200);
  }
  return { operator, members: await Promise.all(emails.map(personOf)) };
};
