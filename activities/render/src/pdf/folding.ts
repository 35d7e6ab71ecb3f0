import { ANYWHERE } from '../text/breaks.ts';
import { textWidth } from '../text/glyphs.ts';

/** Words up to the space or hyphen behind them. */
const PIECES = new RegExp(`[${ANYWHERE}]\\s*|[^\\s${ANYWHERE}-]+(?:-|\\s+)?|-|\\s+`, 'gu');

/** Lines that a text takes, as the layout folds it. */
export const foldedLines = (text: string, size: number, width: number): number => {
  let lines = 0;
  for (const line of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const piece of line.match(PIECES) ?? []) {
      const own = textWidth(piece.trimEnd(), size);
      if (used > 0 && used + own > width) {
        lines += 1;
        used = 0;
      }
      used += textWidth(piece, size);
    }
  }
  return lines;
};
