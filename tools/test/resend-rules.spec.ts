import { describe, expect, it } from '@jest/globals';
import { ApiError } from '../servers/resend/api-error.mjs';
import { createRateLimit } from '../servers/resend/rate-limit.mjs';
import { parseMail } from '../servers/resend/validate.mjs';

const VALID = { from: 'Rounds <r@rounds.example>', to: ['a@b.example'], subject: 's', html: '<p>h</p>' };
const problem = (body: unknown) => {
  try {
    parseMail(body);
  } catch (error) {
    if (error instanceof ApiError) return `${error.statusCode} ${error.name} ${error.message}`;
    throw error;
  }
  return 'accepted';
};
const manyAddresses = Array.from({ length: 51 }, (_, index) => `a${index}@b.example`);

describe('a mail for Resend', () => {
  it('is accepted, one address or many', () => {
    expect(parseMail({ ...VALID, to: 'x@y.example' })).toMatchObject({
      to: ['x@y.example'],
      cc: [],
      text: null,
    });
  });

  it.each([
    [{ ...VALID, from: undefined }, '422 missing_required_field Missing `from` field.'],
    [{ ...VALID, to: undefined }, '422 missing_required_field Missing `to` field.'],
    [{ ...VALID, subject: undefined }, '422 missing_required_field Missing `subject` field.'],
    [{ ...VALID, html: undefined }, '422 missing_required_field Missing `html` or `text` field.'],
    [{ ...VALID, from: 'Rounds' }, '422 validation_error Invalid `from` field.'],
    [{ ...VALID, to: ['a@b.example', 'nobody'] }, '422 validation_error Invalid `to` field.'],
    [{ ...VALID, cc: 'nobody@' }, '422 validation_error Invalid `cc` field.'],
    [{ ...VALID, to: [] }, '422 validation_error The `to` field takes 1 to 50 addresses; it has 0.'],
    [
      { ...VALID, to: manyAddresses },
      '422 validation_error The `to` field takes 1 to 50 addresses; it has 51.',
    ],
    [{ ...VALID, subject: 7 }, '422 validation_error The `subject` field must be a string.'],
    [
      { ...VALID, headers: { a: 1 } },
      '422 validation_error The `headers` field must be an object of strings.',
    ],
    [
      { ...VALID, tags: [{ name: 'a b', value: 'c' }] },
      '422 validation_error Tags should only contain ASCII',
    ],
    [
      { ...VALID, attachments: [{ filename: 'a' }] },
      '422 invalid_attachment Attachments must have a `filename`',
    ],
    [
      { ...VALID, scheduled_at: 'tomorrow' },
      '422 invalid_parameter This endpoint does not support `scheduled_at`.',
    ],
    [[VALID], '422 validation_error The body must be a JSON object.'],
  ])('is refused by the field: %#', (body, expected) => {
    expect(problem(body)).toContain(expected);
  });
});

describe('the rate limit', () => {
  it('counts the requests of each second and says when to come back', () => {
    let now = 5_000;
    const count = createRateLimit(2, () => now);
    expect(count()).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '1' });
    expect(count()).toMatchObject({ 'ratelimit-remaining': '0' });
    expect(count).toThrow(
      expect.objectContaining({ statusCode: 429, headers: expect.objectContaining({ 'retry-after': '1' }) }),
    );
    now += 1_000;
    expect(count()).toMatchObject({ 'ratelimit-remaining': '1' });
  });
});
