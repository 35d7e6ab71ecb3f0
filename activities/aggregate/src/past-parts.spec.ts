/** What was kept of the past stands for its rows: the same dataset, to the byte, whoever reads it. */
import { cutRow, sdtmRow } from '@rounds/adapters/testing/rows';
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import type { CutDataset, CutRow } from '@rounds/contracts/cut';
import type { Period } from '@rounds/contracts/period';
import type { CutRef } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import { windowsStart } from '@rounds/report-types/folds/weeks';
import fc from 'fast-check';
import { PERIOD, runRequest, storeCut } from './testing/cut.ts';
import { ALL, BLINDED, stage } from './testing/stage.ts';

type Rows = Partial<Record<CutDataset, readonly CutRow[]>>;

const LAST: Period = { start: '2024-02-26', end: PERIOD.start };
const WINDOWS = windowsStart(LAST);

const SUBJECTS = ['S1', 'S2', 'S3', 'S4'] as const;
const day = fc.option(
  fc.constantFrom(
    ...[
      '2021-05-05',
      '2022-01-01',
      '2022-12-31',
      '2023-05-05',
      '2023-07-01',
      WINDOWS,
      '2023-09-08',
      '2023-09-11',
    ],
    ...['2024-01-05', '2024-02-27', '2024-03-04', '2024-03-06', '1812-01-01', '2206-01-01'],
  ),
  { freq: 12 },
);
const receivedAt = fc.constantFrom('2023-01-02T00:00:00.000Z', '2024-03-05T00:00:00.000Z');
const subject = fc.constantFrom(...SUBJECTS);
const event = fc.record({
  subject,
  day,
  receivedAt,
  serious: fc.constantFrom('Y', 'N'),
  term: fc.constantFrom('FALL', 'Xanomeline rash'),
});
const result = fc.record({ subject, day, receivedAt, value: fc.constantFrom(20, 50, 150) });
const study = fc.record({
  // The last one has two, or none.
  sites: fc.tuple(...['S1', 'S2', 'S3'].map(() => fc.constantFrom('701', '702'))),
  events: fc.array(event, { maxLength: 14 }),
  results: fc.array(result, { maxLength: 14 }),
});

type Study = typeof study extends fc.Arbitrary<infer Value> ? Value : never;

const rowsOf = ({ sites, events, results }: Study): Rows => ({
  DM: sites.map((SITEID, index) => {
    const USUBJID = `S${String(index + 1)}`;
    return cutRow(
      'DM',
      sdtmRow('DM', { USUBJID, SITEID, ARM: index === 0 ? 'Placebo' : 'Xanomeline High Dose' }),
      USUBJID,
    );
  }),
  DS: sites.map((_, index) =>
    cutRow('DS', sdtmRow('DS', { USUBJID: `S${String(index + 1)}` }), `S${String(index + 1)}|1`),
  ),
  AE: events.map(({ subject: USUBJID, day: AEDTC, serious, term, receivedAt: at }, index) => ({
    ...cutRow(
      'AE',
      sdtmRow('AE', {
        ...{ USUBJID, AEDTC: AEDTC ?? undefined, AESTDTC: undefined, AESER: serious, AEDECOD: term },
      }),
      `${USUBJID}|${String(index)}`,
    ),
    receivedAt: at,
  })),
  LB: results.map(({ subject: USUBJID, day: LBDTC, value, receivedAt: at }, index) => ({
    ...cutRow(
      'LB',
      sdtmRow('LB', { USUBJID, LBDTC: LBDTC ?? undefined, LBSTRESN: value }),
      `${USUBJID}|${String(index)}`,
    ),
    receivedAt: at,
  })),
});

const TYPES = ['study-weekly', 'safety-weekly', 'site-performance'] as const;
const SCOPES: readonly Scope[] = [
  ALL,
  BLINDED,
  { sites: ['701'], unblinded: true },
  { sites: ['702'], unblinded: false },
];

/** The same asked of one that keeps nothing, and of one that does, until all is kept. */
const both = (objects: ReturnType<typeof memoryObjectStore>) => {
  const [plain, keeping] = [stage(undefined, objects), stage('a program', objects)];
  return async (...given: Parameters<typeof plain.aggregate>) => {
    const { ref } = await plain.aggregate(...given);
    for (let times = 0; times < 2; times++) expect((await keeping.aggregate(...given)).ref).toEqual(ref);
  };
};

const PARTS = 2;

describe('what was kept of the past', () => {
  it('gives the dataset that all rows give, to every reader, whatever changed since', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...([study, study, fc.boolean(), fc.constantFrom(...TYPES)] as const),
        async (before, now, sameRows, type) => {
          const objects = memoryObjectStore();
          const current = sameRows ? { ...before, sites: now.sites } : now;
          const store = (rows: Rows, period: Period, runId: string) =>
            storeCut(objects, { rows, segmentRows: PARTS, manifest: { runId, period } });
          const cut = await store(rowsOf(current), PERIOD, 'now');
          const previousCut = await store(rowsOf(before), LAST, 'before');
          const same = both(objects);
          const run = runRequest({ reportType: type });
          for (const scope of SCOPES) {
            await same(previousCut, { run, scope });
            await same(cut, { run, scope, previousCut });
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  const events = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...cutRow(
        'AE',
        sdtmRow('AE', { USUBJID: 'S1', AEDTC: `2022-01-${String(index + 10)}` }),
        `S1|${String(index)}`,
      ),
      receivedAt: '2022-02-01T00:00:00.000Z',
    }));
  const subjects = [{ subject: 'S1', siteId: '701' }];
  const bed = async () => {
    const objects = memoryObjectStore();
    const cut = await storeCut(objects, { rows: { AE: events(8) }, segmentRows: PARTS, subjects });
    const read: string[] = [];
    const watched = {
      ...objects,
      get: (key: string) => {
        read.push(key.split('/')[0] ?? '');
        return objects.get(key);
      },
    };
    const ask = async (program: string, of: CutRef = cut, scope = ALL) => {
      read.length = 0;
      const { dataset } = await stage(program, watched).aggregate(of, { scope });
      expect(dataset.adverseEvents.toDate.events).toBe(8);
      return read.filter((folder) => folder === 'segments').length;
    };
    const states = () => [...objects.objects.keys()].filter((key) => key.startsWith('states/'));
    return { objects, cut, ask, states };
  };

  it('is read instead of the rows, from the second report on', async () => {
    const { ask, states } = await bed();
    // The subjects, and four of the events.
    expect(await ask('one')).toBe(5);
    expect(states()).toHaveLength(4);
    expect(await ask('one')).toBe(1);
    expect(states()).toHaveLength(4);
  });

  it('is nothing to another program, nor to readers from whom more is hidden', async () => {
    const { ask, cut } = await bed();
    await ask('one');
    expect(await ask('another')).toBe(5);
    expect(await ask('one', cut, BLINDED)).toBe(5);
    expect(await ask('one', cut, BLINDED)).toBe(1);
  });

  it('is made anew where it is damaged, or a subject has moved', async () => {
    const { objects, ask, states } = await bed();
    await ask('one');
    const [first = '', second = '', third = ''] = states();
    await objects.put(first, Buffer.from('x'), '');
    await objects.put(second, objects.objects.get(third) ?? Buffer.of(), '');
    expect(await ask('one')).toBe(3);
    expect(await ask('one')).toBe(1);
    const moved = await storeCut(objects, {
      ...{ rows: { AE: events(8) }, segmentRows: PARTS },
      ...{ subjects: [{ subject: 'S1', siteId: '702' }], manifest: { runId: 'run-2' } },
    });
    expect(await ask('one', moved)).toBe(5);
    expect(await ask('one', moved, { sites: ['702'], unblinded: true })).toBe(1);
  });
});
