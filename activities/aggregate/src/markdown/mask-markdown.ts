/**
 * The mask for Markdown: the words are hidden that the parser makes of it and the reader sees, not those of its source.
 * Where anything is hidden the text is written anew, so that parsing it yields what is left and the source, which the
 * data hold, no more than that.
 */
import { hide, type Finder } from '@rounds/blinding/mask';
import { parseMarkdown } from '@rounds/report-types/model/parsed-markdown';
import type { Token } from 'markdown-it';
import { asidesOf, leavesOf, squeezed, type Leaf } from './leaves.ts';
import { writeMarkdown } from './write-markdown.ts';

interface Placed extends Leaf {
  /** In the text of all leaves. */
  readonly start: number;
}

/** All words in one text: what blocks part may still be read together. */
const together = (leaves: readonly Leaf[]): { readonly text: string; readonly placed: Placed[] } => {
  let text = '';
  const placed: Placed[] = [];
  for (const leaf of leaves) {
    if (text !== '') text += '\n\n';
    placed.push({ ...leaf, start: text.length });
    text += leaf.text;
  }
  return { text, placed };
};

/** What each leaf says once it is masked; only those that had anything to hide. */
const maskedLeaves = (leaves: readonly Leaf[], find: Finder): Map<Token, string> => {
  const { text, placed } = together(leaves);
  const spans = find(text);
  const masked = new Map<Token, string>();
  if (spans.length === 0) return masked;
  for (const leaf of placed) {
    const within = spans
      .map(({ start, end }) => ({
        start: Math.max(0, start - leaf.start),
        end: Math.min(leaf.text.length, end - leaf.start),
      }))
      .filter(({ start, end }) => start < end);
    if (within.length > 0) masked.set(leaf.token, hide(leaf.text, within));
  }
  return masked;
};

const wordsIn = (texts: readonly string[]): string => squeezed(texts.join(' '));

/** Whether the source, and what is parsed of it, tells nothing, and says what it should. */
const isClean = (source: string, words: string, find: Finder): boolean => {
  const tokens = parseMarkdown(source);
  if (tokens === undefined || find(source).length > 0) return false;
  const leaves = leavesOf(tokens);
  return (
    find(together(leaves).text).length === 0 &&
    asidesOf(tokens).every((aside) => find(aside).length === 0) &&
    wordsIn(leaves.map(({ text }) => text)) === words
  );
};

/** As paragraphs of words alone. */
const plainParagraphs = (texts: readonly string[]): string =>
  texts
    .map((text) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replaceAll('\\[blinded\\]', '[blinded]'))
    .map((text) => text.replace(/^[ \t]+/gm, '').replace(/^(\d+)(?=[.)])/gm, '$1'))
    .join('\n\n');

/** @returns undefined where what is left cannot be written without telling what was hidden */
export const maskMarkdown = (source: string, find: Finder): string | undefined => {
  const tokens = parseMarkdown(source);
  if (tokens === undefined) {
    const masked = hide(source, find(source));
    return find(masked).length === 0 ? masked : undefined;
  }
  const leaves = leavesOf(tokens);
  const masked = maskedLeaves(leaves, find);
  const isShown = (aside: string) => find(aside).length === 0;
  if (masked.size === 0 && isShown(source) && asidesOf(tokens).every(isShown)) return source;
  const shown = leaves.map(({ token, text }) => masked.get(token) ?? text);
  const writing = { insteadOf: (token: Token) => masked.get(token), isShown };
  return [() => writeMarkdown(tokens, writing), () => plainParagraphs(shown)]
    .map((write) => write())
    .find((written) => isClean(written, wordsIn(shown), find));
};
