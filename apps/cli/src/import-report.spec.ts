import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Refusal } from '@rounds/adapters/mongo/refusals.repository';
import type { ImportSummary } from '@rounds/studies/import/import-summary';
import { parse } from 'csv-parse/sync';
import { importReport } from './import-report.ts';
import { isFaulty } from './import-words.ts';

const FILE = {
  file: 'lb.xpt',
  domains: ['LB'],
  sha256: 'a'.repeat(64),
  ...{ rows: 30_000, inserted: 10_000, changed: 0, unchanged: 0, removed: 0, refused: 20_000 },
};

const SUMMARY: ImportSummary = {
  importId: 'imp-1',
  studyId: 'S1',
  title: 'A small trial',
  plannedSubjects: null,
  shiftDays: null,
  rows: 30_000,
  refused: 20_000,
  files: [
    {
      ...FILE,
      leftOut: [{ domain: 'LB', variable: 'LBSTRESN', code: 'not-a-number', cells: 7, firstRow: 3 }],
      warnings: [{ code: 'encoding-guessed', about: 'shift_jis' }],
    },
  ],
  refusals: [],
  documents: {
    ...{ inserted: 0, changed: 0, unchanged: 0 },
    refused: [{ file: '=cmd.exe', code: 'empty', faults: [{ field: 'file', rule: 'must not be empty' }] }],
  },
  skipped: ['define.xml'],
};

// oxlint-disable-next-line typescript/require-await
async function* refusals(): AsyncGenerator<Refusal> {
  for (let row = 1; row <= SUMMARY.refused; row += 1)
    yield { file: 'lb.xpt', row, domain: 'LB', faults: [{ field: 'LBSEQ', rule: 'is required, "here"' }] };
}

const written = async (name: string, summary = SUMMARY): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-report-'));
  try {
    const write = await importReport(join(folder, name));
    await write(summary, refusals());
    return await readFile(join(folder, name), 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
};

describe('the report of an import', () => {
  it('is JSON with every refused row', async () => {
    const report = JSON.parse(await written('report.JSON')) as ImportSummary;
    expect(report.refusals).toHaveLength(20_000);
    expect(report.refusals.at(-1)).toMatchObject({ row: 20_000, faults: [{ field: 'LBSEQ' }] });
    expect({ ...report, refusals: [] }).toEqual(SUMMARY);
  });

  it('is CSV with a line for everything that there is to tell', async () => {
    const lines: Record<string, string>[] = parse(await written('report.csv'), { columns: true, bom: true });
    expect(lines).toHaveLength(20_004);
    expect(lines[19_999]).toEqual({
      ...{ what: 'refused', file: 'lb.xpt', row: '20000', domain: 'LB', field: 'LBSEQ' },
      ...{ rule: 'is required, "here"', count: '' },
    });
    expect(lines.slice(20_000)).toMatchObject([
      {
        what: 'left out',
        row: '3',
        domain: 'LB',
        field: 'LBSTRESN',
        rule: 'must be a decimal number',
        count: '7',
      },
      { what: 'warning', file: 'lb.xpt', rule: expect.stringContaining('shift_jis') as string, count: '1' },
      // No formula, whatever a file is called.
      { what: 'document refused', file: "'=cmd.exe", rule: 'must not be empty' },
      { what: 'skipped', file: 'define.xml' },
    ]);
  });

  it('says why nothing of it came in, before anything else', async () => {
    const refusedBecause = [{ field: 'AE', rule: 'must not lose 30 of its 40 rows without consent' }];
    const refused = { ...SUMMARY, refusedBecause };
    const [first] = parse(await written('report.csv', refused), { columns: true, bom: true });
    expect(first).toMatchObject({ what: 'import refused', file: '', ...refusedBecause[0] });
    expect(JSON.parse(await written('report.json', refused))).toMatchObject({ refusedBecause });
  });

  it.each([
    ['report.txt', 'must end in .json or .csv'],
    ['nowhere/report.csv', 'must be in a folder that is there'],
  ])('is refused as %s before anything is imported', async (name, rule) => {
    await expect(importReport(join(tmpdir(), name))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'report', rule }],
    });
  });
});

describe('an import', () => {
  const CLEAN: ImportSummary = {
    ...SUMMARY,
    refused: 0,
    files: [{ ...FILE, refused: 0 }],
    documents: { ...SUMMARY.documents, refused: [] },
  };

  it('is faulty where something did not come in as it was sent; a skipped file is none of it', () => {
    expect(isFaulty(CLEAN)).toBe(false);
    expect(isFaulty({ ...CLEAN, refused: 1 })).toBe(true);
    expect(isFaulty({ ...CLEAN, files: [{ ...FILE, warnings: [{ code: 'no-count' }] }] })).toBe(true);
    expect(isFaulty({ ...CLEAN, documents: SUMMARY.documents })).toBe(true);
  });
});
