/** Markdown of a study's documents, typeset. No HTML of theirs is taken, no address of theirs is asked for. */
import { createElement, Fragment, type ReactNode } from 'react';
import MarkdownIt, { type Token } from 'markdown-it';

const parser = new MarkdownIt({ html: false, linkify: false });

/** Below the title of the document, which is a heading of the third level. */
const HEADINGS: Readonly<Record<string, string>> = {
  ...{ h1: 'h4', h2: 'h4', h3: 'h5', h4: 'h5', h5: 'h6', h6: 'h6' },
};

const PLAIN = ['p', 'ul', 'ol', 'li', 'blockquote', 'strong', 'em', 's'];
const OF_TABLES = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];

interface Open {
  /** Null: only what it holds. */
  readonly tag: string | null;
  readonly children: ReactNode[];
}

/** Links are words alone: where they lead to is no part of the report. */
const tagOf = ({ tag, hidden }: Token): string | null => {
  if (hidden) return null;
  return HEADINGS[tag] ?? [...PLAIN, ...OF_TABLES].find((each) => each === tag) ?? null;
};

const elementOf = ({ tag, children }: Open, key: number): ReactNode =>
  createElement(tag ?? Fragment, { key }, ...children);

const leafOf = (token: Token, key: number): ReactNode => {
  switch (token.type) {
    case 'inline':
      return <Fragment key={key}>{typeset(token.children ?? [])}</Fragment>;
    case 'softbreak':
      return ' ';
    case 'hardbreak':
      return <br key={key} />;
    case 'hr':
      return <hr key={key} />;
    case 'code_inline':
      return <code key={key}>{token.content}</code>;
    case 'fence':
    case 'code_block':
      return <pre key={key}>{token.content}</pre>;
    default:
      return token.content;
  }
};

const typeset = (tokens: readonly Token[]): ReactNode[] => {
  const whole: ReactNode[] = [];
  const open: Open[] = [];
  const add = (node: ReactNode) => (open.at(-1)?.children ?? whole).push(node);
  for (const [key, token] of tokens.entries())
    if (token.nesting === 1) open.push({ tag: tagOf(token), children: [] });
    else if (token.nesting === 0) add(leafOf(token, key));
    else {
      const closed = open.pop();
      if (closed !== undefined) add(elementOf(closed, key));
    }
  return whole;
};

export default function Markdown({ text }: { readonly text: string }) {
  return typeset(parser.parse(text, {}));
}
