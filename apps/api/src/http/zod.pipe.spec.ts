import { z } from 'zod';
import { ZodPipe } from './zod.pipe.ts';

const schema = z.strictObject({ name: z.string() });
const pipe = new ZodPipe();

it('leaves alone what no schema is declared for', () => {
  expect(pipe.transform('as it is', { type: 'param' })).toBe('as it is');
});

it('takes a missing body for an empty one, so that what is missing in it is named', () => {
  const body = { type: 'body' as const, schema };
  expect(() => pipe.transform(undefined, body)).toThrow('name: is required');
  expect(pipe.transform(undefined, { ...body, schema: z.strictObject({}) })).toEqual({});
});

it('refuses by where the value stands', () => {
  expect(() => pipe.transform('text', { type: 'query', schema })).toThrow(/^The query is not valid: query: /);
});
