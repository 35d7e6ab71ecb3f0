/** What holds for whole kinds of routes, added to the OpenAPI document in one place. */
import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_CODES, type ErrorCode } from '@rounds/contracts/errors';
import { PROBLEM_MEDIA_TYPE } from '../http/problem.ts';
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
  (operation.parameters ??= []).push(parameter);
};

const describeVersions = (operation: Operation, method: string): void => {
  const extended = operation as Operation & Record<string, unknown>;
  const tagged = extended[VERSIONED];
  if (tagged === undefined) return;
  Reflect.deleteProperty(extended, VERSIONED);
  const ETag = { description: 'Strong; names this version.', schema: { type: 'string' } };
  for (const [status, answer] of Object.entries(answersOf(operation)))
    if (tagged === true && status.startsWith('2')) answer.headers = { ...answer.headers, ETag };
  if (method === 'get') {
    addHeader(operation, IF_NONE_MATCH);
    answersOf(operation)['304'] = { description: 'You hold it already.', headers: { ETag } };
  } else {
    addHeader(operation, IF_MATCH);
    addProblem(operation, 'PRECONDITION_FAILED');
  }
};

/** Changes the document in place. */
export const describeManners = (document: OpenAPIObject): void => {
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation !== undefined) describeVersions(operation, method);
    }
  }
};
