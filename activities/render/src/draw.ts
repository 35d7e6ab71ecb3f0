/** What is drawn, and how: one function a format, all from the same dataset. */
import type { Dataset } from '@rounds/contracts/dataset';
import type { Format } from '@rounds/contracts/formats';
import type { Finding } from '@rounds/contracts/gate';
import type { Language } from '@rounds/contracts/language';
import type { Presentation } from '@rounds/contracts/template';
import { REPORT_TYPES, reportTypeOf } from '@rounds/report-types/catalogue';
import { arrange } from '@rounds/report-types/model/arrange';
import { withLacking } from '@rounds/report-types/model/parts/lacking';
import { withDoubtful } from '@rounds/report-types/model/parts/doubtful';
import type { Doubtful, ReportModel } from '@rounds/report-types/model/report-model';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { MODELS } from '@rounds/report-types/models';
import { drawCsv } from './files/draw-csv.ts';
import { drawJson } from './files/draw-json.ts';
import { drawXlsx } from './files/draw-xlsx.ts';
import { nameSheets } from './files/sheet-names.ts';
import type { Pictures } from './pdf/document.ts';
import { drawPdf } from './pdf/draw-pdf.ts';
import type { Look } from './pdf/look.ts';
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

/** @throws RoundsError INVALID_INPUT for sections that the report type does not have */
export const modelOf = ({
  dataset,
  language,
  presentation,
  lacking,
  doubtful = {},
}: Pick<DrawTask, 'dataset' | 'language' | 'presentation' | 'lacking' | 'doubtful'>): ReportModel => {
  const type = reportTypeOf(dataset.reportType);
  const drawing = { undrawable: missingGlyphs(asDrawn(dataset)), ...(language && { language }) };
  const model = MODELS[type].build(dataset, drawing);
  const arranged =
    presentation === undefined ? model : arrange(model, REPORT_TYPES[type].sections, presentation);
  const voice = voiceOf(model.language);
  const named = withDoubtful(arranged, doubtful, voice);
  return nameSheets(lacking === undefined ? named : withLacking(named, lacking, voice));
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
