import { createRequire } from 'node:module';
import type { Dataset } from '@rounds/contracts/dataset';
import type { ReportModel } from '@rounds/report-types/model/report-model';
import type * as PdfMake from 'pdfmake';
import { orderLinesOf } from '../text/bidi.ts';
import { FONT_FILES } from '../text/fonts.ts';
import { attachmentsOf } from './archive-attachments.ts';
import { archiveMetadata, infoOf } from './archive-metadata.ts';
import { archived, type ArchivableDocument } from './archive.ts';
import { documentDefinition, type Look, type Pictures } from './document.ts';

// A CommonJS instance whose types speak of named exports that Node does not see.
const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake') as typeof PdfMake;
const { default: elementWriter } = require('pdfmake/js/ElementWriter.js') as {
  default: Parameters<typeof orderLinesOf>[0];
};
orderLinesOf(elementWriter);

const fontFiles: ReadonlySet<string> = new Set(
  Object.values(FONT_FILES).flatMap((files) => Object.values(files) as string[]),
);

// Nothing that a dataset says may make pdfmake fetch an address or open a file: only our own typefaces.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));

export interface PdfSource {
  readonly dataset: Dataset;
  readonly model: ReportModel;
  readonly pictures: Pictures;
  readonly look: Look;
}

/** PDF/A-3b. The same source gives the same bytes, on any thread and in any time zone. */
export const drawPdf = async ({ dataset, model, pictures, look }: PdfSource): Promise<Buffer> => {
  pdfmake.setFonts(
    Object.fromEntries(Object.entries(FONT_FILES).map(([family, files]) => [family, { ...files }])),
  );
  const metadata = archiveMetadata(dataset, model.head);
  const definition = await documentDefinition(model, pictures, look);
  const document = await pdfmake
    .createPdf({ ...definition, version: '1.7', subset: 'PDF/A-3b', info: infoOf(metadata) })
    .getStream();
  return archived(document as unknown as ArchivableDocument, metadata, attachmentsOf(dataset, model));
};
