import { normalise } from '@rounds/contracts/visible-text';
import { drawFor, missingGlyphs, runsOf, textWidth } from './glyphs.ts';

const families = (text: string): string[] =>
  runsOf(text).map(({ text: part, family }) => `${family}: ${part}`);

/** What is drawn of the text. */
const drawnText = (text: string): string =>
  runsOf(text)
    .map((run) => run.text)
    .join('');

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

  it('draws each script in its own face, and what scripts share as the text’s language does', () => {
    expect(families('患者さん')).toEqual(['Noto Sans JP: 患者さん']);
    expect(families('환자 患者')).toEqual(['Noto Sans KR: 환자', 'Source Sans 3:  ', 'Noto Sans KR: 患者']);
    expect(families('患者，正常')).toEqual(['Noto Sans SC: 患者，正常']);
    drawFor('ja');
    expect(families('患者')).toEqual(['Noto Sans JP: 患者']);
    drawFor('en');
    expect(families('مريض')).toEqual(['Vazirmatn: مريض']);
    expect(families('חולה')).toEqual(['Noto Sans Hebrew: חולה']);
    expect(families('ผู้ป่วย')).toEqual(['Noto Sans Thai: ผู้ป่วย']);
  });

  it('keeps a picture of several characters in one piece', () => {
    for (const picture of ['👨\u200D👩\u200D👧', '🇩🇪', '👍🏽', '1\u20E3', '❤\u200D🔥'])
      expect(families(picture)).toEqual([`Noto Emoji: ${picture}`]);
  });

  it('draws no more marks on a letter than a script has, and counts the others', () => {
    const stacked = `Z${'\u0337'.repeat(4)}${'\u0322'.repeat(30)}`;
    expect(drawnText(stacked)).toBe(`Z${'\u0337'.repeat(4)}\uFFFD`);
    expect(missingGlyphs(stacked)).toEqual(new Map([['\u0322', 30]]));
  });

  it('shows a mark for each character that no face has', () => {
    expect(drawnText('\u{12000}\u{12001} A')).toBe('\uFFFD\uFFFD A');
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
    const value = { a: ['\u{12000}', { b: '\u{12000}\u{12001}' }], n: 3, none: null, plain: 'ALT ≥ 3' };
    expect([...missingGlyphs(value)]).toEqual([
      ['\u{12000}', 2],
      ['\u{12001}', 1],
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
