/** Small: no document, whatever is in it, is taken for one that is not there; one that is not there is found. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyDataset, textEntry } from '@rounds/report-types/study-weekly/testing/dataset';
import type { TextEntry } from '@rounds/contracts/dataset';
import type { Finding } from '@rounds/contracts/gate';
import { LANGUAGES, type Language } from '@rounds/contracts/language';
import { CASE_DOCUMENTS } from '@rounds/report-types/testing/case-documents';
import fc from 'fast-check';
import { draw } from '../draw.ts';
import { MARKDOWN_PIECES, TEXT_PIECES } from '../testing/document-pieces.ts';
import { pageText, readPdf } from '../testing/pdf-text.ts';
import { drawWhole, type Drawing } from './doubtful.ts';
import { inspect } from './inspect.ts';
import { openPdf } from './pdf-reader.ts';

const entry = (documentId: string, text: string, mediaType = 'text/markdown'): TextEntry =>
  textEntry({ documentId, title: `Title ${documentId}`, text, mediaType });

const withTexts = (texts: readonly TextEntry[]) => emptyDataset({ documents: { images: [], texts } });

const found = (texts: readonly TextEntry[], bytes: Uint8Array, language?: Language): Promise<Finding[]> =>
  inspect({ format: 'pdf', dataset: withTexts(texts), bytes, ...(language && { language }) });

const drawn = (texts: readonly TextEntry[]): Promise<Uint8Array> =>
  draw({ format: 'pdf', dataset: withTexts(texts), pictures: {} });

const textOf = async (bytes: Uint8Array): Promise<string> => (await readPdf(bytes)).map(pageText).join('');

const typeOf = (file: string): string => (file.endsWith('.md') ? 'text/markdown' : 'text/plain');
/** Where they lead to, within the file. */
const linksOfFirstPage = async (bytes: Uint8Array): Promise<unknown[]> => {
  const { document, close } = await openPdf(bytes);
  try {
    const annotations = (await (await document.getPage(1)).getAnnotations()) as { dest?: unknown }[];
    return annotations.map(({ dest }) => dest);
  } finally {
    await close();
  }
};

/** Each alone held everybody's report back once. */
const CASES = readdirSync(CASE_DOCUMENTS)
  .filter((file) => /\.(?:md|txt)$/.test(file))
  .map((file) => entry(file, readFileSync(join(CASE_DOCUMENTS, file), 'utf8'), typeOf(file)));

describe('a document that is whole', () => {
  it('passes: every case, and every piece alone', async () => {
    const texts = [
      ...CASES,
      entry('nothing', ''),
      entry('only spaces', ' \n\n\t\n'),
      ...TEXT_PIECES.flatMap((text, n) => [entry(`t${n}`, text, 'text/plain'), entry(`tm${n}`, text)]),
      ...MARKDOWN_PIECES.map((text, n) => entry(`m${n}`, text)),
    ];
    expect(await found(texts, await drawn(texts))).toEqual([]);
  });

  it('passes, of whatever pieces it is made', async () => {
    const pieces = (from: readonly string[]) =>
      fc.array(fc.tuple(fc.constantFrom(...from), fc.constantFrom('', '> ', '- ', '3. ')), {
        minLength: 1,
        maxLength: 8,
      });
    const inBlock = ([piece, mark]: [string, string]) =>
      piece
        .split('\n')
        .map((line, n) => (n === 0 || mark === '> ' ? mark : ' '.repeat(mark.length)) + line)
        .join('\n');
    const document = fc.oneof(
      fc.record({
        mediaType: fc.constant('text/plain'),
        text: pieces(TEXT_PIECES).map((of) => of.map(([piece]) => piece).join('\n')),
      }),
      fc
        .tuple(pieces([...TEXT_PIECES, ...MARKDOWN_PIECES]), fc.constantFrom('\n', '\n\n', '\r\n\r\n'))
        .map(([of, between]) => ({ mediaType: 'text/markdown', text: of.map(inBlock).join(between) })),
    );
    const texts = fc
      .sample(document, { numRuns: 60, seed: 9 })
      .map(({ text, mediaType }, n) => entry(`d${n}`, text, mediaType));
    expect(await found(texts, await drawn(texts))).toEqual([]);
  });
});

describe('what nothing else would show of Markdown', () => {
  it('is on the page: definitions that no link follows, cells beyond a head, titles, what a fence says', async () => {
    const text = await textOf(
      await drawn([
        entry(
          'a',
          'Outcome as reported:\n\n[Outcome]: fatal\n[Cause]: unknown\n\nSee [x].\n\n[x]: http://used.example',
        ),
        entry('b', '| A | B |\n|---|---|\n| 1 | 2 | cardiac |\n'),
        entry('c', '[label](http://l.example "its title")\n\n~~~ dictated by telephone\ncode\n~~~'),
      ]),
    );
    for (const words of ['[Outcome]:fatal', '[Cause]:unknown', 'cardiac', 'itstitle', 'dictatedbytelephone'])
      expect(text).toContain(words);
    expect(text).not.toContain('[x]:');
  });
});

describe('documents of which something is lost on the page', () => {
  const story = 'The subject fell.\n\n- first\n- second\n\n1. one\n2. two\n\nThe subject fell.';
  const table = '| A | B |\n|---|---|\n| left | right |\n| 1 | 2 |';
  const note = 'The dose was given. No event was seen.';
  /** The last `lost` of the text becomes `instead`. */
  const LOST: readonly (readonly [text: string, lost: string, instead?: string])[] = [
    [story, 'The subject fell.'],
    [story, 'second'],
    [story, '2. two', 'two'],
    [table, '| 1 | 2 |'],
    [table, 'right', 'left'],
    ['✓ ★', '★'],
    [note, ' No event was seen.'],
    [note, 'No', 'A'],
  ];
  const without = (text: string, lost: string, instead = ''): string => {
    const at = text.lastIndexOf(lost);
    return text.slice(0, at) + instead + text.slice(at + lost.length);
  };

  it('are found, each of them, and those beside them are not', async () => {
    const beside = [story, table, '✓ ★', note].map((text, n) => entry(`whole-${n}`, text));
    const whole = LOST.map(([text], n) => entry(`lost-${n}`, text));
    const drawnAs = LOST.map((each, n) => entry(`lost-${n}`, without(...each)));
    const findings = await found([...beside, ...whole], await drawn([...beside, ...drawnAs]));
    expect(findings.map(({ check, where }) => `${check} ${where}`)).toEqual(
      LOST.map((_, n) => `documents pdf, document lost-${n}`),
    );
  });
});

describe('a document that cannot be found whole', () => {
  const NAMED = {
    en: 'In doubt: this text may not be shown whole here. Document b itself holds all of it.',
    de: 'Fraglich: Dieser Text ist hier womöglich nicht vollständig gezeigt. Das Dokument b selbst enthält ihn ganz.',
    fr: 'Douteux : ce texte n’est peut-être pas affiché en entier ici. Le document b lui-même le contient entièrement.',
    es: 'Dudoso: es posible que este texto no se muestre entero aquí. El documento b mismo lo contiene por completo.',
    ja: '要確認:この文書はここに全文が表示されていない可能性があります。全文は文書bを参照。',
    pl: 'Wątpliwe: ten tekst może nie być tu pokazany w całości. Całość zawiera dokument b.',
  } as const;
  const texts = [entry('a', 'Whole.'), entry('b', 'The end is lost: peritonitis.')];
  const lost = [entry('a', 'Whole.'), entry('b', 'The end is lost.')];

  it('is found where the page is silent about it', async () => {
    expect((await found(texts, await drawn(lost))).map(({ where }) => where)).toEqual(['pdf, document b']);
  });

  it.each(LANGUAGES)('stops nobody when the page names it, in %s', async (language) => {
    const task = { format: 'pdf', dataset: withTexts(lost), pictures: {}, language } as const;
    const bytes = await draw({ ...task, doubtful: { b: 'shown' } });
    expect(await found(texts, bytes, language)).toEqual([]);
    expect(await textOf(bytes)).toContain(NAMED[language].replace(/\s+/g, ''));
  });

  it('is named on page one, and only there and in its place', async () => {
    const bytes = await draw({
      format: 'pdf',
      dataset: withTexts(texts),
      pictures: {},
      doubtful: { b: 'leftOut' },
    });
    const pages = (await readPdf(bytes)).map(pageText);
    expect(pages[0]).toContain('1documentmaynotbeshownwhole:Titleb.');
    expect(pages.join('')).toContain('Documentbitselfholdsallofit.');
    expect(pages.join('')).not.toContain('peritonitis');
    expect(await found(texts, bytes)).toEqual([]);
    expect(await linksOfFirstPage(bytes)).toContain('text-b');
  });

  it('is found all the same where the policy is strict', async () => {
    const dataset = withTexts(texts);
    const bytes = await draw({ format: 'pdf', dataset, pictures: {}, doubtful: { b: 'shown' } });
    expect(await inspect({ format: 'pdf', dataset, bytes, strict: true })).toMatchObject([
      { check: 'documents', where: 'pdf, document b', code: 'text-in-doubt' },
    ]);
  });

  const task = { format: 'pdf', dataset: withTexts(texts), pictures: {} } as const;
  /** What should say all of document b. */
  const broken =
    (fault: Drawing['report']): Drawing['report'] =>
    (of) =>
      of.doubtful?.b === 'leftOut' ? draw(of) : fault(of);
  const lose: Drawing['report'] = (of) => draw({ ...of, dataset: withTexts(lost) });
  const fail = () => Promise.reject(new Error('The layout ends.'));
  const draws = () => Promise.resolve();

  it('is named where its words are lost, and the others are as they were', async () => {
    const bytes = await drawWhole(task, { report: broken(lose), alone: draws });
    expect(await found(texts, bytes)).toEqual([]);
    const text = await textOf(bytes);
    expect(text).toContain(NAMED.en.replace(/\s+/g, ''));
    expect(text).toContain('Theendislost.');
    expect(text).not.toContain('Documentaitself');
  });

  it('is left out where it cannot be drawn at all', async () => {
    const alone: Drawing['alone'] = ({ documentId }) => (documentId === 'b' ? fail() : draws());
    const bytes = await drawWhole(task, { report: broken(fail), alone });
    expect(await found(texts, bytes)).toEqual([]);
    expect(await textOf(bytes)).toContain('Leftout:thistextcannotbeshownhere.Documentbitself');
  });

  it('does not hide that something else cannot be drawn', async () => {
    await expect(drawWhole(task, { report: fail, alone: draws })).rejects.toThrow('The layout ends.');
  });

  it('is drawn as any other where nothing is wrong with it', async () => {
    expect(await textOf(await drawWhole(task))).toBe(await textOf(await draw(task)));
  });
});
