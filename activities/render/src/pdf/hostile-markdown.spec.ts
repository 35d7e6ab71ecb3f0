/** Small: Markdown that is made to break a reader, drawn by the real pdfmake and read back by PDF.js. */
import { pageText, readPdf } from '../testing/pdf-text.ts';
import { BODY_FAMILY } from '../text/fonts.ts';
import { findable, searchable } from '../text/findable.ts';
import { markdown } from './markdown.ts';
import { createPdf } from './pdfmake.ts';

const said = async (source: string): Promise<string> => {
  const bytes = await createPdf({
    content: markdown(source),
    defaultStyle: { font: BODY_FAMILY, fontSize: 9.5 },
  }).getBuffer();
  return searchable((await readPdf(bytes)).map(pageText).join(''));
};

const table = (columns: number, rows: number): string =>
  [
    Array.from({ length: columns }, (_, column) => `h${column}`),
    Array.from({ length: columns }, () => '---'),
    ...Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => `r${row}c${column}`),
    ),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

describe('hostile Markdown', () => {
  it.each([
    ['quotations 1,000 deep', `${'> '.repeat(1_000)}the end of it`, ['the end of it']],
    ['quotations 60 deep', `${'> '.repeat(60)}the end of it`, ['the end of it']],
    [
      'lists 40 deep',
      Array.from({ length: 40 }, (_, depth) => `${'  '.repeat(depth)}- item${depth}x`).join('\n'),
      ['item0x', 'item20x', 'item39x'],
    ],
    [
      'lists 150 deep',
      Array.from({ length: 150 }, (_, depth) => `${'  '.repeat(depth)}- item${depth}x`).join('\n'),
      ['item0x', 'item75x', 'item149x'],
    ],
    ['emphasis 1,000 deep', `${'*a '.repeat(1_000)}the end${'*'.repeat(1_000)}`, ['the end']],
    ['brackets 5,000 deep', `${'['.repeat(5_000)}the end${']'.repeat(5_000)}`, ['the end']],
    ['a table of 600 rows', table(4, 600), ['r0c0', 'r300c3', 'r599c3']],
    ['a table of 200 columns', table(200, 3), ['h199', 'r2c199']],
    [
      'HTML',
      '<script>alert(1)</script>\n\n<img src="http://127.0.0.1:9/x.png" onerror="x">\n\n<iframe src="file:///etc/passwd">',
      ['<script>alert(1)</script>', 'onerror="x"', 'file:///etc/passwd'],
    ],
    [
      'pictures by address',
      '![scan](http://127.0.0.1:9/x.png) ![y](file:///etc/hostname) ![z](data:image/png;base64,AAAA)',
      ['scan(http://127.0.0.1:9/x.png)', 'etc/hostname', 'z'],
    ],
    ['a link to a script', '[press](javascript:alert(1))', ['press', 'javascript:alert(1)']],
    ['a list that begins at a billion', '999999999. first\n1000000000. second', ['first', 'second']],
    ['a list inside from right to left', '> - **חולה** (well)\n> - `code`', ['code', 'well']],
    ['a code block that is never closed', '```\nthe end of it', ['the end of it']],
  ])('keeps all of %s', async (_, source, expected) => {
    const started = performance.now();
    const text = await said(source);
    for (const part of expected) expect([part, text.includes(findable(part))]).toEqual([part, true]);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
