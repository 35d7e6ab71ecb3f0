import { SeenRows } from './seen-rows.ts';

const hash = (letter: string): string => letter.repeat(64);

describe('rows with one natural key', () => {
  it('are all kept when they differ, and once when they are equal', () => {
    const seen = new SeenRows();
    expect(seen.place('AE', 'k', hash('a'))).toBe('k');
    expect(seen.place('AE', 'k', hash('b'))).toBe('k#2');
    expect(seen.place('AE', 'k', hash('a'))).toBeNull();
    expect(seen.place('AE', 'k', hash('b'))).toBeNull();
    expect(seen.place('AE', 'k', hash('c'))).toBe('k#3');
    expect(seen.place('CM', 'k', hash('a'))).toBe('k');
  });

  it('leave the key of another row to it, though it looks like one of theirs', () => {
    const seen = new SeenRows();
    expect(['k', 'k#2', 'k'].map((key, at) => seen.place('AE', key, hash('abc'[at] ?? '')))).toEqual([
      'k',
      'k#2',
      'k#3',
    ]);
  });

  it('are placed in time that grows with their number alone', () => {
    const seen = new SeenRows();
    const rows = 50_000;
    const started = performance.now();
    for (let row = 0; row < rows; row += 1) seen.place('CO', 'k', row.toString(16).padStart(32, '0'));
    expect(seen.has('CO', `k#${rows}`)).toBe(true);
    // Searching from the first each time took minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('are protected when they are refused', () => {
    const seen = new SeenRows();
    seen.place('AE', 'k', hash('a'));
    seen.protect('AE', 'k');
    seen.protect('AE', 'l');
    expect(['k', 'k#2', 'k#3', 'l', 'm'].map((key) => seen.has('AE', key))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    expect(seen.has('CM', 'l')).toBe(false);
  });
});
