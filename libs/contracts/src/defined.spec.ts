/** Small. */
import { defined } from './defined.ts';

it('leaves out what is undefined, and nothing else', () => {
  const fields: { a: number; b: string | undefined; c: null; d: boolean } = {
    a: 0,
    b: undefined,
    c: null,
    d: false,
  };
  expect(Object.entries(defined(fields))).toEqual([
    ['a', 0],
    ['c', null],
    ['d', false],
  ]);
});
