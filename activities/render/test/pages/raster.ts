/** Pages of a PDF as pictures, by PDFium in WebAssembly: the same pixels on every machine. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

const require = createRequire(import.meta.url);

/** PNG, small enough to be kept in the repository. */
export type PagePicture = Buffer;

export interface Look {
  /** Pixels of a page's width: 595 are 72 a inch. */
  readonly width: number;
  readonly colours: number;
  readonly grey: boolean;
}

interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const pictureOf = ({ data, width, height }: Pixels, look: Look): Promise<PagePicture> => {
  const picture = sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .resize({ width: look.width });
  return (look.grey ? picture.greyscale() : picture)
    .png({ palette: true, colours: look.colours, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
};

export const picturesOf = async (pdf: Uint8Array, look: Look): Promise<PagePicture[]> => {
  const wasm = await readFile(require.resolve('@hyzyla/pdfium/pdfium.wasm'));
  const library = await PDFiumLibrary.init({ wasmBinary: new Uint8Array(wasm).buffer });
  try {
    const document = await library.loadDocument(pdf);
    const pictures: PagePicture[] = [];
    for (const page of document.pages()) {
      // RGBA.
      pictures.push(await pictureOf(await page.render({ scale: 1, render: 'bitmap' }), look));
    }
    document.destroy();
    return pictures;
  } finally {
    library.destroy();
  }
};
