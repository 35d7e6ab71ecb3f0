/** Tokens of a parsed Markdown text as Markdown again, in one way of writing it: nothing stays of how it was written. */
import { parseMarkdown, wordsOf } from '@rounds/report-types/model/parsed-markdown';
import type { Token } from 'markdown-it';
import { isCode, squeezed } from './leaves.ts';

export interface Writing {
  /** Instead of what the token says; undefined where it says what it may. */
  readonly insteadOf: (token: Token) => string | undefined;
  /** Whether an address, a title or the language of code may be shown. */
  readonly isShown: (aside: string) => boolean;
}

/** At the beginning of a line these would begin a block. */
const BEGINS = /^(?:[#>+=:-]|\d{1,9}(?=[.)]))/;
const beginning = (line: string): string =>
  line
    .trim()
    .replace(BEGINS, (sign) => (/^\d/.test(sign) ? sign : `\\${sign}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');

const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|&!#]/g, '\\$&')
    // Nothing can define it, as no definition is written.
    .replaceAll('\\[blinded\\]', '[blinded]');

/** Words as a paragraph of plain text. */
const plainly = (text: string): string =>
  escaped(text)
    .split('\n')
    .map(beginning)
    .filter((line) => line !== '')
    .join('\n');

const longestRun = (text: string): number =>
  Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));

const codeInline = (content: string): string => {
  const ticks = '`'.repeat(longestRun(content) + 1);
  const space = /^`|`$|^ .* $/.test(content) ? ' ' : '';
  return ticks + space + content + space + ticks;
};

const destination = (token: Token, name: 'href' | 'src', { isShown }: Writing): string | undefined => {
  const [address, title] = [name, 'title'].map((each) => String(token.attrGet(each) ?? '')) as [
    string,
    string,
  ];
  if (!isShown(address)) return undefined;
  const shownTitle = title === '' || !isShown(title) ? '' : ` "${title.replace(/["\\&]/g, '\\$&')}"`;
  return `(<${address.replace(/[<>\\&]/g, '\\$&')}>${shownTitle})`;
};

const MARKS: Readonly<Record<string, string>> = { strong: '**', em: '*', s: '~~' };

const inline = (tokens: readonly Token[], writing: Writing): string => {
  const links: (string | undefined)[] = [];
  return tokens
    .map((token) => {
      switch (token.type) {
        case 'text':
          return escaped(token.content);
        case 'softbreak':
          return '\n';
        case 'hardbreak':
          return '\\\n';
        case 'code_inline':
          return codeInline(token.content);
        case 'image': {
          const [alt, to] = [escaped(wordsOf(token.children ?? [])), destination(token, 'src', writing)];
          return to === undefined ? alt : `![${alt}]${to}`;
        }
        case 'link_open':
          links.push(destination(token, 'href', writing));
          return links.at(-1) === undefined ? '' : '[';
        case 'link_close': {
          const to = links.pop();
          return to === undefined ? '' : `]${to}`;
        }
        default:
          return MARKS[token.type.replace(/_(?:open|close)$/, '')] ?? escaped(token.content);
      }
    })
    .join('');
};

/** Marked up as it was, if that reads as it did; else its words alone. */
const inlineOrWords = (token: Token, writing: Writing): string => {
  const instead = writing.insteadOf(token);
  if (instead !== undefined) return plainly(instead);
  const children = token.children ?? [];
  const words = wordsOf(children);
  const written = inline(children, writing).split('\n').map(beginning).join('\n');
  const [open, only, close, ...more] = parseMarkdown(written) ?? [];
  const isSame =
    open?.type === 'paragraph_open' &&
    close !== undefined &&
    more.length === 0 &&
    squeezed(wordsOf(only?.children ?? [])) === squeezed(words);
  return isSame ? written : plainly(words);
};

const oneLine = (text: string): string => text.replaceAll('\\\n', ' ').replaceAll('\n', ' ');

const code = (token: Token, { insteadOf, isShown }: Writing): string[] => {
  const content = (insteadOf(token) ?? token.content).replace(/\n$/, '');
  const info = isShown(token.info) && !token.info.includes('`') ? token.info.trim() : '';
  const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
  return [`${fence}${info.replace(/[\\&]/g, '\\$&')}`, ...content.split('\n'), fence];
};

const indented = (lines: readonly string[], first: string, rest: string): string[] =>
  lines.map((line, index) => (index === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line));

/** Of the tokens between an opening one and its closing one. */
class Writer {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly writing: Writing;

  constructor(tokens: readonly Token[], writing: Writing) {
    this.tokens = tokens;
    this.writing = writing;
  }

  level(close: string | null): string[] {
    const blocks: string[][] = [];
    let isSecondList = false;
    for (let token = this.take(); token !== undefined && token.type !== close; token = this.take()) {
      const isList = token.type.endsWith('_list_open');
      isSecondList = isList && !isSecondList;
      const lines = this.block(token, isSecondList);
      if (lines.length > 0) blocks.push(lines);
    }
    return blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
  }

  private take(): Token | undefined {
    return this.tokens[this.at++];
  }

  private block(token: Token, isSecondList: boolean): string[] {
    if (isCode(token)) return code(token, this.writing);
    switch (token.type) {
      case 'paragraph_open':
        return this.level('paragraph_close');
      case 'inline':
        return inlineOrWords(token, this.writing)
          .split('\n')
          .filter((line) => line.trim() !== '');
      case 'heading_open':
        return [
          `${token.markup.startsWith('#') ? token.markup : token.tag === 'h1' ? '#' : '##'} ${oneLine(this.level('heading_close').join('\n'))}`,
        ];
      case 'bullet_list_open':
        return this.items('bullet_list_close', () => (isSecondList ? '- ' : '* '));
      case 'ordered_list_open': {
        const start = Number(token.attrGet('start') ?? 1);
        return this.items('ordered_list_close', (n) => `${start + n}${isSecondList ? '.' : ')'} `);
      }
      case 'blockquote_open':
        return indented(this.level('blockquote_close'), '> ', '> ');
      case 'hr':
        return ['___'];
      case 'table_open':
        return this.table();
      default:
        return token.content === '' ? [] : plainly(token.content).split('\n');
    }
  }

  private items(close: string, marker: (index: number) => string): string[] {
    const items: string[][] = [];
    for (let token = this.take(); token !== undefined && token.type !== close; token = this.take())
      if (token.type === 'list_item_open') {
        const mark = marker(items.length);
        const lines = this.level('list_item_close');
        items.push(indented(lines.length === 0 ? [''] : lines, mark, ' '.repeat(mark.length)));
      }
    return items.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
  }

  private table(): string[] {
    const rows: string[][] = [];
    for (let token = this.take(); token !== undefined && token.type !== 'table_close'; token = this.take()) {
      if (token.type === 'tr_open') rows.push([]);
      else if (token.type === 'inline') rows.at(-1)?.push(this.cell(token));
    }
    const [head = [], ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
    return [String(head), `|${' --- |'.repeat(rows[0]?.length ?? 1)}`, ...body];
  }

  private cell(token: Token): string {
    const written = oneLine(inlineOrWords(token, this.writing));
    return written.includes('`')
      ? oneLine(plainly(this.writing.insteadOf(token) ?? wordsOf(token.children ?? [])))
      : written;
  }
}

export const writeMarkdown = (tokens: readonly Token[], writing: Writing): string =>
  `${new Writer(tokens, writing).level(null).join('\n')}\n`;
