import { contrastOf, READABLE_CONTRAST } from './contrast.ts';

describe('contrastOf', () => {
  // As computed by W3C's own examples and WebAIM's checker.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 2);
    expect(contrastOf(other, one)).toBe(contrastOf(one, other));
  });

  it('tells what can be read on white', () => {
    expect(contrastOf('#1f4e79', '#ffffff')).toBeGreaterThan(READABLE_CONTRAST);
    expect(contrastOf('#ffcc00', '#ffffff')).toBeLessThan(READABLE_CONTRAST);
  });
});
