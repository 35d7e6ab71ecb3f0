/** What is drawn, and how: one function a format, all from the same dataset. */
import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { Format } from '@rounds/contracts/formats';
import { drawCsv } from './study-weekly/files/draw-csv.ts';
import { drawJson } from './study-weekly/files/draw-json.ts';
import { drawXlsx } from './study-weekly/files/draw-xlsx.ts';
import type { Pictures } from './study-weekly/pdf/document.ts';
import { drawPdf } from './study-weekly/pdf/draw-pdf.ts';

export interface DrawTask {
  readonly format: Format;
  /** Completed: every image is either derived or refused. */
  readonly dataset: StudyWeeklyDataset;
  readonly pictures: Pictures;
}

const DRAWERS: Readonly<Record<Format, (task: DrawTask) => Uint8Array | Promise<Uint8Array>>> = {
  pdf: ({ dataset, pictures }) => drawPdf(dataset, pictures),
  xlsx: ({ dataset }) => drawXlsx(dataset),
  csv: ({ dataset }) => drawCsv(dataset),
  json: ({ dataset }) => drawJson(dataset),
};

export const draw = async (task: DrawTask): Promise<Uint8Array> => await DRAWERS[task.format](task);
