/** A refusal of the API: RFC 9457 `application/problem+json`, as an error. */
import type { components } from './generated/api.ts';

type Problem = components['schemas']['Problem'];

export type ProblemCode = Problem['code'];

export class RoundsProblem extends Error {
  override readonly name = 'RoundsProblem';
  readonly status: number;
  /** Stable, for programs. */
  readonly code: ProblemCode;
  /** One entry for each invalid field. */
  readonly errors: Problem['errors'];
  /** Finds the request in the API's logs. */
  readonly requestId: string;

  constructor({ status, code, detail, errors, requestId }: Omit<Problem, 'type' | 'title'>) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.requestId = requestId;
  }
}

/** No answer at all: nobody listens, or the connection broke more often than it was tried. */
export class RoundsUnreachable extends Error {
  override readonly name = 'RoundsUnreachable';
}

const FIELDS = ['status', 'code', 'detail', 'errors', 'requestId'];

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && FIELDS.every((field) => field in value);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** What a proxy in between says is no problem+json, and is one all the same. */
export const problemOf = async (response: Response): Promise<RoundsProblem> => {
  const text = await response.text();
  const problem = parse(text);
  if (isProblem(problem)) return new RoundsProblem(problem);
  return new RoundsProblem({
    status: response.status,
    code: response.status === 503 ? 'DEPENDENCY_DOWN' : 'INTERNAL',
    detail: `The API answered ${response.status}: ${text.slice(0, 300)}`,
    errors: [],
    requestId: response.headers.get('x-request-id') ?? 'unknown',
  });
};
