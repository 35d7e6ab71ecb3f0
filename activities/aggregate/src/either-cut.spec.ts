/** A cut in segments says what one in files said, and what is compared with either. */
import { readRealStudy } from '@rounds/adapters/testing/real-study';
import { cutRow, sdtmRow } from '@rounds/adapters/testing/rows';
import { describeWith, realStudyFolder } from '@rounds/adapters/testing/test-data';
import { DATED_DOMAINS, EARLIEST_DAY, type CutDataset, type CutRow } from '@rounds/contracts/cut';
import type { Period } from '@rounds/contracts/period';
import type { Scope } from '@rounds/contracts/scope';
import fc from 'fast-check';
import { PERIOD, runRequest, storeCut, storeFiledCut, type CutContent } from './testing/cut.ts';
import { ALL, BLINDED, stage } from './testing/stage.ts';

type Rows = Partial<Record<CutDataset, readonly CutRow[]>>;

const LATEST = '2024-04-30';

/** As a fetch stage of an earlier version would have chosen them. */
const filed = (rows: Rows, { end }: Period): CutContent => {
  const entries = Object.entries(rows) as [CutDataset, readonly CutRow[]][];
  const isPlausible = (day: string) => day >= EARLIEST_DAY && day <= LATEST;
  const lines = (which: (day: string | null) => boolean) =>
    entries.flatMap(([domain, all]) =>
      all.filter(({ day }) => which(day)).map(({ subject, day, row }) => ({ domain, subject, day, row })),
    );
  const chosen = entries.map(([domain, all]) => [
    domain,
    domain === 'DM'
      ? all.map((row) => ({ ...row, day: row.day !== null && isPlausible(row.day) ? row.day : null }))
      : all.filter(({ day }) => day !== null && isPlausible(day) && day < end),
  ]);
  return {
    rows: Object.fromEntries(chosen) as Rows,
    undated: lines((day) => day === null).map(({ domain, subject, row }) => ({ domain, subject, row })),
    implausible: lines((day) => day !== null && !isPlausible(day)).map((line) => ({
      ...line,
      day: line.day ?? '',
    })),
  };
};

const LAST: Period = { start: '2024-02-26', end: PERIOD.start };

const datasetsOf = async (before: Rows, now: Rows, scope: Scope, reportType: string, segmentRows: number) => {
  const { objects, aggregate } = stage();
  const kinds = [
    (rows: Rows, period: Period, runId: string) =>
      storeFiledCut(objects, { ...filed(rows, period), manifest: { runId, period, latestDay: LATEST } }),
    (rows: Rows, period: Period, runId: string) =>
      storeCut(objects, { rows, segmentRows, manifest: { runId, period, latestDay: LATEST } }),
  ];
  const made: string[] = [];
  for (const [index, earlier] of kinds.entries())
    for (const [at, current] of kinds.entries()) {
      const previousCut = await earlier(before, LAST, `before-${String(index)}`);
      const cut = await current(now, PERIOD, `now-${String(at)}`);
      const run = runRequest({ reportType });
      const { dataset, ref } = await aggregate(cut, { run, previousCut, scope });
      const { manifest, changes, ...content } = dataset;
      const files = manifest.files.map(({ name, rows }) => [name, rows]);
      const { comparedWith, ...told } = changes;
      made.push(
        JSON.stringify({ ...content, ...told, files, period: comparedWith?.period, is: ref.changed }),
      );
    }
  return made;
};

const TYPES = ['study-weekly', 'safety-weekly', 'site-performance'] as const;
const SCOPES: readonly Scope[] = [ALL, BLINDED, { sites: ['701'], unblinded: true }];

const day = fc.option(
  fc.constantFrom(
    ...['2023-07-01', '2024-01-05', '2024-02-27', '2024-03-03', '2024-03-04', '2024-03-06', '2024-03-11'],
    ...['2024-04-01', '1812-01-01', '2206-01-01'],
  ),
);
const subject = fc.constantFrom('S1', 'S2', 'S3');
const event = fc.record({
  subject,
  day,
  serious: fc.constantFrom('Y', 'N'),
  term: fc.constantFrom('FALL', 'RASH'),
});
const result = fc.record({ subject, day, value: fc.constantFrom(20, 50, 150) });
const study = fc.record({
  sites: fc.tuple(...['S1', 'S2', 'S3'].map(() => fc.constantFrom('701', '702'))),
  events: fc.array(event, { maxLength: 8 }),
  results: fc.array(result, { maxLength: 8 }),
});

type Study = typeof study extends fc.Arbitrary<infer Value> ? Value : never;

const rowsOf = ({ sites, events, results }: Study): Rows => {
  const dated = ({ day: given }: { readonly day: string | null }) => given ?? undefined;
  const of = (domain: 'DM' | 'DS' | 'AE' | 'LB', variables: Parameters<typeof sdtmRow>[1], key: string) =>
    cutRow(domain, sdtmRow(domain, variables), key);
  return {
    DM: sites.map((SITEID, index) =>
      of('DM', { USUBJID: `S${String(index + 1)}`, SITEID }, `S${String(index + 1)}`),
    ),
    DS: sites.map((_, index) => of('DS', { USUBJID: `S${String(index + 1)}` }, `S${String(index + 1)}|1`)),
    AE: events.map((each, index) =>
      of(
        'AE',
        {
          ...{ USUBJID: each.subject, AEDTC: dated(each), AESTDTC: undefined, AESER: each.serious },
          AEDECOD: each.term,
        },
        `${each.subject}|${String(index)}`,
      ),
    ),
    LB: results.map((each, index) =>
      of(
        'LB',
        { USUBJID: each.subject, LBDTC: dated(each), LBSTRESN: each.value },
        `${each.subject}|${String(index)}`,
      ),
    ),
  };
};

describe('either kind of cut', () => {
  it('gives the same dataset, compared with either', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...([study, study, fc.constantFrom(...SCOPES), fc.constantFrom(...TYPES)] as const),
        fc.integer({ min: 1, max: 4 }),
        async (before, now, scope, type, segmentRows) => {
          const [first, ...others] = await datasetsOf(rowsOf(before), rowsOf(now), scope, type, segmentRows);
          for (const other of others) expect(other).toBe(first);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describeWith(realStudyFolder)('either kind of cut of the real study', () => {
  it('gives the same dataset', async () => {
    const rows = Object.fromEntries(
      DATED_DOMAINS.map((domain) => [
        domain,
        readRealStudy(domain)
          .slice(0, 1_000)
          .map((row, index) => cutRow(domain, row, `${String(row.USUBJID)}|${String(index)}`)),
      ]),
    ) as Rows;
    const before = { ...rows, AE: (rows.AE ?? []).slice(0, 900) };
    const [first, ...others] = await datasetsOf(before, rows, ALL, 'study-weekly', 300);
    for (const other of others) expect(other).toBe(first);
  });
});
