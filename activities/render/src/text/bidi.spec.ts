import { baseOf, directed, orderLine, piecesOf, visualText, type Line, type LinePiece } from './bidi.ts';

/** Words as pdfmake would set them, each ten points a character wide. */
const lineOf = (words: readonly string[]): Line => {
  const inlines = directed(words.map((text) => ({ text }))).map((part): LinePiece => {
    const spaces = part.text.length - part.text.trimEnd().length;
    return { ...part, width: 10 * part.text.length, trailingCut: 10 * spaces };
  });
  const inlineWidths = inlines.reduce((sum, { width }) => sum + width, 0);
  return { inlines, inlineWidths, leadingCut: 0, trailingCut: inlines.at(-1)?.trailingCut ?? 0 };
};

const setFrom = (words: readonly string[]): string[] => {
  const line = lineOf(words);
  orderLine(line);
  return [...line.inlines].sort((a, b) => (a.x ?? 0) - (b.x ?? 0)).map(({ text }) => text);
};

describe('directed', () => {
  it('leaves a text alone that runs from left to right', () => {
    const parts = [{ text: 'ALT ≥ 3' }, { text: ' × ULN' }];
    expect(directed(parts)).toEqual(parts);
  });

  it('cuts where the direction changes, across parts, and loses no character', () => {
    const parts = [
      { text: 'see חולה', bold: true },
      { text: ' 12 mg', bold: false },
    ];
    const cut = directed(parts);
    expect(cut.map(({ text }) => text).join('')).toBe('see חולה 12 mg');
    expect(cut.map(({ text, bold, direction }) => [text, bold, direction?.level])).toEqual([
      ['see ', true, 0],
      ['חולה', true, 1],
      [' ', false, 1],
      ['12', false, 2],
      [' mg', false, 0],
    ]);
  });

  it('takes the direction of each paragraph from its first letter', () => {
    const bases = directed([{ text: 'abc\nחולה\n12' }]).map(({ direction }) => direction?.base);
    expect(bases).toEqual([0, 1, 0]);
    expect(baseOf('101: חולה')).toBe('rtl');
    expect(baseOf('Site: חולה')).toBe('ltr');
  });
});

describe('visualText', () => {
  const [right, left] = [
    { level: 1, base: 1 },
    { level: 2, base: 1 },
  ];

  it('mirrors brackets, and turns what the layout of glyphs would not turn', () => {
    expect(visualText('(', right)).toBe(')');
    expect(visualText('). ', right)).toBe(' .(');
    expect(visualText('חולה', right)).toBe('חולה');
    expect(visualText('12-A', left)).toBe('12-A');
    // Digits of Persian count as Arabic letters there.
    expect(visualText('۲۵', left)).toBe('۵۲');
  });

  it('is given punctuation character by character, and words whole', () => {
    expect(piecesOf(').', right)).toEqual([')', '.']);
    expect(piecesOf('חולה', right)).toEqual(['חולה']);
    expect(piecesOf('2.5', left)).toEqual(['2.5']);
    expect(piecesOf('a b', undefined)).toEqual(['a b']);
  });
});

describe('orderLine', () => {
  it('sets words from right to left, and numbers and foreign words as they are read', () => {
    expect(setFrom(['אחת ', 'שתיים ', '12 ', 'mg'])).toEqual(['mg', ' ', '12', 'שתיים ', 'אחת ']);
  });

  it('turns only the part that runs from right to left', () => {
    expect(setFrom(['see ', 'אחת ', 'שתיים', ' (ok)'])).toEqual(['see ', 'שתיים', 'אחת ', ' (ok)']);
  });

  it('ends a line without the space behind its last word, at the right', () => {
    const line = lineOf(['אחת ', 'שתיים ']);
    orderLine(line);
    expect(line).toMatchObject({ inlineWidths: 90, leadingCut: 0, trailingCut: 0 });
    expect(line.inlines.map(({ text, x }) => [text, x])).toEqual([
      ['אחת ', 50],
      ['שתיים', 0],
    ]);
    expect(line.inlines[0]?.alignment).toBe('right');
  });

  it('keeps the pieces in the order in which they are read', () => {
    const line = lineOf(['אחת ', 'שתיים ', 'abc']);
    orderLine(line);
    expect(line.inlines.map(({ text }) => text.trim()).filter(Boolean)).toEqual(['אחת', 'שתיים', 'abc']);
  });
});
