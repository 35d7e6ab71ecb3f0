/** What stands on the pages of a PDF, as a reader other than its writer finds it: PDF.js, page by page. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { signOfWork } from '../sign-of-work.ts';
import { pdfJs } from './pdfjs.ts';

/** A piece of text in one face. Points from the lower left corner of the page. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** @throws what PDF.js says when it cannot read the file */
export const openPdf = async (
  bytes: Uint8Array,
): Promise<{ document: PDFDocumentProxy; close: () => Promise<void> }> => {
  const { getDocument } = await pdfJs();
  // A copy: PDF.js takes the memory that it is given away from its owner.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false });
  try {
    return { document: await task.promise, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw error;
  }
};

/** In the order in which they are drawn. */
export const piecesOf = async (page: PDFPageProxy): Promise<Piece[]> => {
  signOfWork();
  // As it stands: PDF.js would otherwise turn a micro sign into a Greek letter.
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    if (item.str.trim() === '') return [];
    const [, , , size, x, y] = item.transform as number[];
    return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, size: Math.abs(size ?? 0) }];
  });
};

export interface Painted {
  readonly width: number;
  readonly height: number;
}

/** Pictures that several pages share are kept with the document. */
const isDecoded = (page: PDFPageProxy, name: string): Promise<boolean> =>
  new Promise((resolve) => {
    const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
    objects.get(name, (picture: unknown) => {
      resolve(picture !== null && picture !== undefined);
    });
  });

/** Pixels of the pictures that a page shows. One that PDF.js cannot decode is not among them. */
export const picturesOf = async (page: PDFPageProxy): Promise<Painted[]> => {
  signOfWork();
  const { OPS } = await pdfJs();
  const { fnArray, argsArray } = await page.getOperatorList();
  const painted: Painted[] = [];
  for (const [index, operation] of fnArray.entries()) {
    if (operation !== OPS.paintImageXObject) continue;
    const [name, width, height] = argsArray[index] as [string, number, number];
    if (await isDecoded(page, name)) painted.push({ width, height });
  }
  return painted;
};
