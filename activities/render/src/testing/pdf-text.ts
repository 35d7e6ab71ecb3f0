/** The text of a PDF as a reader other than its writer finds it, page by page. */
import { openPdf, piecesOf } from '../gate/pdf-reader.ts';

export interface PdfPage {
  /** Pieces in the order in which they are drawn. */
  readonly pieces: readonly string[];
}

export const readPdf = async (bytes: Uint8Array): Promise<PdfPage[]> => {
  const { document, close } = await openPdf(bytes);
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const pieces = await piecesOf(await document.getPage(number));
    pages.push({ pieces: pieces.map(({ text }) => text) });
  }
  await close();
  return pages;
};

/** Without the spaces, which a layout moves as it likes. */
export const squeeze = (text: string): string => text.replace(/\s+/g, '');

export const pageText = ({ pieces }: PdfPage): string => squeeze(pieces.join(''));
