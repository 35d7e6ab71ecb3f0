/** What holds for whole kinds of routes, added to the OpenAPI document in one place. */
import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_CODES, type ErrorCode } from '@rounds/contracts/errors';
import { OPEN_ROUTE } from '../auth/auth.guard.ts';
import { PROBLEM_MEDIA_TYPE } from '../http/problem.ts';
import { DEPRECATED_ROUTE } from '../http/deprecated.ts';
import { UNLIMITED_ROUTE } from '../http/admission.guard.ts';
import { REASON_HEADER, REASON_PATTERN } from '../http/reason.ts';
import { VERSIONED } from '../http/versioned.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Answers = Record<string, { description: string; headers?: object; content?: object }>;

const METHODS = ['get', 'put', 'post', 'patch', 'delete', 'options', 'head'] as const;

const header = (name: string, description: string) => ({
  name,
  in: 'header' as const,
  description,
  required: false,
  schema: { type: 'string' as const },
});

const IDEMPOTENCY_KEY = {
  ...header(
    'Idempotency-Key',
    'The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409.',
  ),
  schema: { type: 'string' as const, minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]{1,255}$' },
};
const AUDIT_REASON = {
  ...header(
    REASON_HEADER,
    'Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it.',
  ),
  schema: { type: 'string' as const, minLength: 3, maxLength: 2_000, pattern: REASON_PATTERN },
};
const IF_MATCH = header('If-Match', 'The ETag of the newest answer: another one is refused with 412.');
const IF_NONE_MATCH = header('If-None-Match', 'An ETag: 304 where nothing has changed since.');

const answersOf = (operation: Operation): Answers => operation.responses as Answers;

const isPage = (answers: Answers): boolean =>
  Object.values(answers).some(({ content }) => content !== undefined && 'text/html' in content);

const contentOf = (answers: Answers): object =>
  isPage(answers)
    ? { 'text/html': { schema: { type: 'string' } } }
    : { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } };

/** An answer of several codes names them all. */
const addProblem = (operation: Operation, code: ErrorCode): void => {
  const answers = answersOf(operation);
  const status = String(ERROR_CODES[code].status);
  const known = answers[status];
  if (known === undefined) answers[status] = { description: `\`${code}\``, content: contentOf(answers) };
  else if (!known.description.includes(code) && known.description.startsWith('`'))
    known.description += `, \`${code}\``;
};

const addHeader = (operation: Operation, parameter: ReturnType<typeof header>): void => {
  const others = (operation.parameters ?? []).filter(
    (each) => !('name' in each && each.name === parameter.name),
  );
  operation.parameters = [...others, parameter];
};

/** Takes what `name` holds out of the operation: the marks are for this file, not for readers. */
const takeMark = (operation: Operation, name: string): unknown => {
  const marked = operation as Operation & Record<string, unknown>;
  const mark = marked[name];
  Reflect.deleteProperty(marked, name);
  return mark;
};

const describeVersions = (operation: Operation, method: string): void => {
  const tagged = takeMark(operation, VERSIONED);
  if (tagged === undefined) return;
  const ETag = { description: 'Strong; names this version.', schema: { type: 'string' } };
  for (const [status, answer] of Object.entries(answersOf(operation)))
    if (tagged === true && status.startsWith('2')) answer.headers = { ...answer.headers, ETag };
  if (method === 'get') {
    addHeader(operation, IF_NONE_MATCH);
    answersOf(operation)['304'] = { description: 'You hold it already.', headers: { ETag } };
  } else if (!('201' in answersOf(operation) && method === 'post')) {
    addHeader(operation, IF_MATCH);
    addProblem(operation, 'PRECONDITION_FAILED');
  }
};

const RETRY_AFTER = { description: 'Seconds after which to come again.', schema: { type: 'integer' } };

const describeLimits = (operation: Operation): void => {
  if (takeMark(operation, UNLIMITED_ROUTE) === true) return;
  addProblem(operation, 'RATE_LIMITED');
  for (const status of ['429', '503']) {
    const answer = answersOf(operation)[status];
    if (answer !== undefined) answer.headers = { ...answer.headers, 'Retry-After': RETRY_AFTER };
  }
};

const describeDeprecation = (operation: Operation): void => {
  if (takeMark(operation, DEPRECATED_ROUTE) === true) operation.deprecated = true;
};

const describeBody = (operation: Operation): void => {
  if (operation.requestBody === undefined) return;
  for (const code of ['INVALID_INPUT', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const)
    addProblem(operation, code);
};

/** Of a route that needs a bearer token: the others are marked as open, and doing them twice does no harm. */
const describeHeaders = (operation: Operation, method: string): void => {
  const isOpen = takeMark(operation, OPEN_ROUTE) === true;
  if (isOpen) operation.security ??= [];
  if (isOpen || method === 'get') return;
  addHeader(operation, AUDIT_REASON);
  addProblem(operation, 'INVALID_INPUT');
  if (method !== 'post') return;
  addHeader(operation, IDEMPOTENCY_KEY);
  for (const code of ['INVALID_INPUT', 'CONFLICT', 'IDEMPOTENCY_KEY_REUSED'] as const)
    addProblem(operation, code);
};

/** Every query is checked; an address whose percent signs mean nothing is refused before any route sees it. */
const describeAddress = (operation: Operation, path: string): void => {
  const hasQuery = operation.parameters?.some((each) => 'in' in each && each.in === 'query') ?? false;
  if (hasQuery || path.includes('{')) addProblem(operation, 'INVALID_INPUT');
};

/** Changes the document in place. */
export const describeConventions = (document: OpenAPIObject): void => {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      describeVersions(operation, method);
      describeAddress(operation, path);
      describeBody(operation);
      describeHeaders(operation, method);
      describeLimits(operation);
      describeDeprecation(operation);
    }
  }
};
