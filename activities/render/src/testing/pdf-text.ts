/** The text of a PDF as a reader other than its writer finds it: by PDF.js, page by page. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfPage {
  /** Pieces in the order in which they are drawn. */
  readonly pieces: readonly string[];
}

export const readPdf = async (bytes: Uint8Array): Promise<PdfPage[]> => {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    // As it stands: PDF.js would otherwise turn a micro sign into a Greek letter.
    const { items } = await page.getTextContent({ disableNormalization: true });
    pages.push({ pieces: items.flatMap((item) => ('str' in item ? [item.str] : [])) });
  }
  await task.destroy();
  return pages;
};

/** Without the spaces, which a layout moves as it likes. */
export const squeeze = (text: string): string => text.replace(/\s+/g, '');

export const pageText = ({ pieces }: PdfPage): string => squeeze(pieces.join(''));
