import { RULES, asTold, broken, ruleWords } from './rules.ts';

it('puts what a rule is about into its words', () => {
  expect(broken('until', 'in-the-past', { today: '2026-11-23', timeZone: 'UTC' })).toEqual({
    field: 'until',
    code: 'in-the-past',
    values: { today: '2026-11-23', timeZone: 'UTC' },
    rule: 'must not be in the past: today is 2026-11-23 in UTC',
  });
  expect(broken('format', 'unknown-option', { known: ['pdf', 'csv'] }).rule).toBe('must be one of pdf, csv');
});

it('has no values where the words name none', () => {
  expect(broken('until', 'no-such-day')).toEqual({
    field: 'until',
    code: 'no-such-day',
    rule: 'must be a day of the calendar',
  });
});

it('leaves alone what is told in words', () => {
  expect(asTold('body', 'Unexpected token {x} $1').rule).toBe('Unexpected token {x} $1');
});

it('names its rules in kebab-case, and each in words of its own', () => {
  for (const code of Object.keys(RULES)) expect(code).toMatch(/^[a-z\d]+(-[a-z\d]+)*$/);
  const words = Object.values(RULES);
  expect(words.filter((each, place) => words.indexOf(each) !== place)).toEqual([]);
  expect(ruleWords({ code: 'empty' })).toBe(RULES.empty);
});
