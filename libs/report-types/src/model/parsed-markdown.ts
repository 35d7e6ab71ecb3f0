/** Markdown as CommonMark and the tables of GitHub have it: whoever reads it for a report reads it by this. */
import MarkdownIt, { type Token } from 'markdown-it';

const parser = new MarkdownIt({ html: false, linkify: false });

/**
 * Levels of lists and quotations, a list taking two. Deeper ones have no width left on the page, and from a hundred
 * on the parser drops what they hold without a word.
 */
const DEEPEST = 24;

/** Undefined for a text that is nested too deep for the page: it is set as it was written. */
export const parseMarkdown = (text: string): readonly Token[] | undefined => {
  const tokens = parser.parse(text, {});
  return tokens.some(({ level }) => level > DEEPEST) ? undefined : tokens;
};
