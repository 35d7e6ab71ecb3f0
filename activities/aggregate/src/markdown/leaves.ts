/** The pieces of a Markdown text that hold words, as a reader sees them. */
import { normalise } from '@rounds/contracts/visible-text';
import { wordsOf } from '@rounds/report-types/model/parsed-markdown';
import type { Token } from 'markdown-it';

export interface Leaf {
  /** A paragraph, heading or cell (`inline`), or a block of code. */
  readonly token: Token;
  /** Without mark-up; a line end where the text has one. */
  readonly text: string;
}

/** For comparing texts, whatever is not seen of them. */
export const squeezed = (text: string): string => normalise(text).replace(/\s+/g, ' ').trim();

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
