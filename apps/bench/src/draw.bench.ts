import { fileURLToPath } from 'node:url';
import { createDrawPool } from '@rounds/activities-render/draw-pool';
import { stored } from '@rounds/activities-render/testing/stored';
import { buildDataset } from '@rounds/report-types/study-weekly/testing/dataset';
import type { Format } from '@rounds/contracts/formats';
import { longestGapMs, medianMs, rounded } from './measure.ts';

/** As in production: the built program of a drawing thread. */
const file = fileURLToPath(new URL('../worker/pdf-worker.js', import.meta.url));

/** A report without pictures: they are derived before anything is drawn. */
const dataset = () => {
  const full = buildDataset();
  return stored({ ...full, documents: { ...full.documents, images: [] } });
};

/** One report in each format, against JSON; and how long drawing keeps the event loop from a heartbeat. */
export const drawBench = async () => {
  const pool = createDrawPool({ file, threads: 1 });
  const signal = new AbortController().signal;
  const draw = (format: Format) => pool.draw({ format, dataset: dataset(), pictures: {} }, { signal });
  try {
    const json = await medianMs(() => draw('json'));
    const pdf = await medianMs(() => draw('pdf'));
    return {
      pdfMs: rounded(pdf),
      ratioPdf: rounded(pdf / json),
      ratioXlsx: rounded((await medianMs(() => draw('xlsx'))) / json),
      ratioCsv: rounded((await medianMs(() => draw('csv'))) / json),
      longestGapMs: rounded(await longestGapMs(() => draw('pdf'))),
    };
  } finally {
    await pool.close();
  }
};
