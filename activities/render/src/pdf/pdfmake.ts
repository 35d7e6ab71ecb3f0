/** pdfmake as the report needs it: our typefaces and nothing from outside, lines in the order of their script. */
import { createRequire } from 'node:module';
import type * as PdfMake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { orderLinesOf } from '../text/bidi.ts';
import { BODY_FAMILY, FONT_FILES } from '../text/fonts.ts';
import { inheritOnce } from './inherited-style.ts';
import { joinWordsOf } from './joined-words.ts';
import { shareFaces, type FontDocument } from './shared-faces.ts';
import { speakGlyphs } from './spoken-glyphs.ts';

// CommonJS whose types speak of named exports that Node does not see.
const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake') as typeof PdfMake;
const { default: elementWriter } = require('pdfmake/js/ElementWriter.js') as {
  default: Parameters<typeof orderLinesOf>[0] & Parameters<typeof joinWordsOf>[0];
};
orderLinesOf(elementWriter);
joinWordsOf(elementWriter);
const { default: textInlines } = require('pdfmake/js/TextInlines.js') as {
  default: Parameters<typeof inheritOnce>[0];
};
inheritOnce(textInlines);

const PdfDocument = createRequire(require.resolve('pdfmake'))('pdfkit') as new () => FontDocument;
const sample = new PdfDocument().font(FONT_FILES[BODY_FAMILY].normal)._font;
speakGlyphs(sample);
shareFaces(PdfDocument, sample);

const fontFiles: ReadonlySet<string> = new Set(
  Object.values(FONT_FILES).flatMap((files) => Object.values(files) as string[]),
);

// Nothing that a dataset says may make pdfmake fetch an address or open a file: only our own typefaces.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));

/** @param definition made for this one call: pdfmake uses it up */
export const createPdf = (definition: TDocumentDefinitions): ReturnType<typeof pdfmake.createPdf> => {
  pdfmake.setFonts(
    Object.fromEntries(Object.entries(FONT_FILES).map(([family, files]) => [family, { ...files }])),
  );
  return pdfmake.createPdf(definition);
};
