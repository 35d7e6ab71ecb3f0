/** Small: what the PDF carries beside its pages, read back by PDF.js. That it is PDF/A, veraPDF says (archive.medium). */
import { createHash } from 'node:crypto';
import { ARCHIVE_PROPERTIES, claimsOf } from '@rounds/contracts/archive-metadata';
import { buildDataset, emptyDataset } from '@rounds/report-types/study-weekly/testing/dataset';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import { draw, modelOf } from '../draw.ts';
import { machineCsv } from '../files/draw-csv.ts';
import { drawJson } from '../files/draw-json.ts';
import { readArchive, xmpValue, type PdfArchive } from '../testing/pdf-archive.ts';

const noDocuments = { texts: [], images: [] };
const pdfOf = async (dataset: StudyWeeklyDataset): Promise<Buffer> =>
  Buffer.from(await draw({ format: 'pdf', dataset, pictures: {} }));

const tablesOf = (dataset: StudyWeeklyDataset) =>
  modelOf({ dataset }).sections.flatMap(({ tables }) => tables);

describe('the PDF as an archive copy', () => {
  const dataset = buildDataset({ documents: noDocuments });
  let bytes: Buffer;
  let archive: PdfArchive;
  beforeAll(async () => {
    bytes = await pdfOf(dataset);
    archive = await readArchive(bytes);
  });

  it('carries the dataset and each table, byte for byte as the JSON and CSV files have them', () => {
    const tables = tablesOf(dataset);
    const names = ['dataset.json', ...tables.map(({ name }) => `${name}.csv`)];
    expect([...archive.attachments.keys()].sort()).toEqual(names.sort());
    expect(archive.attachments.get('dataset.json')?.text).toBe(drawJson(dataset).toString());
    for (const table of tables) {
      const attached = archive.attachments.get(`${table.name}.csv`);
      expect(attached?.text).toBe(machineCsv(table));
      expect(attached?.description).toMatch(/^[^:]+: .+, (no row|1 row|[\d,]+ rows)$/);
      expect(attached?.description).toContain(table.title);
    }
  });

  it('names the kind, the relation and the checksum of what it carries', () => {
    const raw = bytes.toString('latin1');
    const count = (what: RegExp) => raw.match(what)?.length;
    const attached = archive.attachments.size;
    expect(count(/\/AFRelationship \/Data\b/g)).toBe(attached);
    expect(count(/\/Subtype \/text#2Fcsv\b/g)).toBe(attached - 1);
    expect(count(/\/Subtype \/application#2Fjson\b/g)).toBe(1);
    const md5 = createHash('md5').update(drawJson(dataset)).digest('hex');
    expect(raw).toContain(`/CheckSum <${md5}>`);
  });

  it('says whose it is, in XMP as in the information dictionary', () => {
    const { info, xmp } = archive;
    const { manifest, period } = dataset;
    expect(info).toMatchObject({
      Title: 'RND-201: Weekly report, 16–22 November 2026',
      Creator: 'Rounds',
      studyId: 'RND-201',
      reportType: 'study-weekly',
      period: `${period.start}/${period.end}`,
      cut: manifest.cut,
      scope: 'all-unblinded',
      language: 'en',
      completeness: 'whole',
      template: 'study-weekly@1',
      codeVersion: manifest.codeVersion,
    });
    for (const name of Object.keys(ARCHIVE_PROPERTIES))
      expect(xmpValue(xmp, `rounds:${name}`)).toBe(info[name]);
    expect(xmpValue(xmp, 'dc:title')).toBe(info.Title);
    expect(xmpValue(xmp, 'dc:description')).toBe(info.Subject);
    expect(xmpValue(xmp, 'xmp:CreatorTool')).toBe(info.Creator);
    expect(xmpValue(xmp, 'pdf:Producer')).toBe(info.Producer);
    expect(info.CreationDate).toBe('D:20261123070004Z');
    for (const date of ['CreateDate', 'ModifyDate'])
      expect(xmpValue(xmp, `xmp:${date}`)).toBe('2026-11-23T07:00:04Z');
  });

  it('names nobody who asked, nor their run', () => {
    expect(JSON.stringify([archive.info, archive.xmp])).not.toMatch(/runId|requestedBy/i);
  });

  it('claims its cut for who reads no more than bytes, and its run where an earlier edition wrote it', () => {
    expect(claimsOf(bytes.toString('latin1'))).toEqual({ cut: dataset.manifest.cut });
    expect(claimsOf('<rounds:cut>ab</rounds:cut><rounds:runId>run_1</rounds:runId>')).toEqual({
      ...{ cut: 'ab', runId: 'run_1' },
    });
    expect(claimsOf('%PDF-1.7')).toEqual({});
    expect(claimsOf('<rounds:cut>cut off')).toEqual({});
    expect(claimsOf(`<rounds:cut>${'x'.repeat(201)}</rounds:cut>`)).toEqual({});
  });

  it('stays well-formed, and the two places equal, whatever the study is called', async () => {
    const study = { studyId: 'A&B <"C"> \u0001é', title: 'x' };
    const { info, xmp } = await readArchive(await pdfOf(emptyDataset({ study })));
    expect(info.studyId).toBe('A&B <"C"> \uFFFDé');
    expect(xmpValue(xmp, 'rounds:studyId')).toBe(info.studyId);
    expect(xmpValue(xmp, 'dc:title')).toBe(info.Title);
    expect(xmp).toContain('<rounds:studyId>A&amp;B &lt;"C"&gt; \uFFFDé</rounds:studyId>');
  });

  it('says that it is partial, with what is lacking in the dataset that it carries', async () => {
    const lacking = [{ check: 'documents' as const, where: 'doc_1', code: 'bytes-gone' as const }];
    const partial = await draw({ format: 'pdf', dataset: emptyDataset(), pictures: {}, lacking });
    const { info, xmp, attachments } = await readArchive(partial);
    expect([info.completeness, xmpValue(xmp, 'rounds:completeness')]).toEqual(['partial', 'partial']);
    expect(JSON.parse(attachments.get('dataset.json')?.text ?? '')).toMatchObject({ lacking });
  });

  it('is identified by its content', async () => {
    const idOf = (of: Buffer) => /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(of.toString('latin1'))?.[1];
    const other = buildDataset({ documents: noDocuments, dataQuality: emptyDataset().dataQuality });
    const others = await pdfOf(other);
    expect(idOf(bytes)).toBeDefined();
    expect(idOf(others)).toBeDefined();
    expect(idOf(others)).not.toBe(idOf(bytes));
  });
});

describe('the archive copy for blinded readers', () => {
  const unblinded = buildDataset({ documents: noDocuments });
  const arms = Object.keys(unblinded.adverseEvents.byArm ?? {});
  // As the aggregate stage leaves it: without the key, this week's figures as well as the last one's.
  const withoutArms = JSON.stringify(unblinded, (key, value: unknown) =>
    key === 'byArm' ? undefined : value,
  );
  const blinded: StudyWeeklyDataset = {
    ...(JSON.parse(withoutArms) as StudyWeeklyDataset),
    scope: { sites: 'all', unblinded: false },
  };

  it('carries no arm in name, description or content, and says that it is blinded', async () => {
    expect(arms.length).toBeGreaterThan(1);
    const { attachments, info, xmp } = await readArchive(await pdfOf(blinded));
    const all = [...attachments].flatMap(([name, { description, text }]) => [name, description, text]);
    for (const text of [...all, xmp, JSON.stringify(info)]) {
      for (const arm of arms) expect(text).not.toContain(arm);
      expect(text).not.toMatch(/byArm|by-arm/);
    }
    expect(info.scope).toBe('all-blinded');
  });

  it('would show it: the unblinded copy names them', async () => {
    const { attachments } = await readArchive(await pdfOf(unblinded));
    expect(attachments.get('adverse-events-by-arm.csv')?.text).toContain(arms[0]);
    expect(attachments.get('dataset.json')?.text).toContain(arms[0]);
  });
});
