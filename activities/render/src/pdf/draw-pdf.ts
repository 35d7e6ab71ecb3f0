import { createRequire } from 'node:module';
import type { ReportModel } from '@rounds/report-types/model/report-model';
import type * as PdfMake from 'pdfmake';
import { FONT_FILES } from '../text/fonts.ts';
import { documentDefinition, type Look, type Pictures } from './document.ts';

// A CommonJS instance whose types speak of named exports that Node does not see.
const pdfmake = createRequire(import.meta.url)('pdfmake') as typeof PdfMake;

const fontFiles: ReadonlySet<string> = new Set(
  Object.values(FONT_FILES).flatMap((files) => Object.values(files) as string[]),
);

// Nothing that a dataset says may make pdfmake fetch an address or open a file: only our own typefaces.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));

/** The same model, pictures and look give the same bytes, on any thread and in any time zone. */
export const drawPdf = async (model: ReportModel, pictures: Pictures, look: Look): Promise<Buffer> => {
  pdfmake.setFonts(
    Object.fromEntries(Object.entries(FONT_FILES).map(([family, files]) => [family, { ...files }])),
  );
  const definition = await documentDefinition(model, pictures, look);
  return pdfmake.createPdf(definition).getBuffer();
};
