import { ANYWHERE, SPACES } from '../text/breaks.ts';
import type { Family } from '../text/fonts.ts';
import { textWidth } from '../text/glyphs.ts';

/** Words up to the space or hyphen after them. */
const PIECES = new RegExp(
  `[${ANYWHERE}](?:${SPACES})?|(?:(?!${SPACES})[^${ANYWHERE}-])+(?:-|${SPACES})?|-|${SPACES}`,
  'gu',
);

/** Bold type is wider by this than what `foldedLines` measures. */
export const BOLD = 1.06;

/** Lines that a text takes, as the layout folds it. */
export const foldedLines = (text: string, size: number, width: number, face?: Family): number => {
  const widthOf = (piece: string) => textWidth(piece, size, false, face);
  let lines = 0;
  for (const line of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const piece of line.match(PIECES) ?? []) {
      const own = widthOf(piece.trimEnd());
      if (used > 0 && used + own > width) {
        lines += 1;
        used = 0;
      }
      used += widthOf(piece);
    }
  }
  return lines;
};
