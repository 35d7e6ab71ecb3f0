import fc from 'fast-check';
import { changesSince, foldChanges, nothingToCompare } from './changes.ts';
import { pairedRows } from './paired-rows.ts';

const compared = { cut: 'abc', period: { start: '2024-02-26', end: '2024-03-04' }, sitesNotHeld: [] };

interface Version {
  readonly key: string;
  readonly hash: string;
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* stream(versions: ReadonlyMap<string, string>): AsyncGenerator<Version> {
  const sorted = [...versions].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  for (const [key, hash] of sorted) yield { key, hash };
}

const changesBetween = async (
  previous: ReadonlyMap<string, string>,
  current: ReadonlyMap<string, string>,
) => {
  const changes = foldChanges();
  for await (const pair of pairedRows(stream(current), stream(previous))) changes.add('AE', pair);
  return changes.result().AE ?? { added: 0, changed: 0, removed: 0 };
};

const versions = fc
  .dictionary(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('v1', 'v2'))
  .map((record) => new Map(Object.entries(record)));

describe('changes between two cuts', () => {
  it('are found by key and hash, whatever the keys', async () => {
    await fc.assert(
      fc.asyncProperty(versions, versions, async (previous, current) => {
        const keys = [...current.keys()];
        expect(await changesBetween(previous, current)).toEqual({
          added: keys.filter((key) => !previous.has(key)).length,
          changed: keys.filter((key) => previous.has(key) && previous.get(key) !== current.get(key)).length,
          removed: [...previous.keys()].filter((key) => !current.has(key)).length,
        });
      }),
    );
  });

  it('end the reading of both files when the pairs are not read to their end', async () => {
    const ended: string[] = [];
    const watched = async function* (name: string): AsyncGenerator<Version> {
      try {
        yield* stream(
          new Map([
            ['a', 'v1'],
            ['b', 'v1'],
          ]),
        );
      } finally {
        ended.push(name);
      }
    };
    for await (const pair of pairedRows(watched('current'), watched('previous'))) if (pair.current) break;
    expect(ended.sort()).toEqual(['current', 'previous']);
  });
});

describe('the headline of the changes', () => {
  it('tells what was reported and is otherwise now before what is new', () => {
    const { headline, first, comparedWith } = changesSince(compared, {
      AE: { added: 2, changed: 1, removed: 0 },
      LB: { added: 40, changed: 0, removed: 3 },
    });
    expect(headline).toEqual([
      '3 rows were removed: LB 3.',
      '1 row was changed: AE 1.',
      '42 rows were added: LB 40, AE 2.',
    ]);
    expect(first).toBe(false);
    expect(comparedWith).toEqual({ cut: 'abc', period: compared.period });
  });

  it('says when nothing changed', () => {
    expect(changesSince(compared, {}).headline).toEqual(['Nothing has changed since the last report.']);
  });

  it('says when sites are new to the reader', () => {
    const { headline } = changesSince(
      { ...compared, sitesNotHeld: ['702', '703'] },
      { AE: { added: 1, changed: 0, removed: 0 } },
    );
    expect(headline[1]).toBe(
      'Not in the last report, so that all their rows count as added: sites 702, 703.',
    );
  });

  it('says when there is nothing to compare with', () => {
    expect(nothingToCompare(true)).toMatchObject({ first: true, byDomain: {} });
    expect(nothingToCompare(true).headline[0]).toContain('first report');
    expect(nothingToCompare(false).headline[0]).toContain('on demand');
  });
});
