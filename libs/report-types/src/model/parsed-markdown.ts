/**
 * Markdown as CommonMark and the tables of GitHub have it, parsed so that no words of the source are left without a
 * token. Pages, the check of pages and the mask read it only by this; the last wall after the mask does not.
 */
import { normalise } from '@rounds/contracts/visible-text';
import MarkdownIt, { type Token } from 'markdown-it';

const parser = new MarkdownIt({ html: false, linkify: false });
const withoutTables = new MarkdownIt({ html: false, linkify: false }).disable('table');

/**
 * Levels of lists and quotations, a list taking two. Deeper ones have no width left on the page, and from a hundred
 * on the parser drops what they hold without a word.
 */
const DEEPEST = 24;

const WORDS = /[\p{L}\p{N}]+/gu;
const characters = (text: string): number => (text.match(WORDS) ?? []).join('').length;

/** A row may have more cells than the head of its table: the parser drops those. */
const dropsCells = (tokens: readonly Token[], lines: readonly string[]): boolean =>
  tokens.some(({ type, map }, first) => {
    if (type !== 'table_open' || map === null) return false;
    const last = tokens.findIndex((token, index) => index > first && token.type === 'table_close');
    const kept = tokens.slice(first, last).reduce((n, { content }) => n + characters(content), 0);
    return kept < characters(lines.slice(...map).join('\n'));
  });

/** Blocks that hold the text of their lines. */
const HOLDING = new Set(['inline', 'fence', 'code_block', 'table_open']);
const LABEL = /^([\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*)\[((?:[^[\]\\]|\\.)+)\]:/;

const addressesIn = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((token) => [
    ...[token.attrGet('href') ?? token.attrGet('src') ?? []].flat().map(String),
    ...addressesIn(token.children ?? []),
  ]);

type Environment = NonNullable<Parameters<typeof parser.parse>[1]>;

/**
 * The lines with every definition of a link that no link shows made a paragraph: `[Outcome]: fatal` is one, whatever
 * its author meant, and nothing else would show it. The same array where there is none.
 */
const withDefinitionsShown = (
  lines: readonly string[],
  tokens: readonly Token[],
  { references = {} }: Environment,
): readonly string[] => {
  const held = new Set(
    tokens.flatMap(({ type, map }) =>
      HOLDING.has(type) && map !== null ? lines.slice(...map).map((_, index) => map[0] + index) : [],
    ),
  );
  const followed = new Set(addressesIn(tokens));
  const defined = new Set<string>();
  const shown = lines.map((line, index) => {
    const [, before, label] = held.has(index) ? [] : (LABEL.exec(line) ?? []);
    if (before === undefined || label === undefined) return line;
    const name = parser.utils.normalizeReference(label);
    const isFollowed = !defined.has(name) && followed.has(references[name]?.href ?? '');
    defined.add(name);
    // An empty line before and after: what is no definition would take the next one into its paragraph.
    return isFollowed ? line : `${before}\\${line.slice(before.length)}\n${before.replace(/[^>\s]/g, ' ')}`;
  });
  return shown.some((line, index) => line !== lines[index]) ? shown : lines;
};

const parsed = (source: string, by: typeof parser, rounds = 3): Token[] => {
  const lines = source.split(/\r\n?|\n/);
  const references: Environment = {};
  const tokens = by.parse(source, references);
  if (by !== withoutTables && dropsCells(tokens, lines)) return parsed(source, withoutTables);
  const shown = withDefinitionsShown(lines, tokens, references);
  return shown === lines || rounds === 0 ? tokens : parsed(shown.join('\n'), by, rounds - 1);
};

/** Everything that the tokens say, in any order: with entities resolved, addresses and titles. */
export const saidBy = (tokens: readonly Token[]): string[] =>
  tokens.flatMap(({ content, info, attrs, children }) => [
    ...(children === null ? [content, info] : saidBy(children)),
    ...(attrs ?? []).map(([, value]) => String(value)),
  ]);

/** What is seen of inline tokens: their words, and those that stand for a picture; a line end where there is one. */
export const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content, children }) => {
      if (type === 'image') return wordsOf(children ?? []);
      return type === 'softbreak' || type === 'hardbreak' ? '\n' : content;
    })
    .join('');

/** Undefined for a text that is nested too deep for the page: it is set as it was written. */
export const parseMarkdown = (text: string): readonly Token[] | undefined => {
  const tokens = parsed(normalise(text), parser);
  for (const token of tokens) if (token.type === 'fence') token.info = parser.utils.unescapeAll(token.info);
  return tokens.some(({ level }) => level > DEEPEST) ? undefined : tokens;
};
