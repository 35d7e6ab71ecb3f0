/**
 * Typefaces for all documents of a thread: opened once, and each word laid out once. pdfkit does both anew for every
 * document, which takes a third of the time of drawing one.
 */
import { FONT_FILES, openFont } from '../text/fonts.ts';
import type { EmbeddedFont } from './spoken-glyphs.ts';

/** What of pdfkit's documents is used here; not part of its published types. */
export interface FontDocument {
  _fontFamilies: Record<string, EmbeddedFont>;
  _fontCount: number;
  font(this: FontDocument, file: string, ...rest: unknown[]): { readonly _font: EmbeddedFont };
}

type Embed = new (document: FontDocument, font: unknown, id: string) => EmbeddedFont;
type Layouts = EmbeddedFont['layoutCache'];

const FILES: ReadonlySet<string> = new Set(
  Object.values(FONT_FILES).flatMap((files) => Object.values(files) as string[]),
);

/** Words of a face that are kept for the next document; each takes a kilobyte. */
const MOST_KEPT = 4_000;

const laidOut = new Map<string, Layouts>();

const layoutsOf = (file: string): Layouts => {
  const kept = laidOut.get(file);
  if (kept !== undefined && Object.keys(kept).length <= MOST_KEPT) return kept;
  const none = Object.create(null) as Layouts;
  laidOut.set(file, none);
  return none;
};

/** @param sample any font of a document */
export const shareFaces = (documents: { readonly prototype: FontDocument }, sample: EmbeddedFont): void => {
  const Embedded = sample.constructor as Embed;
  // oxlint-disable-next-line typescript/unbound-method -- called with the document as `this` below
  const known = documents.prototype.font;
  documents.prototype.font = function (file, ...rest) {
    if (FILES.has(file) && this._fontFamilies[file] === undefined) {
      const font = new Embedded(this, openFont(file), `F${String(++this._fontCount)}`);
      font.layoutCache = layoutsOf(file);
      this._fontFamilies[file] = font;
    }
    return known.call(this, file, ...rest);
  };
};
