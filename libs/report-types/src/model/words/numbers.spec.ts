import { count, number, percent } from './numbers.ts';

describe('percent', () => {
  it('has one decimal', () => {
    expect(percent(32, 159)).toBe(20.1);
    expect(percent(1, 1)).toBe(100);
  });

  it('is none of an empty whole, an unknown one, or one smaller than its part', () => {
    expect([percent(0, 0), percent(1, null), percent(null, 2), percent(3, 2)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('the words of datasets', () => {
  it('count', () => {
    expect([count(0, 'visit'), count(1, 'visit'), count(1200, 'visit')]).toEqual([
      'no visit',
      '1 visit',
      '1,200 visits',
    ]);
    expect(count(2, 'kind of visit', 'kinds of visit')).toBe('2 kinds of visit');
    expect(number(1_234_567)).toBe('1,234,567');
  });
});
