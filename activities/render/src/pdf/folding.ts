import { textWidth } from '../text/glyphs.ts';

/** Words up to the space or hyphen behind them; Japanese and Chinese are folded behind any character. */
const CJK = '\\u3000-\\u30FF\\u3400-\\u9FFF\\uFF00-\\uFFEF';
const PIECES = new RegExp(`[${CJK}]\\s*|[^\\s${CJK}-]+(?:-|\\s+)?|-|\\s+`, 'gu');

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
