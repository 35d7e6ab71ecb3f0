/** Small: the training report drawn by the engine and read back. */
import { writeFileSync } from 'node:fs';
import { learnerProgressAggregator } from '@rounds/report-types/learner-progress/aggregator';
import { learnerProgress } from '@rounds/report-types/learner-progress/learner-progress';
import { randomTraining, trainingRow } from '@rounds/report-types/learner-progress/testing/training';
import { datasetOf } from '@rounds/report-types/testing/dataset-of';
import { operationalRows } from '@rounds/report-types/testing/fold-rows';
import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { draw } from './draw.ts';
import { expectPdfHolds } from './testing/expect-pdf-holds.ts';
import { pageText, readPdf } from './testing/pdf-text.ts';

const FAILED = { LEARNID: 'X', LEARNER: 'Zoë Ångström-Žižková', TRSTAT: 'FAILED', COMPDTC: '2024-03-05' };
const DONE = { COURSEID: 'SAFETY', TRSTAT: 'COMPLETED', COMPDTC: '2024-03-06', SCORE: 87.5, TIMESEC: 1830 };
const ROWS = [
  ...randomTraining(11),
  trainingRow({ ...FAILED, COURSE: 'A course with a long title. '.repeat(6).trim() }),
  trainingRow({ ...DONE, LEARNID: '=1+1', LEARNER: '=HYPERLINK("http://x")' }),
];

const dataset = (parameters: Record<string, unknown> = {}, rows = ROWS) =>
  datasetOf(learnerProgress, learnerProgressAggregator, {
    rows: operationalRows('TRAINING', rows),
    parameters,
  });

const pdf = async (of: ReturnType<typeof dataset>, name?: string) => {
  const bytes = await draw({ format: 'pdf', dataset: of, pictures: {} });
  const folder = process.env.ROUNDS_LOOK;
  if (folder !== undefined && name !== undefined) writeFileSync(`${folder}/${name}.pdf`, bytes);
  await expectPdfHolds(of, bytes);
  return (await readPdf(bytes)).map(pageText);
};

describe('the training report', () => {
  it('holds every figure and row, and answers on the first page', async () => {
    const of = dataset();
    const pages = await pdf(of, 'learners');
    const { overdue } = of.summary;
    expect(pages[0]).toContain(`${String(overdue)}coursesareoverdue,thelongestby`);
    expect(pages[0]).toContain('Weeklytrainingreport');
    expect(pages.join('')).toContain('ZoëÅngström-Žižková');
  });

  it('is of its range, whatever the period of the run', async () => {
    const pages = await pdf(
      dataset({ from: '2024-01-01', to: '2024-02-29', department: 'Nursing' }),
      'range',
    );
    for (const page of pages) expect(page).toContain('1January–29February2024');
    expect(pages.join('')).not.toContain('Pharmacy');
  });

  it('says in words that there is nothing', async () => {
    const pages = await pdf(dataset({}, []), 'no-training');
    expect(pages[0]).toContain('Thereisnotrainingrecordthatthisreportcouldtellof.');
  });

  it('becomes a workbook whose cells have types, and formulas stay texts', async () => {
    const workbook = new exceljs.Workbook();
    const bytes = await draw({ format: 'xlsx', dataset: dataset(), pictures: {} });
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
    expect(workbook.worksheets.map(({ name }) => name).filter((name) => name.startsWith('5'))).toEqual([
      '5 Completions',
      '5.1 Completions',
    ]);
    const sheet = workbook.getWorksheet('5.1 Completions');
    const ids = sheet?.getColumn(2).values ?? [];
    const row = sheet?.getRow(ids.indexOf('=1+1'));
    expect(row?.getCell(1).type).toBe(exceljs.ValueType.String);
    expect(row?.getCell(8).value).toEqual(new Date('2024-03-06'));
    expect([row?.getCell(9).value, row?.getCell(10).value]).toEqual([87.5, 30.5]);
  });

  it('becomes a zip of tables with a line for each row', async () => {
    const of = dataset();
    const files = unzipSync(await draw({ format: 'csv', dataset: of, pictures: {} }));
    const linesOf = (name: string) =>
      strFromU8(files[name] ?? new Uint8Array())
        .trim()
        .split('\r\n');
    expect(linesOf('learners.csv')).toHaveLength(of.learners.length + 1);
    expect(linesOf('learners.csv')[0]).toBe(
      'name,learnerId,siteId,department,totalCourses,completedToDate,percent,completedCourses,overdue,averageScore,totalTimeSpent',
    );
    expect(linesOf('overdue.csv')).toHaveLength(of.listings.overdue.length + 1);
    expect(linesOf('excel/completions.csv').join('\n')).toContain("'=HYPERLINK");
  });

  it('is its dataset as JSON, under the names of its definitions', async () => {
    const json = JSON.parse(
      Buffer.from(await draw({ format: 'json', dataset: dataset(), pictures: {} })).toString(),
    ) as object;
    expect(json).toMatchObject({
      reportType: 'learner-progress',
      timeUnit: 'minutes',
      learners: expect.arrayContaining([
        expect.objectContaining({
          learnerId: '=1+1',
          completedCourses: 1,
          totalCourses: 1,
          averageScore: 87.5,
          totalTimeSpent: 30.5,
        }),
      ]) as unknown,
    });
  });

  it('has the same bytes when it is drawn again', async () => {
    for (const format of ['pdf', 'xlsx', 'csv', 'json'] as const) {
      const [one, two] = [
        await draw({ format, dataset: dataset(), pictures: {} }),
        await draw({ format, dataset: dataset(), pictures: {} }),
      ];
      expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    }
  });
});
