import { RoundsError } from '@rounds/contracts/errors';
import { z } from 'zod';
import { parseInput, ZodPipe } from './zod.pipe.ts';

const schema = z.strictObject({
  name: z.string().min(2, 'must be long').regex(/^x/, 'must begin with x'),
  on: z.union([z.int(), z.literal('last')]).optional(),
  inner: z.strictObject({ list: z.array(z.enum(['a', 'b'])) }).optional(),
});

const faults = (value: unknown, prefix?: string[]) => {
  try {
    return parseInput(schema, value, 'body', prefix);
  } catch (error) {
    return error instanceof RoundsError ? [error.code, error.fields] : error;
  }
};

describe('input', () => {
  it('is what the schema makes of it', () => {
    expect(faults({ name: 'xy', on: 'last' })).toEqual({ name: 'xy', on: 'last' });
  });

  it('has one fault for each invalid field, the first broken rule', () => {
    expect(faults({ name: 'y', on: 1.5, inner: { list: ['a', 'c'] } })).toEqual([
      'INVALID_INPUT',
      [
        { field: 'name', rule: 'must be long' },
        { field: 'on', rule: expect.stringMatching(/expected int.*, or .*"last"/) as string },
        { field: 'inner.list.1', rule: expect.stringContaining('"a"|"b"') as string },
      ],
    ]);
  });

  it('has one fault for each unknown field, at its own path', () => {
    expect(faults({ name: 'xy', one: 1, two: 2, inner: { list: [], three: 3 } })).toEqual([
      'INVALID_INPUT',
      [
        { field: 'inner.three', rule: 'is not a known field' },
        { field: 'one', rule: 'is not a known field' },
        { field: 'two', rule: 'is not a known field' },
      ],
    ]);
  });

  it('says where a part of it stands', () => {
    expect(faults({ name: 'y' }, ['parameters'])).toEqual([
      'INVALID_INPUT',
      [{ field: 'parameters.name', rule: 'must be long' }],
    ]);
  });

  it('that is no object is a fault of the whole', () => {
    expect(faults('text')).toEqual([
      'INVALID_INPUT',
      [{ field: 'body', rule: expect.stringContaining('expected object') as string }],
    ]);
  });
});

describe('the pipe', () => {
  const pipe = new ZodPipe();

  it('leaves alone what no schema is declared for', () => {
    expect(pipe.transform('as it is', { type: 'param' })).toBe('as it is');
  });

  it('takes a missing body for an empty one, so that what is missing in it is named', () => {
    const body = { type: 'body' as const, schema };
    expect(() => pipe.transform(undefined, body)).toThrow(/name: /);
    expect(pipe.transform(undefined, { ...body, schema: z.strictObject({}) })).toEqual({});
  });
});
