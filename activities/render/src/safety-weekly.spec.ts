/** Small: the safety report drawn by the engine and read back; templates and their branding on it. */
import { writeFileSync } from 'node:fs';
import type { Presentation } from '@rounds/contracts/template';
import { safetyWeeklyAggregator } from '@rounds/report-types/safety-weekly/aggregator';
import { safetyWeekly } from '@rounds/report-types/safety-weekly/safety-weekly';
import { textEntry } from '@rounds/report-types/study-weekly/testing/dataset';
import { datasetOf, type Given } from '@rounds/report-types/testing/dataset-of';
import { studyRows, subjectRows, together } from '@rounds/report-types/testing/fold-rows';
import exceljs from 'exceljs';
import sharp from 'sharp';
import { draw, modelOf } from './draw.ts';
import { expectPdfHolds } from './testing/expect-pdf-holds.ts';
import { pageText, readPdf } from './testing/pdf-text.ts';

const WITHIN = '2024-03-05';

const rows = () =>
  together(
    subjectRows('RND-201-701-1001', {
      DM: [{ SITEID: '701', DTHFL: 'Y', DTHDTC: '2024-03-06' }],
      DS: [{}, { DSCAT: 'DISPOSITION EVENT', DSDECOD: 'DEATH', DSSTDTC: '2024-03-06' }],
      AE: [
        {
          AEDTC: '2024-03-07',
          AEDECOD: 'MYOCARDIAL INFARCTION',
          AEOUT: 'FATAL',
          AESEV: 'SEVERE',
          AESER: 'N',
        },
        { AEDTC: '2024-02-07', AEDECOD: 'NAUSEA', AESEV: 'MODERATE' },
      ],
    }),
    subjectRows('RND-201-702-1002', {
      DM: [{ SITEID: '702', SEX: 'M', AGE: 41 }],
      DS: [{}],
      AE: [{ AEDTC: WITHIN, AESER: 'Y', AESHOSP: 'Y', AEDECOD: 'SYNCOPE', AEENDTC: '2024-03-06' }],
      LB: [
        { LBDTC: '2024-02-20', LBSTRESN: 120 },
        { LBDTC: WITHIN, LBTESTCD: 'BILI', LBSTRESN: 44.2, LBSTNRHI: 21, LBSTRESU: 'umol/L' },
      ],
    }),
  );

const texts = [textEntry({ subject: 'RND-201-702-1002', receivedOn: WITHIN })];
const dataset = (given: Partial<Given> = {}) =>
  datasetOf(safetyWeekly, safetyWeeklyAggregator, {
    rows: studyRows(rows()),
    envelope: { documents: { texts, images: [] } },
    ...given,
  });

const look = (name: string, bytes: Uint8Array): void => {
  const folder = process.env.ROUNDS_LOOK;
  if (folder !== undefined) writeFileSync(`${folder}/${name}.pdf`, bytes);
};

const pdf = async (of: ReturnType<typeof dataset>, presentation?: Presentation, logo?: Uint8Array) => {
  const task = { format: 'pdf', dataset: of, pictures: {} } as const;
  const bytes = await draw({ ...task, ...(presentation && { presentation }), ...(logo && { logo }) });
  await expectPdfHolds(of, bytes, presentation);
  return { bytes, pages: (await readPdf(bytes)).map(pageText) };
};

describe('the safety report', () => {
  it('holds every figure, row and narrative, the gravest first', async () => {
    const { bytes, pages } = await pdf(dataset());
    look('safety', bytes);
    expect(pages[0]).toContain(
      '1deathwasreportedthisweek:RND-201-701-1001,site701,6March2024(MYOCARDIALINFARCTION).',
    );
    expect(pages[0]).toContain('1candidatetodate(1newthisweek):RND-201-702-1002');
    expect(pages[0]).toContain('Fatal,notserious');
  });

  it('says in words that there is nothing yet', async () => {
    const { pages } = await pdf(dataset({ rows: studyRows({}), envelope: {} }));
    expect(pages[0]).toContain('Nothingurgent');
    expect(pages.join('')).toContain('Noadverseeventwasrecordedtodate.');
  });

  it('counts milder events as severe where it is asked to, and says so', () => {
    const leads = (parameters: Record<string, unknown>) => {
      const { sections } = modelOf({ dataset: dataset({ parameters }) });
      const [events] = sections;
      return events?.tables[0]?.rows.map(([kind, label, , , , , toDate]) => [kind, label, toDate]);
    };
    expect(leads({})).toContainEqual(['severe', 'Severe', 1]);
    expect(leads({ minimumSeverity: 'MODERATE' })).toContainEqual(['severe', 'Moderate or severe', 2]);
  });

  it('refuses parameters that it does not have', () => {
    for (const parameters of [{ minimumSeverity: 'WORST' }, { severity: 'MILD' }, { narratives: 'yes' }])
      expect(() => dataset({ parameters })).toThrow(/parameters/);
  });

  it('becomes a workbook and a zip of tables', async () => {
    const workbook = new exceljs.Workbook();
    const bytes = await draw({ format: 'xlsx', dataset: dataset(), pictures: {} });
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['1.1 Serious events', '2.1 Deaths', '3.1 Hy’s law candidates', '5.1 Texts']),
    );
    expect(workbook.getWorksheet('2.1 Deaths')?.getRow(2).getCell(5).value).toEqual(new Date('2024-03-06'));
    expect((await draw({ format: 'csv', dataset: dataset(), pictures: {} })).length).toBeGreaterThan(1_000);
  });
});

describe('a template', () => {
  const logoOf = async () =>
    sharp({ create: { width: 240, height: 60, channels: 3, background: '#70224a' } })
      .png()
      .toBuffer();
  const template = (changes: Partial<Presentation> = {}): Presentation => ({
    templateVersion: 'board@3',
    branding: {},
    ...changes,
  });

  it('chooses sections and their order; what is wrong with the data stands all the same', async () => {
    const presentation = template({ sections: ['deaths', 'events'] });
    const { pages } = await pdf(dataset(), presentation);
    const model = modelOf({ dataset: dataset(), presentation });
    expect(model.sections.map(({ id }) => id)).toEqual(['deaths', 'events', 'data-quality', 'appendix']);
    expect(model.attention.items).toEqual(
      modelOf({ dataset: dataset() }).attention.items.map(({ section, ...item }) =>
        section === 'liver' ? item : { ...item, section },
      ),
    );
    expect(pages[0]).toContain('Hy’slaw');
    expect(pages.join('')).toContain('Templateboard@3');
    expect(pages.join('')).not.toContain('Listing:Hy’slawcandidates');
  });

  it('gives colours, a logo and a line at the foot of each page', async () => {
    const png = await logoOf();
    const logo = { key: 'logos/x.png', sha256: 'x', width: 240, height: 60 };
    const presentation = template({
      branding: {
        logo,
        colours: { primary: '#70224a', accent: '#4a2270' },
        footer: 'Meridian Trials · confidential',
      },
    });
    const branded = await pdf(dataset(), presentation, png);
    look('branded', branded.bytes);
    for (const page of branded.pages) expect(page).toContain('MeridianTrials·confidential');
    const again = await pdf(dataset(), presentation, png);
    expect(Buffer.from(again.bytes).equals(Buffer.from(branded.bytes))).toBe(true);
    const plain = await pdf(dataset());
    expect([branded.pages[1], plain.pages[1]].every((page) => page?.includes('Contents') === true)).toBe(
      true,
    );
  });

  it('that names a section which the report type does not have is refused', () => {
    for (const sections of [['enrolment'], ['events', 'events']])
      expect(() => modelOf({ dataset: dataset(), presentation: template({ sections }) })).toThrow(/sections/);
  });
});
