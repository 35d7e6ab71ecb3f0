import { DomainRows } from './domain-rows.ts';

const hash = (letter: string): string => letter.repeat(64);

type Stored = readonly (readonly [key: string, hash: string, from?: number])[];

const rowsWith = (...stored: Stored): Promise<DomainRows> =>
  DomainRows.load(
    (async function* () {
      for (const [key, letter, from = 1] of stored)
        yield await Promise.resolve([{ key, hash: hash(letter), from }]);
    })(),
  );
const keyOf = (rows: DomainRows, key: string, letter: string) => rows.place(key, hash(letter))?.key ?? null;

describe('rows with one natural key', () => {
  it('are all kept when they differ, and once when they are equal', async () => {
    const rows = await rowsWith();
    expect(['a', 'b', 'a', 'b', 'c'].map((letter) => keyOf(rows, 'k', letter))).toEqual([
      ...['k', 'k#2', null, null, 'k#3'],
    ]);
  });

  it('leave the key of another row to it, though it looks like one of theirs', async () => {
    const rows = await rowsWith();
    expect(['k', 'k#2', 'k'].map((key, at) => keyOf(rows, key, 'abc'[at] ?? ''))).toEqual([
      'k',
      'k#2',
      'k#3',
    ]);
  });

  it('are placed in time that grows with their number alone', async () => {
    const rows = await rowsWith();
    const number = 50_000;
    const started = performance.now();
    for (let row = 0; row < number; row += 1) rows.place('k', row.toString(16).padStart(32, '0'));
    expect(rows.has(`k#${number}`)).toBe(true);
    // Searching from the first each time took minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('are protected when they are refused', async () => {
    const rows = await rowsWith();
    rows.place('k', hash('a'));
    rows.protect('k');
    rows.protect('l');
    const known = ['k', 'k#2', 'k#3', 'l', 'm'].map((key) => rows.has(key));
    expect(known).toEqual([true, true, false, true, false]);
  });
});

describe('rows that the study has', () => {
  it('are told from new and from other ones', async () => {
    const rows = await rowsWith(['k', 'a', 7], ['l', 'b', 8]);
    expect(rows.place('k', hash('a'))).toEqual({ key: 'k', stored: 7, isSame: true });
    expect(rows.place('l', hash('c'))).toEqual({ key: 'l', stored: 8, isSame: false });
    expect(rows.place('m', hash('d'))).toEqual({ key: 'm', stored: null, isSame: false });
    expect(rows.present).toBe(2);
  });

  it('are left where the folder does not bring them, refused ones among them', async () => {
    const rows = await rowsWith(['k', 'a', 7], ['k#2', 'b', 8], ['l', 'c']);
    rows.place('k', hash('d'));
    rows.protect('l');
    expect([...rows.left()]).toEqual([
      { key: 'k#2', from: 8 },
      { key: 'l', from: 1 },
    ]);
    expect([rows.has('k#2'), rows.has('l')]).toEqual([false, true]);
    // The second row of its key takes its place again.
    expect(rows.place('k', hash('b'))).toEqual({ key: 'k#2', stored: 8, isSame: true });
    expect([...rows.left()]).toEqual([{ key: 'l', from: 1 }]);
  });
});
