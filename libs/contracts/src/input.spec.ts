import { z } from 'zod';
import { RoundsError } from './errors.ts';
import { brokenRules, parseInput, within } from './input.ts';
import { breach, issueOf, rule } from './rules.ts';

const schema = z.strictObject({
  name: z.string().min(2, rule('not-a-reason')).regex(/^x/, rule('not-one-line')),
  on: z.union([z.int(), z.literal('last')]).optional(),
  inner: z.strictObject({ list: z.array(z.enum(['a', 'b'])) }).optional(),
});

const refused = (value: unknown, prefix?: string) => {
  try {
    return parseInput(schema, value, 'body', prefix);
  } catch (error) {
    return error instanceof RoundsError ? [error.code, error.message, error.fields] : error;
  }
};

describe('input', () => {
  it('is what the schema makes of it', () => {
    expect(refused({ name: 'xy', on: 'last' })).toEqual({ name: 'xy', on: 'last' });
  });

  it('that is wrong is refused with each field, its rule by code, and in words', () => {
    expect(refused({ name: 'xy', inner: { list: ['a', 'c'] } })).toEqual([
      'INVALID_INPUT',
      'The body is not valid: inner.list.1: must be one of a, b',
      [
        {
          field: 'inner.list.1',
          code: 'unknown-option',
          values: { known: ['a', 'b'] },
          rule: 'must be one of a, b',
        },
      ],
    ]);
  });

  it('is refused by the first broken rule of each field', () => {
    expect(brokenRules(schema, { name: 'y', on: 'last' })).toMatchObject([{ code: 'not-a-reason' }]);
  });

  it('has one entry for each unknown field, at its own path', () => {
    const value = { name: 'xy', one: 1, two: 2, inner: { list: [], three: 3 } };
    expect(brokenRules(schema, value).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'inner.three unknown-field',
      'one unknown-field',
      'two unknown-field',
    ]);
  });

  it('says where a part of it stands', () => {
    expect(refused({ name: 'y' }, 'parameters')).toMatchObject({ 2: [{ field: 'parameters.name' }] });
    expect(within('a.b', brokenRules(schema, 'text'))).toMatchObject([{ field: 'a.b', code: 'wrong-type' }]);
  });

  it('that is no object is wrong as a whole', () => {
    expect(refused('text')).toMatchObject({ 2: [{ field: 'body', rule: 'must be of type object' }] });
  });

  it('that has none of several forms is told the rules of each', () => {
    expect(brokenRules(schema, { name: 'xy', on: 1.5 })).toEqual([
      { field: 'on', code: 'no-alternative', rule: 'must be a whole number, or must be last' },
    ]);
  });
});

const either = z.discriminatedUnion('every', [
  z.object({ every: z.literal('day') }),
  z.object({ every: z.literal('week') }),
]);
const told = z.string().superRefine((text, context) => {
  context.addIssue(issueOf(breach('after-other', { other: text })));
});

it.each<[string, z.ZodType, unknown, object]>([
  ['a missing text', z.string(), undefined, { code: 'required' }],
  ['a missing choice', z.enum(['a', 'b']), undefined, { code: 'required' }],
  ['a missing union', z.union([z.string(), z.int()]), undefined, { code: 'required' }],
  ['a number for a text', z.string(), 1, { code: 'wrong-type', values: { type: 'string' } }],
  ['a text for a number', z.coerce.number(), 'x', { code: 'wrong-type', values: { type: 'number' } }],
  ['a fraction', z.int(), 1.5, { code: 'not-whole' }],
  ['too large', z.int().max(5), 6, { code: 'too-large', values: { max: 5 }, rule: 'must be 5 at most' }],
  ['too small', z.int().min(5), 4, { code: 'too-small', values: { min: 5 } }],
  ['too long', z.string().max(2), 'abc', { code: 'too-long', values: { max: 2 } }],
  ['too short', z.string().min(2), 'a', { code: 'too-short', values: { min: 2 } }],
  ['empty', z.string().min(1), '', { code: 'empty' }],
  ['too many', z.array(z.int()).max(1), [1, 2], { code: 'too-many', values: { max: 1 } }],
  ['too few', z.array(z.int()).min(1), [], { code: 'too-few', values: { min: 1 } }],
  ['the only value', z.literal('all'), 'some', { code: 'other-value', values: { value: 'all' } }],
  ['no address', z.url(), 'x', { code: 'wrong-format', values: { format: 'url' } }],
  ['no branch', either, { every: 'year' }, { code: 'unknown-option', values: { known: ['day', 'week'] } }],
  ['a missing branch', either, {}, { code: 'required', field: 'every' }],
  ['values of its own', told, 'to', { values: { other: 'to' }, rule: 'must not be after to' }],
  ['words alone', z.string().refine(() => false, 'must fit'), 'x', { code: 'as-told', rule: 'must fit' }],
])('%s is told by the code of its rule and what that is about', (_what, each, value, expected) => {
  const [first, ...others] = brokenRules(each, value);
  expect(others).toEqual([]);
  expect(first).toMatchObject(expected);
});
