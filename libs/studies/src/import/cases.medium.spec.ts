/** Studies that were misread once, imported. Real: MongoDB and S3. */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LeftOutCells, RecordDocument } from '@rounds/contracts/collections';
import { caseFolder, type CaseName } from '../testing/cases.ts';
import { importHarness, type ImportHarness } from '../testing/import-harness.ts';
import { withFolder, without } from '../testing/study-folder.ts';

let study: ImportHarness;
beforeEach(async () => {
  study = await importHarness();
});
afterEach(async () => {
  await study.close();
});

const rowsOf = async (domain: string) => (await study.records()).filter((record) => record.domain === domain);

const cell = (row: RecordDocument | null, variable: string) => row?.row[variable];

/** `LB.LBSTRESN not-a-number 4` */
const told = (leftOut: readonly LeftOutCells[] = []): string[] =>
  leftOut.map(({ domain, variable, code, cells }) => `${domain}.${variable} ${code} ${cells}`);

/** A copy with settings of its own. */
const withSettings = (name: CaseName, settings: object, work: (folder: string) => Promise<void>) =>
  withFolder(async (folder) => {
    await cp(caseFolder(name), folder, { recursive: true });
    await writeFile(join(folder, 'rounds.config.json'), JSON.stringify(settings));
    await work(folder);
  });

describe('decimals', () => {
  it('with a comma are left out and named, never read without it', async () => {
    const { files, refused, rows } = await study.run(caseFolder('COMMA'));
    expect([refused, rows]).toEqual([0, 16]);
    const laboratory = files.find(({ file }) => file === 'lb.ndjson');
    expect(told(laboratory?.leftOut)).toEqual(['LB.LBSTRESN not-a-number 4']);
    for (const { row, faults } of await rowsOf('LB')) {
      expect(row).not.toHaveProperty('LBSTRESN');
      // What the laboratory wrote stays what it wrote.
      expect(row.LBORRES).toMatch(/^(35,5|10,2)$/);
      expect(faults).toEqual([{ variable: 'LBSTRESN', code: 'not-a-number' }]);
    }
  });

  it('with a comma are numbers where the study says that this is its decimal sign', async () => {
    await withSettings('COMMA', { decimalSign: ',' }, async (folder) => {
      const { files } = await study.run(folder);
      expect(files.flatMap(({ leftOut }) => told(leftOut))).toEqual([]);
      const values = (await rowsOf('LB')).map(({ row }) => row.LBSTRESN);
      expect(values).toEqual([35.5, 10.2, 35.5, 10.2]);
      expect(await study.mongo.collection('studies').findOne({ _id: 'COMMA' })).toMatchObject({
        settings: { decimalSign: ',' },
      });
    });
    // The study keeps what it said: a folder without settings is read by them.
    const again = await study.run(caseFolder('COMMA'));
    expect(again.files.map(({ unchanged }) => unchanged)).toEqual([4, 2, 2, 4, 2, 2]);
    // Until it says otherwise. The cells that cannot be read now are changes of their rows.
    await withSettings('COMMA', {}, async (folder) => {
      const { files } = await study.run(folder);
      expect(files.find(({ file }) => file === 'lb.ndjson')).toMatchObject({ changed: 4, unchanged: 0 });
    });
  });

  it('are read where they are certain, and nothing else is', async () => {
    const { files, refused } = await study.run(caseFolder('VALUES'));
    expect(refused).toBe(0);
    const vitalSigns = await rowsOf('VS');
    const values = new Map(vitalSigns.map(({ row }) => [row.VSSEQ, row.VSSTRESN]));
    expect([...Array(20).keys()].map((index) => values.get(index + 1) ?? null)).toEqual([
      120,
      null,
      1234.5,
      null,
      null,
      130,
      null,
      null,
      null,
      100,
      -5,
      0.5,
      5,
      7,
      null,
      100,
      null,
      null,
      120,
      null,
    ]);
    // `4,7` `12,34` `1,2,3` `NA` `0x10` `٣` `1e999` `Infinity`; two cells are empty.
    const named = files.find(({ file }) => file === 'vs.ndjson')?.leftOut;
    expect(named).toEqual([
      { domain: 'VS', variable: 'VSSTRESN', code: 'not-a-number', cells: 8, firstRow: 2 },
    ]);
  });

  it('may have codes of the study for what is missing', async () => {
    await withSettings('VALUES', { missing: ['NA', '٣'] }, async (folder) => {
      const { files } = await study.run(folder);
      expect(told(files.find(({ file }) => file === 'vs.ndjson')?.leftOut)).toEqual([
        'VS.VSSTRESN not-a-number 6',
      ]);
    });
  });
});

describe('transport files of several encodings', () => {
  it('are read by a decision for each file, which is told', async () => {
    const { files, refused } = await study.run(caseFolder('XPTODD'));
    const events = files.find(({ file }) => file === 'ae.xpt');
    expect(events?.warnings).toEqual([
      { code: 'encoding-mixed', about: 'utf-8, windows-1250' },
      { code: 'cut-characters', count: 1 },
    ]);
    expect(told(events?.leftOut)).toEqual(['AE.AETERM not-text 1']);
    const terms = (await rowsOf('AE')).map((row) => cell(row, 'AETERM'));
    expect(terms).toEqual(
      expect.arrayContaining(['Übelkeit', 'Fieber – 38°', 'Łódź ból głowy', 'Ü'.repeat(99), 'Rash', '発熱']),
    );
    expect(terms.join('')).not.toMatch(/\ufffd|\0/);
    expect(terms).toHaveLength(8);
    // Its member is called DATASET.
    const laboratory = files.find(({ file }) => file === 'lb.xpt');
    expect(laboratory).toMatchObject({ domains: ['LB'], inserted: 8, refused: 0 });
    expect(laboratory?.warnings).toEqual([{ code: 'named-by-domain', about: 'LB' }]);
    expect(await rowsOf('LB')).toHaveLength(8);
    // Comments without a number are none that could be told apart.
    expect(refused).toBe(files.find(({ file }) => file === 'co.xpt')?.refused);
  });

  it('are what they are said to be', async () => {
    await study.run(caseFolder('XPTODD'), { encoding: 'shift_jis' });
    const terms = (await rowsOf('AE')).map((row) => cell(row, 'AETERM'));
    expect(terms).toContain('頭痛');
    await expect(study.run(caseFolder('XPTODD'), { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'encoding' }],
    });
  });
});

/** The rows as they would be if the study had the other's id. */
const asOf = (rows: readonly RecordDocument[], from: string, to: string) =>
  rows.map(
    ({ domain, key, subject, day, row }) =>
      JSON.parse(JSON.stringify({ domain, key, subject, day, row }).replaceAll(from, to)) as unknown,
  );

describe('files that are written in other ways', () => {
  it('give the rows of the plain study; what is no dataset is skipped by name', async () => {
    const plain = await study.run(caseFolder('BASE'));
    expect(plain).toMatchObject({ rows: 32, refused: 0, skipped: [] });
    for (const { leftOut, warnings } of plain.files)
      expect([leftOut, warnings]).toEqual([undefined, undefined]);
    const summary = await study.run(caseFolder('FMT'));
    expect(summary).toMatchObject({ refused: 0, skipped: ['ae.sas7bdat', 'define.xml', 'lb.csv'] });
    const all = await study.records();
    const [base, other] = ['BASE', 'FMT'].map((id) => all.filter(({ studyId }) => studyId === id));
    const bare = (other ?? []).map((record) => {
      return { ...record, row: without(record.row, 'XXNEW', 'ITEMGROUPDATASEQ') };
    });
    expect(asOf(bare, 'FMT', 'BASE')).toEqual(asOf(base ?? [], '', ''));
  });
});

describe('rows that are refused', () => {
  it('are those whose keys are wrong, and equal ones', async () => {
    const { refusals, files } = await study.run(caseFolder('DUPS'));
    expect(refusals.map(({ row, faults }) => [row, ...faults.map(({ field }) => field)])).toEqual([
      [3, 'row'],
      [6, 'row'],
      [11, 'STUDYID'],
      [12, 'STUDYID'],
      [13, 'DOMAIN'],
      [14, 'AESEQ'],
      [15, 'USUBJID'],
    ]);
    expect(files.find(({ file }) => file === 'ae.ndjson')).toMatchObject({ inserted: 8, refused: 7 });
  });

  it.each(['ARMLATE', 'FUTURE', 'DEATHDM'] as const)(
    'are not those without a sensible day: %s',
    async (name) => {
      const { refused, files } = await study.run(caseFolder(name));
      expect(refused).toBe(0);
      expect(files.every(({ rows, inserted }) => rows === inserted)).toBe(true);
      expect((await rowsOf('DM')).every(({ row }) => row.ARM !== undefined)).toBe(true);
    },
  );
});
