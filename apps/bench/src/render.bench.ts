/**
 * Pages that a second of CPU draws, and draws and reads back, by the built drawing thread: of a usual report, of one of
 * 300 pages and of one of 1,500; against pdfmake alone, which lays the same document out and does nothing else.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createDrawPool, type DrawPool } from '@rounds/activities-render/draw-pool';
import { modelOf } from '@rounds/activities-render/draw';
import { documentDefinition } from '@rounds/activities-render/pdf/document';
import { stored } from '@rounds/activities-render/testing/stored';
import { FONT_FILES } from '@rounds/activities-render/text/fonts';
import { paletteOf } from '@rounds/activities-render/theme';
import type { Dataset } from '@rounds/contracts/dataset';
import { buildDataset, emptyDataset, textEntry } from '@rounds/report-types/study-weekly/testing/dataset';
import type * as PdfMake from 'pdfmake';
import { longestGapMs, rounded } from './measure.ts';

/** As in production: the built program of a drawing thread. */
const file = resolve('dist/worker/pdf-worker.js');
/** What a drawing thread may use there. */
const MEMORY_MB = 512;

const require = createRequire(import.meta.url);

/** A copy of its own, of which no report changes anything. */
const barePdfmake = (): typeof PdfMake => {
  for (const path of Object.keys(require.cache))
    if (/node_modules\/(?:pdfmake|pdfkit)\//.test(path)) Reflect.deleteProperty(require.cache, path);
  const pdfmake = require('pdfmake') as typeof PdfMake;
  pdfmake.setFonts(
    Object.fromEntries(Object.entries(FONT_FILES).map(([family, files]) => [family, { ...files }])),
  );
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return pdfmake;
};

const usual = (): Dataset => {
  const full = buildDataset();
  return { ...full, documents: { ...full.documents, images: [] } };
};

const PARAGRAPH = 'The subject was seen as planned and told of erythema of the left forearm since then. ';

/** Each of about four pages. */
const narratives = (count: number): Dataset => {
  const text = `${PARAGRAPH.repeat(20)}\n\n`.repeat(11);
  const texts = Array.from({ length: count }, (_, index) =>
    textEntry({ documentId: `doc_${index}`, title: `Narrative ${index}`, text }),
  );
  return emptyDataset({ documents: { texts, images: [] } });
};

/**
 * Seconds of CPU of all threads; the first time is not counted, where there are several.
 *
 * @param prepare gives what the work uses up, and is not counted
 */
const cpuSecondsOf = async <T>(
  times: number,
  prepare: () => T | Promise<T>,
  work: (prepared: T) => Promise<unknown>,
): Promise<number> => {
  if (times > 1) await work(await prepare());
  let spent = 0;
  for (let n = 0; n < times; n += 1) {
    const prepared = await prepare();
    const before = process.cpuUsage();
    await work(prepared);
    const { user, system } = process.cpuUsage(before);
    spent += (user + system) / 1e6;
  }
  return spent / times;
};

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

const { signal } = new AbortController();

const measureDocument = async (pool: DrawPool, dataset: Dataset, times: number) => {
  const task = { format: 'pdf', dataset: stored(dataset) } as const;
  const draw = () => pool.draw({ ...task, pictures: {} }, { signal });
  const bytes = await draw();
  const inspect = () => pool.inspect({ ...task, bytes }, { signal });
  const pdfmake = barePdfmake();
  const define = () => documentDefinition(modelOf({ dataset }), {}, { palette: paletteOf(undefined) });
  const nothing = () => undefined;
  const pages = pagesOf(bytes);
  const [bareS, drawS, gateS] = [
    await cpuSecondsOf(times, define, (definition) => pdfmake.createPdf(definition).getBuffer()),
    await cpuSecondsOf(times, nothing, draw),
    await cpuSecondsOf(times, nothing, inspect),
  ];
  return {
    pages,
    perSecond: rounded(pages / drawS),
    gatedPerSecond: rounded(pages / (drawS + gateS)),
    barePerSecond: rounded(pages / bareS),
    ratio: rounded(bareS / drawS),
    ratioGated: rounded(bareS / (drawS + gateS)),
    longestGapMs: rounded(await longestGapMs(draw)),
    longestGapInspectMs: rounded(await longestGapMs(inspect)),
  };
};

/** @param narrativesOf the larger documents */
export const measureRender = async (narrativesOf: readonly number[]) => {
  const pool = createDrawPool({ file, threads: 1, memoryMb: MEMORY_MB });
  try {
    const documents = [await measureDocument(pool, usual(), 5)];
    for (const count of narrativesOf) documents.push(await measureDocument(pool, narratives(count), 1));
    const worst = (of: 'ratio' | 'ratioGated') => Math.min(...documents.map((each) => each[of]));
    return { ratio: worst('ratio'), ratioGated: worst('ratioGated'), documents };
  } finally {
    await pool.close();
  }
};

export const renderBench = () => measureRender([75, 375]);
