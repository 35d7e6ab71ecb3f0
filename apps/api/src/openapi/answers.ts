/** What a route answers, for the OpenAPI document: the same zod schemas that the code is typed by. */
import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiBearerAuth, ApiResponse, type ApiResponseOptions } from '@nestjs/swagger';
import { defined } from '@rounds/contracts/defined';
import { ERROR_CODES, type ErrorCode } from '@rounds/contracts/errors';
import type { z } from 'zod';
import { PROBLEM_MEDIA_TYPE } from '../http/problem.ts';

/** What a route answers when it succeeds; the first success is the status that it answers with. */
const answers = (status: number, response: ApiResponseOptions): MethodDecorator =>
  status < 300
    ? applyDecorators(ApiResponse({ status, ...response }), HttpCode(status))
    : ApiResponse({ status, ...response });

export const Answers = (status: number, description: string, schema?: z.ZodType): MethodDecorator =>
  answers(status, { description, ...defined({ standardSchema: schema }) });

/** A page for people. */
export const AnswersPage = (status: number, description: string): MethodDecorator =>
  answers(status, { description, content: { 'text/html': { schema: { type: 'string' } } } });

/** Bytes of one of these types. */
export const AnswersFile = (
  status: number,
  description: string,
  mediaTypes: readonly string[],
): MethodDecorator => {
  const schemaOf = (mediaType: string) =>
    mediaType.endsWith('json') ? {} : { type: 'string', format: 'binary' };
  const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema: schemaOf(type) }]));
  return answers(status, { description, content });
};

const problemAnswer = (status: number, codes: readonly ErrorCode[]): MethodDecorator =>
  ApiResponse({
    status,
    description: codes.map((code) => `\`${code}\``).join(', '),
    content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
  });

/** What any route that needs a bearer token may answer beside its own. */
const OF_ALL: readonly ErrorCode[] = [
  'UNAUTHENTICATED',
  'TOKEN_EXPIRED',
  'FORBIDDEN',
  'DEPENDENCY_DOWN',
  'INTERNAL',
];

/** One answer a status; its description lists the codes that may come with it. */
export const OpenProblems = (...codes: ErrorCode[]): MethodDecorator => {
  const statuses = [...new Set(codes.map((code) => ERROR_CODES[code].status))];
  return applyDecorators(
    ...statuses.map((status) =>
      problemAnswer(
        status,
        codes.filter((code) => ERROR_CODES[code].status === status),
      ),
    ),
  );
};

/** For a route that needs a bearer token: its own refusals beside those of all, and of its kind (conventions.ts). */
export const Problems = (...codes: ErrorCode[]): MethodDecorator =>
  applyDecorators(ApiBearerAuth(), OpenProblems(...new Set([...codes, ...OF_ALL])));
