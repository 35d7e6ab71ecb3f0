import {
  BadRequestException,
  HttpException,
  NotFoundException,
  PayloadTooLargeException,
} from '@nestjs/common';
import { RoundsError } from '@rounds/contracts/errors';
import { asTold, broken } from '@rounds/contracts/rules';
import { MongoServerSelectionError } from 'mongodb';
import { toProblem } from './problem.ts';
import { toRoundsError } from './to-rounds-error.ts';

const problemOf = (thrown: unknown) => toProblem(toRoundsError(thrown), 'request-1');

/** As the body parser's errors look. */
const clientError = (status: number, message: string) =>
  Object.assign(new Error(message), { status, expose: true });

describe('problems', () => {
  it('say what a named error says', () => {
    const fields = [broken('until', 'in-the-past', { today: '2026-12-01', timeZone: 'UTC' })];
    expect(problemOf(new RoundsError('INVALID_INPUT', 'The body is not valid.', { fields }))).toEqual({
      type: 'urn:rounds:problem:invalid-input',
      title: 'Invalid input',
      status: 400,
      detail: 'The body is not valid.',
      code: 'INVALID_INPUT',
      errors: [
        {
          field: 'until',
          code: 'in-the-past',
          values: { today: '2026-12-01', timeZone: 'UTC' },
          rule: 'must not be in the past: today is 2026-12-01 in UTC',
        },
      ],
      requestId: 'request-1',
    });
  });

  it.each([
    ['a bad request of Nest', new BadRequestException('no'), 400, 'INVALID_INPUT'],
    ['a missing route', new NotFoundException('Cannot GET /x'), 404, 'NOT_FOUND'],
    ['a body that is too large', new PayloadTooLargeException(), 413, 'PAYLOAD_TOO_LARGE'],
    ['a body that cannot be read', clientError(400, 'Unexpected token'), 400, 'INVALID_INPUT'],
    ['an unknown refusal', new HttpException('teapot', 418), 400, 'INVALID_INPUT'],
    ['a database that is away', new MongoServerSelectionError('gone', {} as never), 503, 'DEPENDENCY_DOWN'],
    ['an error of Nest’s own', new HttpException('secret', 500), 500, 'INTERNAL'],
    ['anything else', new TypeError('secret is not a function'), 500, 'INTERNAL'],
    ['what is no error at all', 'secret', 500, 'INTERNAL'],
  ])('are made of %s', (_what, thrown, status, code) => {
    expect(problemOf(thrown)).toMatchObject({ status, code });
  });

  it('show nothing of a fault of our own', () => {
    const fields = [asTold('secret', 'secret')];
    for (const thrown of [
      new TypeError('secret'),
      new HttpException('secret', 500),
      new RoundsError('CUT_CORRUPT', 'secret', { fields, cause: new Error('secret') }),
    ])
      expect(JSON.stringify(problemOf(thrown))).not.toContain('secret');
  });
});
