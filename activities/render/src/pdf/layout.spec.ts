import { buildDataset } from '@rounds/report-types/study-weekly/testing/dataset';
import { modelOf } from '../draw.ts';
import { textWidth } from '../text/glyphs.ts';
import { columnWidths, measure } from './column-widths.ts';
import { alignDecimals } from './decimals.ts';
import { foldedLines } from './folding.ts';
import { plainText } from './narrative.ts';
import { markdown } from './markdown.ts';
import { drawGrid, frameOf, gridOf } from './table-grid.ts';
import { wrapWords } from './word-wrap.ts';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('columnWidths', () => {
  const column = (least: number, rows: number, ideal = rows, parts = least) => ({
    parts,
    least,
    rows,
    ideal,
  });

  it('gives each what it wishes while there is room', () => {
    expect(columnWidths([column(10, 40), column(10, 60)], 120)).toEqual([40, 60]);
  });

  it('folds heads first, then the longest lines', () => {
    expect(columnWidths([column(10, 40, 90), column(10, 60)], 110)[1]).toBe(60);
    const [short, long = 0] = columnWidths([column(10, 40), column(10, 200)], 120);
    expect(short).toBe(40);
    expect(long).toBeCloseTo(80);
  });

  it('never exceeds the page, even when the longest words do', () => {
    const widths = columnWidths([column(300, 300), column(40, 40), column(500, 500)], 400);
    expect(sum(widths)).toBeLessThanOrEqual(400);
    expect(widths[1]).toBe(40);
  });

  it('parts words at their joints before it parts what has none', () => {
    const joined = column(200, 200, 200, 90);
    const [whole, parted] = columnWidths([column(150, 150), joined], 280);
    expect(whole).toBe(150);
    expect(parted).toBeCloseTo(130);
  });

  it('measures words and lines', () => {
    const { least, rows, ideal } = measure([{ text: 'A long head', size: 8 }], [{ text: 'ab', size: 8 }]);
    expect(least).toBeLessThan(ideal);
    expect(rows).toBe(least);
  });
});

describe('alignDecimals', () => {
  const size = 8;
  const inset = (values: (number | string | null)[], texts: string[], digits?: number) => {
    const aligned = alignDecimals(digits === undefined ? {} : { digits }, values, texts, size);
    return texts.map((text, index) => aligned.inset(values[index] ?? null, text));
  };

  it('puts decimal points below each other', () => {
    const texts = ['3.82', '133', '54.6', '−0.25'];
    const insets = inset([3.82, 133, 54.6, -0.25], texts);
    const points = texts.map(
      (text, index) => (insets[index] ?? 0) + textWidth(/\.\d+$/.exec(text)?.[0] ?? '', size),
    );
    for (const point of points) expect(point).toBeCloseTo(points[0] ?? 0);
    expect(insets[0]).toBe(0);
  });

  it('leaves whole numbers, and figures of one number of decimals, at the edge', () => {
    expect(inset([1, 12_345], ['1', '12,345'])).toEqual([0, 0]);
    expect(inset([1, 2.5], ['1.0', '2.5'], 1)).toEqual([0, 0]);
  });

  it('knows words and dashes among figures', () => {
    const [figure = 0, word, dash] = inset([17.28, 'POSITIVE', null], ['17.28', 'POSITIVE', '–']);
    expect([figure, word]).toEqual([0, 0]);
    expect(dash).toBeCloseTo(textWidth('.28', size));
  });
});

describe('wrapWords', () => {
  const size = 8;
  const wrapped = (text: string, width: number) => wrapWords(text, width, size).split('\n');

  it('leaves every word that fits', () => {
    expect(wrapWords('NOT RECOVERED/NOT RESOLVED', 60, size)).toBe('NOT RECOVERED/NOT RESOLVED');
  });

  it('parts a word that does not fit at its joints', () => {
    const width = textWidth('A-VERY-LONG-STUDY-', size);
    expect(wrapped('A-VERY-LONG-STUDY-IDENTIFIER-0123456789', width)).toEqual([
      'A-VERY-LONG-STUDY-',
      'IDENTIFIER-',
      '0123456789',
    ]);
    expect(wrapped('SUBJECT00417', textWidth('SUBJECT', size))).toEqual(['SUBJECT', '00417']);
  });

  it('parts a part without a joint only where it alone is too wide, and loses nothing', () => {
    const word = `${'é\u0323'.repeat(3)}${'x'.repeat(60)}`;
    const lines = wrapped(`short ${word}`, 40);
    expect(lines.join('')).toBe(`short ${word}`);
    for (const line of lines) expect(line).not.toMatch(/^\p{M}/u);
    for (const line of lines.slice(1)) expect(textWidth(line, size)).toBeLessThanOrEqual(40);
  });
});

describe('foldedLines', () => {
  it('counts the lines that a text takes', () => {
    const width = textWidth('one two', 8) + 1;
    expect(foldedLines('one two three', 8, width)).toBe(2);
    expect(foldedLines('one two', 8, width)).toBe(1);
    expect(foldedLines('one\ntwo', 8, width)).toBe(2);
    expect(foldedLines('', 8, width)).toBe(1);
  });
});

const texts = (content: unknown): string[] => {
  if (typeof content === 'string') return [content];
  if (Array.isArray(content)) return content.flatMap(texts);
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([key, value]) =>
    ['text', 'stack', 'ul', 'ol', 'table', 'body'].includes(key) ? texts(value) : [],
  );
};

describe('plainText', () => {
  it('makes a paragraph of each block and sets folded lines anew', () => {
    const folded = `${'word '.repeat(14)}\nends here.\n\nAddress\n12 High Street`;
    const blocks = plainText(folded);
    expect(blocks).toHaveLength(2);
    expect(texts(blocks[0]).join('')).toBe(`${'word '.repeat(14).trim()} ends here.`);
    expect(texts(blocks[1]).join('')).toBe('Address\n12 High Street');
  });

  it('keeps the indent of lines and every character of a long text', () => {
    expect(texts(plainText('a\n    b')).join('')).toBe('a\n    b');
    const long = 'x😀'.repeat(20_000);
    expect(texts(plainText(long)).join('')).not.toContain('�');
    expect(Array.from(texts(plainText('é'.repeat(50_000))).join(''))).toHaveLength(50_000);
  });
});

describe('markdown', () => {
  it('knows headings, emphasis, lists, quotations, code, links and tables', () => {
    const source =
      '# Title\n\nIt is **bold** and *slanted*, see [the page](https://example.org).\n\n- one\n  - two\n\n1. three\n\n> four\n\n```\nfive\n```\n\n| six | seven |\n|---|---|\n| 8 | 9 |\n';
    const found = texts(markdown(source)).join(' ');
    for (const word of [
      'Title',
      'bold',
      'slanted',
      '(https://example.org)',
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
      '8',
      '9',
    ]) {
      expect(found).toContain(word);
    }
    expect(found).not.toMatch(/[*#>`]|---/);
  });

  it('takes HTML as the text that it is', () => {
    expect(texts(markdown('<script>alert(1)</script> & <b>so on</b>')).join('')).toBe(
      '<script>alert(1)</script> & <b>so on</b>',
    );
  });

  it('takes a table of many columns as lines', () => {
    const cells = Array.from({ length: 30 }, (_, index) => `c${index}`).join(' | ');
    const dashes = Array.from({ length: 30 }, () => '---').join(' | ');
    expect(texts(markdown(`| ${cells} |\n| ${dashes} |\n| ${cells} |`)).join('')).toContain('c29');
  });
});

describe('the listings of a German study', () => {
  const TESTS = [
    'Gamma-Glutamyltransferase',
    'Alanin-Aminotransferase',
    'Aspartataminotransferase',
    'Kreatinphosphokinase',
    'Thyreoidea-stimulierendes Hormon',
    'Erythrozytenverteilungsbreite',
  ];
  const TERMS = [
    'Überempfindlichkeitsreaktion',
    'Harnwegsinfektion',
    'Lungenarterienembolie',
    'Schilddrüsenunterfunktion',
  ];
  const { listings } = buildDataset();
  const dataset = buildDataset({
    listings: {
      ...listings,
      outOfRange: listings.outOfRange.map((row, index) => ({
        ...row,
        test: TESTS[index % TESTS.length] ?? '',
      })),
      adverseEvents: listings.adverseEvents.map((row, index) => ({
        ...row,
        preferredTerm: (TERMS[index % TERMS.length] ?? '').toUpperCase(),
        reportedTerm: TERMS[index % TERMS.length] ?? '',
        soc: 'ERKRANKUNGEN DES GASTROINTESTINALTRAKTS UND STOFFWECHSELSTÖRUNGEN',
        outcome: 'NICHT WIEDERHERGESTELLT/NICHT ABGEKLUNGEN',
      })),
    },
  });
  const tables = modelOf({ dataset, language: 'de' }).sections.flatMap((section) => section.tables);
  const textsIn = (node: unknown): string[] => {
    if (typeof node === 'string') return [node];
    if (typeof node !== 'object' || node === null) return [];
    return Object.values(node).flatMap(textsIn);
  };

  it.each(['out-of-range', 'adverse-events-listing', 'serious-events-listing'])('%s cuts no word', (name) => {
    const table = tables.find((each) => each.name === name);
    if (table === undefined) throw new Error(`There is no table ${name}.`);
    const grid = gridOf(table, table.rows);
    const drawn = textsIn(drawGrid(grid, frameOf(grid)));
    const heads = table.columns.filter(({ filesOnly }) => filesOnly !== true).map(({ label }) => label);
    const words = [...table.rows.flat(), ...heads]
      .filter((cell) => typeof cell === 'string')
      .flatMap((cell) => cell.match(/\p{L}{4,}/gu) ?? []);
    expect(words.length).toBeGreaterThan(20);
    const text = drawn.join(' ');
    expect([...new Set(words)].filter((word) => !text.includes(word))).toEqual([]);
  });
});
