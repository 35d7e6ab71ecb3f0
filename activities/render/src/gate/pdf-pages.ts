/** The pages as such: none is blank, nothing stands over an edge or on something else, heads and feet agree. */
import type { Finding } from '@rounds/contracts/gate';
import type { Head } from '@rounds/report-types/model/report-model';
import { MARGIN, PAGE } from '../theme.ts';
import { counted } from './findings.ts';
import type { Piece } from './pdf-reader.ts';
import { asRead, onPage } from './words.ts';

export interface PageParts {
  readonly head: readonly Piece[];
  readonly body: readonly Piece[];
  readonly foot: readonly Piece[];
}

/** The first page has no running head: its title stands there. */
export const partsOf = (pieces: readonly Piece[], number: number): PageParts => {
  const isHead = ({ y }: Piece) => number > 1 && y > PAGE.height - MARGIN.top;
  const isFoot = ({ y }: Piece) => y < MARGIN.bottom;
  return {
    head: pieces.filter(isHead),
    body: pieces.filter((piece) => !isHead(piece) && !isFoot(piece)),
    foot: pieces.filter(isFoot),
  };
};

/** A letter may lean over the edge of its box by this much. */
const TOLERANCE = 2;

const isOverEdge = ({ x, y, width }: Piece): boolean =>
  x < MARGIN.left - TOLERANCE ||
  x + width > PAGE.width - MARGIN.right + TOLERANCE ||
  y < TOLERANCE ||
  y > PAGE.height - TOLERANCE;

/** Shares of the size of type above and below the baseline that letters nearly fill. */
const [ABOVE, BELOW] = [0.65, 0.12];

const overlaps = (a: Piece, b: Piece): boolean => {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const up = Math.min(a.y + ABOVE * a.size, b.y + ABOVE * b.size);
  const down = Math.max(a.y - BELOW * a.size, b.y - BELOW * b.size);
  return across > TOLERANCE && up - down > 0.35 * Math.min(a.size, b.size);
};

/** Pieces that stand on another, and those. Sorted from top to bottom, each is compared with those that it can reach. */
const overlapping = (pieces: readonly Piece[]): (readonly [Piece, Piece])[] => {
  const sorted = [...pieces].sort((a, b) => b.y - a.y);
  const tallest = Math.max(0, ...pieces.map(({ size }) => size));
  return sorted.flatMap((piece, index) => {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next];
      if (other === undefined || piece.y - other.y > tallest) return [];
      if (overlaps(piece, other)) return [[piece, other] as const];
    }
    return [];
  });
};

const rawText = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');
const textOf = (pieces: readonly Piece[]): string => asRead(rawText(pieces));

const NUL = '\0';

/** Pieces that are drawn where they must not be, or as nothing. @param pieces of one page */
export const misdrawn = (pieces: readonly Piece[]): Set<Piece> =>
  new Set([
    ...pieces.filter((piece) => isOverEdge(piece) || piece.text.includes(NUL)),
    ...overlapping(pieces).flat(),
  ]);

/** What is wrong with one page by itself. */
export const pageFindings = (pieces: readonly Piece[], parts: PageParts, number: number): Finding[] => {
  const where = `pdf, page ${number}`;
  const over = pieces.filter(isOverEdge).length;
  const upon = overlapping(pieces).length;
  // A glyph that its typeface lacks is drawn as number 0, which readers take for NUL.
  const lost = rawText(pieces).split(NUL).length - 1;
  return [
    ...counted('pages', where, parts.body.length === 0 ? 1 : 0, 'page-blank', 'pages'),
    ...counted('pages', where, over, 'text-over-edge', 'pieces'),
    ...counted('pages', where, upon, 'text-on-text', 'pieces'),
    ...counted('glyphs', where, lost, 'glyphs-missing', 'characters'),
  ];
};

const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

/** The foot without the page's own number. */
const footWords = (foot: string): string => foot.replace(/\d+/g, '#');

/** The pages as they follow each other. */
export const runningFindings = (pages: readonly PageParts[], { studyId, cut, period }: Head): Finding[] => {
  const feet = pages.map(({ foot }) => textOf(foot));
  const heads = pages.slice(1).map(({ head }) => textOf(head));
  const isNumbered = (foot: string, index: number) => {
    const numbers = numbersIn(foot.slice(foot.indexOf(cut.slice(0, 12)) + 12));
    const at = numbers.indexOf(index + 1);
    return at >= 0 && numbers.includes(pages.length, at + 1);
  };
  const misnumbered = feet.filter((foot, index) => !isNumbered(foot, index)).length;
  const unnamed = feet.filter((foot) => !foot.includes(cut.slice(0, 12))).length;
  const headless = heads.filter((head) => !head.includes(onPage(studyId)) || !head.includes(onPage(period)));
  const strange =
    feet.filter((foot) => footWords(foot) !== footWords(feet[0] ?? '')).length +
    heads.filter((head) => head !== heads[0]).length;
  return [
    ...counted('pages', 'pdf, foot', misnumbered, 'pages-misnumbered', 'pages'),
    ...counted('pages', 'pdf, foot', unnamed, 'pages-without-cut', 'pages'),
    ...counted('pages', 'pdf, head', headless.length, 'pages-without-head', 'pages'),
    ...counted('pages', 'pdf, head and foot', strange, 'text-in-margins', 'pages'),
  ];
};
