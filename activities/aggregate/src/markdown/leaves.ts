/** The pieces of a Markdown text that hold words, as a reader sees them. */
import type { Token } from 'markdown-it';

export interface Leaf {
  /** A paragraph, heading or cell (`inline`), or a block of code. */
  readonly token: Token;
  /** Without mark-up; a line end where the text has one. */
  readonly text: string;
}

/** What is seen of inline tokens: their words, and those that stand for a picture. */
export const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content, children }) => {
      if (type === 'image') return wordsOf(children ?? []);
      return type === 'softbreak' || type === 'hardbreak' ? '\n' : content;
    })
    .join('');

export const isCode = ({ type }: Token): boolean => type === 'fence' || type === 'code_block';

export const leavesOf = (tokens: readonly Token[]): Leaf[] =>
  tokens.flatMap((token): Leaf[] => {
    if (token.type === 'inline') return [{ token, text: wordsOf(token.children ?? []) }];
    return isCode(token) ? [{ token, text: token.content }] : [];
  });

/** Addresses, titles and languages of code, which no word of the text is. */
export const asidesOf = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((token) => [
    ...(token.attrs ?? [])
      .filter(([name]) => /^(?:href|src|title)$/.test(name))
      .map(([, value]) => String(value)),
    ...(token.info === '' ? [] : [token.info]),
    ...asidesOf(token.children ?? []),
  ]);
