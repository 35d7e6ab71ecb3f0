/** What is drawn, and how: one function a format, all from the same dataset. */
import type { Dataset } from '@rounds/contracts/dataset';
import type { Format } from '@rounds/contracts/formats';
import type { Finding } from '@rounds/contracts/gate';
import type { Language } from '@rounds/contracts/language';
import type { Presentation } from '@rounds/contracts/template';
import type { Doubtful, ReportModel } from '@rounds/report-types/model/report-model';
import { reportOf } from '@rounds/report-types/report-of';
import { drawCsv } from './files/draw-csv.ts';
import { drawJson } from './files/draw-json.ts';
import { drawXlsx } from './files/draw-xlsx.ts';
import { nameSheets } from './files/sheet-names.ts';
import type { Pictures } from './pdf/document.ts';
import { drawPdf } from './pdf/draw-pdf.ts';
import type { Look } from './pdf/look.ts';
import { frozen } from './stored-dataset.ts';
import { asDrawn } from './text/as-drawn.ts';
import { drawFor, missingGlyphs } from './text/glyphs.ts';
import { paletteOf } from './theme.ts';

export interface DrawTask {
  readonly format: Format;
  /** Completed: every image is either derived or refused. */
  readonly dataset: Dataset;
  readonly pictures: Pictures;
  /** Of its readers; absent: English. */
  readonly language?: Language;
  readonly presentation?: Presentation;
  /** What the report says itself that it lacks. */
  readonly lacking?: readonly Finding[];
  /** Documents that are named as such on the page. */
  readonly doubtful?: Doubtful;
  /** The bytes of the presentation's logo, PNG. */
  readonly logo?: Uint8Array;
}

type Told = Pick<DrawTask, 'dataset' | 'language' | 'presentation' | 'lacking' | 'doubtful'>;

/** The last of a dataset, since each format is drawn and inspected from the same; let go with the dataset. */
const models = new WeakMap<Dataset, { readonly words: string; readonly model: ReportModel }>();

/** @throws RoundsError INVALID_INPUT for sections that the report type does not have */
export const modelOf = ({ dataset, language, presentation, lacking, doubtful }: Told): ReportModel => {
  const told = { ...(language && { language }), presentation, lacking, doubtful };
  const words = JSON.stringify(told);
  const known = models.get(dataset);
  if (known?.words === words) return known.model;
  // Let go before the next is made: there may not be memory for both.
  models.delete(dataset);
  const undrawable = missingGlyphs(asDrawn(dataset));
  const model = frozen(nameSheets(reportOf({ ...told, dataset, undrawable })));
  models.set(dataset, { words, model });
  return model;
};

const lookOf = ({ presentation, logo }: DrawTask): Look => {
  const branding = presentation?.branding;
  return {
    palette: paletteOf(branding?.colours),
    ...(logo && branding?.logo && { logo: { ...branding.logo, png: logo } }),
    ...(branding?.footer && { footer: branding.footer }),
  };
};

const DRAWERS: Readonly<Record<Format, (task: DrawTask) => Uint8Array | Promise<Uint8Array>>> = {
  pdf: (task) =>
    drawPdf({
      dataset: task.dataset,
      lacking: task.lacking,
      model: modelOf(task),
      pictures: task.pictures,
      look: lookOf(task),
    }),
  xlsx: (task) => drawXlsx(modelOf(task), lookOf(task).palette),
  csv: (task) => drawCsv(modelOf(task)),
  json: ({ dataset, lacking }) => drawJson(dataset, lacking),
};

export const draw = async (task: DrawTask): Promise<Uint8Array> => {
  drawFor(task.language);
  return await DRAWERS[task.format](task);
};
