import { count, difference, list, number, percent, percentText, shortList } from './numbers.ts';

describe('number', () => {
  it.each([
    [0, undefined, '0'],
    [1234567, undefined, '1,234,567'],
    [-5.25, undefined, '−5.25'],
    [133.66, 1, '133.7'],
    [-0.001, 1, '0.0'],
    [12345.5, 2, '12,345.50'],
    [null, undefined, '–'],
  ])('%p with %p decimals reads %p', (value, digits, text) => {
    expect(number(value, digits)).toBe(text);
  });
});

describe('percent', () => {
  it('has one decimal', () => {
    expect(percent(32, 159)).toBe(20.1);
    expect(percentText(percent(1, 1))).toBe('100.0%');
  });

  it('is none of an empty whole, an unknown one, or one smaller than its part', () => {
    expect([percent(0, 0), percent(1, null), percent(null, 2), percent(3, 2)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(percentText(null)).toBe('–');
  });
});

describe('difference', () => {
  it('has a sign always', () => {
    expect([difference(5, 2), difference(2, 5), difference(4, 4)]).toEqual(['+3', '−3', '±0']);
    expect(difference(133.66, 132.97, 1)).toBe('+0.7');
    expect(difference(10_000, 1)).toBe('+9,999');
  });

  it('is a dash where one of the two is missing', () => {
    expect([difference(null, 2), difference(2, null)]).toEqual(['–', '–']);
  });
});

describe('words', () => {
  it('counts', () => {
    expect([count(0, 'visit'), count(1, 'visit'), count(1200, 'visit')]).toEqual([
      'no visit',
      '1 visit',
      '1,200 visits',
    ]);
    expect(count(2, 'kind of visit', 'kinds of visit')).toBe('2 kinds of visit');
  });

  it('lists', () => {
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(shortList(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  });
});
