/**
 * What a reader of the PDF finds for a glyph. The PDF library keeps one text a glyph, that of its first use: where a
 * typeface draws two characters alike (∆ and Δ), all of them were found as the first, and where it draws one in two
 * parts (ẹ as e and a dot), the second part as whatever its number happens to be. Here a glyph that stands for another
 * text is another glyph of the file, of the same shape.
 */
import { signOfWork } from '../sign-of-work.ts';

interface Glyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
}

/** What of fontkit's fonts is used here; not part of its published types. */
interface ShapedFont {
  getGlyph(this: ShapedFont, id: number, codePoints?: readonly number[]): Glyph | null;
}

/** What of pdfkit's embedded fonts is used here; not part of its published types. */
export interface EmbeddedFont {
  readonly font: ShapedFont;
  readonly scale: number;
  /** By number of the glyph in the file: its text and its width. */
  readonly unicode: (readonly number[])[];
  readonly widths: number[];
  readonly subset: { readonly glyphs: number[] };
  /** Of the words so far. */
  layoutCache: Record<string, unknown>;
  layout(text: string, features?: unknown): { glyphs: readonly Glyph[]; positions: readonly unknown[] };
  encode(text: string, features?: unknown): [encoded: string[], positions: readonly unknown[]];
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((codePoint, index) => codePoint === b[index]);

/** A glyph is kept with the text of its first use: for another text, the same with that one. */
const keepTexts = (fonts: ShapedFont): void => {
  // oxlint-disable-next-line typescript/unbound-method -- called with the font as `this` below
  const known = fonts.getGlyph;
  fonts.getGlyph = function (id, codePoints) {
    const glyph = known.call(this, id, codePoints);
    if (glyph === null || codePoints === undefined || isSame(glyph.codePoints, codePoints)) return glyph;
    return Object.create(glyph, { codePoints: { value: codePoints } }) as Glyph;
  };
};

/** Drawn, and nothing to a reader: an empty text would be read as the number of the glyph. */
const SILENT = 0x200b;

const decomposed = (codePoint: number): number[] =>
  Array.from(String.fromCodePoint(codePoint).normalize('NFD'), (part) => part.codePointAt(0) ?? 0);

/** The text of each glyph: those that are drawn for one character share it among them. */
const textsOf = (glyphs: readonly Glyph[]): (readonly number[])[] => {
  const texts = glyphs.map(({ codePoints }) => codePoints);
  for (const [index, text] of texts.entries()) {
    const next = texts.slice(index + 1).findIndex((following) => following.length > 0);
    const silent = next === -1 ? texts.length - index - 1 : next;
    const [codePoint] = text;
    if (silent === 0 || codePoint === undefined) continue;
    const parts = text.length === 1 ? decomposed(codePoint) : [];
    if (parts.length !== silent + 1) continue;
    for (const [part, own] of parts.entries()) texts[index + part] = [own];
  }
  return texts.map((text) => (text.length === 0 ? [SILENT] : text));
};

const numbersOf = new WeakMap<EmbeddedFont, Map<string, number>>();

/** The number in the file of a glyph with this text. */
const numberOf = (font: EmbeddedFont, { id, advanceWidth }: Glyph, text: readonly number[]): number => {
  // The glyph for what the typeface lacks stays the one that readers know it by.
  if (id === 0) return 0;
  const numbers = numbersOf.get(font) ?? new Map<string, number>();
  numbersOf.set(font, numbers);
  const key = `${String(id)}:${text.join(' ')}`;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const number = font.subset.glyphs.push(id) - 1;
  numbers.set(key, number);
  font.widths[number] = advanceWidth * font.scale;
  font.unicode[number] = text;
  return number;
};

/** @param sample any font of a document: what it inherits from is changed, for all fonts */
export const speakGlyphs = (sample: EmbeddedFont): void => {
  keepTexts(Object.getPrototypeOf(sample.font) as ShapedFont);
  const fonts = Object.getPrototypeOf(sample) as EmbeddedFont;
  fonts.encode = function (this: EmbeddedFont, text, features) {
    signOfWork();
    const { glyphs, positions } = this.layout(text, features);
    const texts = textsOf(glyphs);
    const encoded = glyphs.map((glyph, index) =>
      numberOf(this, glyph, texts[index] ?? [])
        .toString(16)
        .padStart(4, '0'),
    );
    return [encoded, positions];
  };
};
