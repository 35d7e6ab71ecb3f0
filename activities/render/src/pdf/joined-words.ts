/**
 * The words of a line that are alike are drawn as one text. pdfmake draws each by itself, with all of its style before
 * it: half of what a page says, which takes its time to write and to read back.
 */

/** What is drawn with a word; lengths in points. */
interface Word {
  text: string;
  width: number;
  /** Set where it is drawn from right to left. */
  readonly direction?: unknown;
  /** Its text is put in its place later. */
  readonly _pageNodeRef?: unknown;
}

/** pdfmake's line; not part of its published types. */
interface WordLine {
  inlines: Word[];
  readonly _pageNodeRef?: unknown;
}

const STYLE = [
  ...['font', 'fontSize', 'color', 'fontFeatures', 'characterSpacing', 'opacity', 'sup', 'sub', 'background'],
  ...['link', 'linkToPage', 'linkToDestination'],
  ...['decoration', 'decorationColor', 'decorationStyle', 'decorationThickness'],
] as const;

const isAlike = (one: Word, other: Word): boolean =>
  STYLE.every((name) => one[name as never] === other[name as never]);

const isFixed = ({ direction, _pageNodeRef }: Word): boolean =>
  direction === undefined && _pageNodeRef === undefined;

/** Letters on both sides of a joint would be moved together, as nobody has measured them; those beside a space are not. */
const goesOn = (one: Word, other: Word): boolean => one.text.endsWith(' ') && isAlike(one, other);

/** @param line finished: its words stay where they are */
const joinWords = (line: WordLine): void => {
  if (line._pageNodeRef !== undefined || !line.inlines.every(isFixed)) return;
  const joined: Word[] = [];
  for (const word of line.inlines) {
    const last = joined.at(-1);
    if (last === undefined || !goesOn(last, word)) joined.push(word);
    else {
      last.text += word.text;
      last.width += word.width;
    }
  }
  line.inlines = joined;
};

/** The class of pdfmake that puts lines on pages; not part of its published types. */
interface ElementWriter {
  alignLine(this: ElementWriter, line: WordLine): void;
}

export const joinWordsOf = (writer: { readonly prototype: ElementWriter }): void => {
  // oxlint-disable-next-line typescript/unbound-method -- called with the writer as `this` below
  const align = writer.prototype.alignLine;
  writer.prototype.alignLine = function (line) {
    align.call(this, line);
    joinWords(line);
  };
};
