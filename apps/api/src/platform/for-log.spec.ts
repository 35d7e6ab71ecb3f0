import { forLog } from './for-log.ts';

describe('an error in the log', () => {
  it('says what and where, and nothing of the values that its message quotes', () => {
    const cause = new RangeError('E11000 duplicate key { email: "anna@example.org" }');
    const logged = forLog(new TypeError('anna@example.org is not iterable\nat all', { cause }));
    expect(logged).toMatchObject({ name: 'TypeError', cause: { name: 'RangeError' } });
    expect(logged.at[0]).toContain('for-log.spec.ts');
    expect(JSON.stringify(logged)).not.toContain('anna');
  });

  it('comes to an end where causes go in a circle', () => {
    const error = new Error('one');
    error.cause = error;
    expect(JSON.stringify(forLog(error)).length).toBeLessThan(20_000);
  });

  it('is a word where something else was thrown', () => {
    expect(forLog('anna')).toEqual({ name: 'string', at: [] });
  });
});
