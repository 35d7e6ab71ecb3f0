import { undecided } from '@rounds/contracts/flag';
import { evaluate, placeOf } from './evaluate.ts';

const flag = (change: object) => ({ ...undecided('pdf-queue-routes'), ...change });
const users = Array.from({ length: 10_000 }, (_, index) => `usr_${index}`);
const onFor = (percentage: number): string[] =>
  users.filter((user) => evaluate(flag({ percentage }), user).value);

describe('a rollout flag', () => {
  it.each([1, 10, 50, 90])('is on for about %d %% of the users', (percentage) => {
    const share = (onFor(percentage).length / users.length) * 100;
    // Four standard deviations of a fair draw.
    expect(Math.abs(share - percentage)).toBeLessThan(
      4 * Math.sqrt((percentage * (100 - percentage)) / 10_000),
    );
  });

  it('stays on for whoever has it while the percentage grows', () => {
    const wider = new Set(onFor(60));
    expect(onFor(20).every((user) => wider.has(user))).toBe(true);
  });

  it('begins with other users than another flag does', () => {
    const first = users.filter((user) => placeOf('one', user) < 10);
    const both = first.filter((user) => placeOf('other', user) < 10);
    expect(both.length / first.length).toBeLessThan(0.2);
  });

  it('is the same on every process: the place of a user never changes', () => {
    expect(placeOf('pdf-queue-routes', 'usr_1')).toBeCloseTo(15.162167, 6);
  });

  it.each([
    [{ percentage: 0 }, false, 'DEFAULT'],
    [{ percentage: 100 }, true, 'DEFAULT'],
    [{ percentage: 0, on: ['usr_1'] }, true, 'TARGETING_MATCH'],
    [{ percentage: 100, off: ['usr_1'] }, false, 'TARGETING_MATCH'],
    [{ percentage: 100, on: ['usr_1'], enabled: false }, false, 'DISABLED'],
  ])('%j is %s for usr_1: %s', (change, value, reason) => {
    expect(evaluate(flag(change), 'usr_1')).toEqual({ value, reason });
  });

  it('without a user is on only when it is on for all', () => {
    expect(evaluate(flag({ percentage: 99.9 }), undefined).value).toBe(false);
    expect(evaluate(flag({ percentage: 100 }), undefined).value).toBe(true);
  });
});
