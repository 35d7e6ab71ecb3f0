import { drawnText, missingGlyphs, normalise, runsOf, textWidth } from './glyphs.ts';

const families = (text: string): string[] =>
  runsOf(text).map(({ text: part, family }) => `${family}: ${part}`);

describe('runsOf', () => {
  it('leaves a text of the body’s face in one piece', () => {
    expect(families('ALT ≥ 3 × ULN, Ångström, Ж Ω → ✓')).toEqual([
      'Source Sans 3: ALT ≥ 3 × ULN, Ångström, Ж Ω → ✓',
    ]);
  });

  it('changes the face for the characters that the body’s lacks, and only for them', () => {
    expect(families('warning ⚠ here')).toEqual([
      'Source Sans 3: warning ',
      'DejaVu Sans: ⚠',
      'Source Sans 3:  here',
    ]);
    expect(families('नमस्ते')).toEqual(['Noto Sans: नमस्ते']);
  });

  it('keeps a letter and its marks in one face', () => {
    for (const { text } of runsOf('q\u0307\u0323 x\u20D7 e\u0301')) expect(text).not.toMatch(/^\p{M}/u);
  });

  it('shows a mark for each character that no face has', () => {
    expect(drawnText('患者 A')).toBe('\uFFFD\uFFFD A');
    expect(drawnText('\u{F0000}\u0007')).toBe('\uFFFD\uFFFD');
    expect(drawnText('half \uD83D of a pair')).toBe('half \uFFFD of a pair');
  });

  it('drops what has no picture and makes one kind of line end and space', () => {
    expect(drawnText('co\u00ADope\u200Brate\uFEFF\u202E!')).toBe('cooperate!');
    expect(normalise('a\r\nb\rc\u2028d\te\u0301')).toBe('a\nb\nc\nd    é');
    expect(drawnText('a\u3000b')).toBe('a b');
  });
});

describe('missingGlyphs', () => {
  it('counts them at any depth', () => {
    const found = missingGlyphs({ a: ['患', { b: '患者' }], n: 3, none: null, plain: 'ALT ≥ 3' });
    expect([...found]).toEqual([
      ['患', 2],
      ['者', 1],
    ]);
  });

  it('finds nothing in what can be drawn or needs no picture', () => {
    expect(missingGlyphs('tab\t, joiner \u200D, two\nlines, ⚠, नमस्ते')).toEqual(new Map());
  });
});

describe('textWidth', () => {
  it('grows with the text and its size, and gives all digits one width', () => {
    expect(textWidth('mm', 10)).toBeCloseTo(2 * textWidth('m', 10));
    expect(textWidth('m', 20)).toBeCloseTo(2 * textWidth('m', 10));
    expect(new Set(['0', '1', '7', '9'].map((digit) => textWidth(digit, 8)))).toHaveProperty('size', 1);
    expect(textWidth('serious', 8, true)).toBeGreaterThan(textWidth('serious', 8));
  });
});
