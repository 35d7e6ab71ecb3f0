/** Small: the files are read back by readers other than their writers. */
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { LANGUAGES, type Language } from '@rounds/contracts/language';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import { buildDataset } from '@rounds/report-types/study-weekly/testing/dataset';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Table, Value } from '@rounds/report-types/model/table';
import { modelOf } from '../draw.ts';
import { drawCsv as csvOf, excelCsv, machineCsv } from './draw-csv.ts';
import { drawJson } from './draw-json.ts';
import { excelSafe } from './excel-safe.ts';

const dataset = buildDataset();
const tables = modelOf({ dataset }).sections.flatMap((section) => section.tables);
const drawCsv = (of: typeof dataset) => csvOf(modelOf({ dataset: of }));

const table = (rows: Table['rows']): Table => ({
  name: 'test',
  sheet: 'Test',
  section: 'visits',
  title: 'Test',
  empty: 'Nothing.',
  columns: [
    { key: 'what', label: 'What', type: 'text' },
    { key: 'figure', label: 'Figure', type: 'number' },
  ],
  rows,
});

describe('excelSafe', () => {
  const BEGINS_CELL = /(^|[;\t\r\n])[\s\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫|%]/u;

  it.each([
    ...['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠x', '﹦1', '|cmd', '%0A'],
    ...['  =1+1', '\u00A0=1', '\u200B=1', '\t=1', '\u3000＝1'],
    ...['a;=1', 'a\n=1', 'a\r\n+1', 'a; ＝1', '=1;=2\t=3'],
  ])('puts an apostrophe before each sign of %j that would begin a formula, and nothing else', (text) => {
    expect(BEGINS_CELL.test(text)).toBe(true);
    expect(BEGINS_CELL.test(excelSafe(text))).toBe(false);
    expect(excelSafe(text).replaceAll("'", '')).toBe(text);
  });

  it.each(['pain, -5 mm', 'RND-201', 'a=b', '5 ≥ 3', ''])('leaves %j as it is', (text) => {
    expect(excelSafe(text)).toBe(text);
  });
});

describe('CSV', () => {
  it('is RFC 4180: CRLF, quotes where needed, doubled inside', () => {
    const csv = machineCsv(
      table([
        ['a "b", c', 1.5],
        ['two\nlines', null],
        ['', -5.2],
      ]),
    );
    expect(csv).toBe('what,figure\r\n"a ""b"", c",1.5\r\n"two\nlines",\r\n,-5.2\r\n');
  });

  it('leaves formulas alone for programs and stops them for people', () => {
    const rows = [['=HYPERLINK("http://x")', -5.2]];
    expect(machineCsv(table(rows))).toBe('what,figure\r\n"=HYPERLINK(""http://x"")",-5.2\r\n');
    expect(excelCsv(table(rows))).toBe('\uFEFFWhat,Figure\r\n"\'=HYPERLINK(""http://x"")",-5.2\r\n');
  });

  it.each([
    ['en', ','],
    ['ja', ','],
    ['de', ';'],
    ['fr', ';'],
    ['es', ';'],
  ] as const)('has for Excel the separator and the decimal sign of %s', (language, separator) => {
    const rows = [['a;b,c', -1234.5] as const, ['5.1', null] as const];
    const csv = excelCsv(table(rows), language);
    const expected =
      separator === ','
        ? '\uFEFFWhat,Figure\r\n"a;b,c",-1234.5\r\n5.1,\r\n'
        : '\uFEFFWhat;Figure\r\n"a;b,c";-1234,5\r\n\'5.1;\r\n';
    expect(csv).toBe(expected);
    const files = unzipSync(csvOf(modelOf({ dataset, language })));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const [head = ''] = text('excel/out-of-range.csv').split('\r\n');
    expect(head.split(separator).length).toBe(text('out-of-range.csv').split('\r\n')[0]?.split(',').length);
    expect(text('out-of-range.csv')).toBe(
      strFromU8(unzipSync(drawCsv(dataset))['out-of-range.csv'] ?? new Uint8Array()),
    );
  });

  it('has every table in both variants and the same bytes each time', () => {
    const zip = drawCsv(dataset);
    const names = Object.keys(unzipSync(zip));
    expect(names.sort()).toEqual(tables.flatMap(({ name }) => [`${name}.csv`, `excel/${name}.csv`]).sort());
    expect(drawCsv(buildDataset()).equals(zip)).toBe(true);
  });

  it('has one line for each row', () => {
    const files = unzipSync(drawCsv(dataset));
    const listing = strFromU8(files['out-of-range.csv'] ?? new Uint8Array());
    expect(listing.trim().split('\r\n')).toHaveLength(dataset.listings.outOfRange.length + 1);
  });
});

describe('whatever a cell holds', () => {
  /** Signs, spaces and separators that mean something to somebody, more often than letters. */
  const tricky = fc
    .array(
      fc.oneof(
        {
          arbitrary: fc.constantFrom(
            ...Array.from('=+-@＝＋－＠﹦﹢﹣﹫|%;,\t\r\n"\' \u00A0\u200B\u3000\u0000\uFEFF'),
          ),
          weight: 4,
        },
        { arbitrary: fc.constantFrom('1', 'A1', 'cmd', 'é', '漢', '😀', '\r\n'), weight: 1 },
      ),
      { maxLength: 12 },
    )
    .map((signs) => signs.join(''));
  const cell = fc.oneof(
    { arbitrary: tricky, weight: 4 },
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, true, false),
  );
  const rowsOf = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
  const read = (text: string): string[][] => parse(Buffer.from(text), { bom: true });
  const asText = (value: Value): string =>
    typeof value === 'boolean' ? (value ? 'Y' : 'N') : String(value ?? '');

  it('a program reads back what the dataset holds, to the character', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        expect(read(machineCsv(table(rows)))).toEqual([
          ['what', 'figure'],
          ...rows.map((row) => row.map(asText)),
        ]);
      }),
    );
  });

  it('a spreadsheet finds no text that begins a formula, in any cell and however it parts them', () => {
    // Worked out anew: what begins a formula, where spreadsheets look for it.
    const begins = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫|%]/u;
    fc.assert(
      fc.property(rowsOf, fc.constantFrom<Language>(...LANGUAGES), (rows, language) => {
        const isComma = voiceOf(language).signs.decimal === ',';
        const csv = excelCsv(table(rows), language);
        const [, ...lines] = parse(Buffer.from(csv), { bom: true, delimiter: isComma ? ';' : ',' });
        expect(lines).toHaveLength(rows.length);
        lines.forEach((line, at) => {
          line.forEach((text, column) => {
            const value = rows[at]?.[column] ?? null;
            const parts = text.split(isComma ? /[;,\t\r\n]/u : /[;\t\r\n]/u);
            if (typeof value === 'number')
              expect(text).toBe(isComma ? String(value).replace('.', ',') : String(value));
            else expect(parts.filter((part) => begins.test(part))).toEqual([]);
            if (typeof value !== 'number')
              expect(text.replaceAll("'", '')).toBe(asText(value).replaceAll("'", ''));
          });
        });
      }),
    );
  });

  it('its text is UTF-8, its lines end in CRLF, and its names are those of files everywhere', () => {
    const files = unzipSync(drawCsv(dataset));
    for (const [name, bytes] of Object.entries(files)) {
      expect(name).toMatch(/^(?:excel\/)?[a-z0-9]+(?:-[a-z0-9]+)*\.csv$/);
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toThrow();
      expect(strFromU8(bytes)).toMatch(/\r\n$/);
    }
  });
});

describe('JSON', () => {
  it('is the dataset, in one order of keys', () => {
    const json = drawJson(dataset);
    expect(JSON.parse(json.toString())).toEqual(JSON.parse(JSON.stringify(dataset)));
    const reversed = Object.fromEntries(Object.entries(dataset).reverse()) as unknown as typeof dataset;
    expect(drawJson(reversed).equals(json)).toBe(true);
    expect(json.toString()).toMatch(/^\{\n {2}"adverseEvents"/);
  });

  it('is written piece by piece as canonical JSON would be at once, whatever it holds', () => {
    const anything = fc.object({ key: fc.string({ unit: 'binary', maxLength: 3 }), maxDepth: 4 });
    fc.assert(
      fc.property(anything, (value) => {
        const known = JSON.parse(JSON.stringify(value)) as typeof dataset;
        const expected = JSON.stringify(JSON.parse(canonicalJson(known)), null, 2);
        expect(drawJson(known).toString()).toBe(`${expected}\n`);
      }),
    );
  });
});
