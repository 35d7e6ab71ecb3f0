/** Simple Markdown: headings, emphasis, lists, quotations, code, tables. What is not known is set as plain text. */
import { parseMarkdown, wordsOf } from '@rounds/report-types/model/parsed-markdown';
import type { Token } from 'markdown-it';
import type { Content } from 'pdfmake/interfaces';
import { BODY_FAMILY, CODE_FAMILY } from '../text/fonts.ts';
import { SIZE, SPACE } from '../theme.ts';
import { paragraph, plainText } from './narrative.ts';
import { markdownTable, type MarkdownCell } from './markdown-table.ts';
import { need, type InlineStyle, type StyledText } from './rich-text.ts';

/** Points for a heading and two lines below it. */
const HEADING_NEED = 48;

/** The face is wide: smaller, it stands as large as the words around it. */
const CODE: InlineStyle = { font: CODE_FAMILY, fontSize: SIZE.small };

const ABOUT: InlineStyle = { italics: true, fontSize: SIZE.small };

const MARKS: Readonly<Record<string, InlineStyle>> = {
  strong: { bold: true },
  em: { italics: true },
  s: { decoration: 'lineThrough' },
};

/** A link keeps its address and title in sight: on paper nobody can follow it. */
const addressOf = (token: Token, name: 'href' | 'src', label: string): string => {
  const address = token.attrGet(name) ?? '';
  const title = token.attrGet('title') ?? '';
  const shown = [
    ...(address === '' || address === label ? [] : [address]),
    ...(title === '' || title === label ? [] : [`“${title}”`]),
  ];
  return shown.length === 0 ? '' : ` (${shown.join(' ')})`;
};

const picture = (token: Token): string => {
  const label = wordsOf(token.children ?? []).replaceAll('\n', ' ');
  return `${label}${addressOf(token, 'src', label)}`;
};

const inlineText = (tokens: readonly Token[]): StyledText[] => {
  const parts: StyledText[] = [];
  let style: InlineStyle = {};
  const outer: InlineStyle[] = [];
  const links: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'link_open') links.push(token);
    else if (token.type === 'link_close') {
      const link = links.pop();
      if (link !== undefined) parts.push({ text: addressOf(link, 'href', parts.at(-1)?.text ?? ''), style });
    } else if (token.nesting === 1) {
      outer.push(style);
      style = { ...style, ...MARKS[token.type.replace('_open', '')] };
    } else if (token.nesting === -1) style = outer.pop() ?? {};
    else if (token.type === 'softbreak') parts.push({ text: ' ', style });
    else if (token.type === 'hardbreak') parts.push({ text: '\n', style });
    else if (token.type === 'image') parts.push({ text: picture(token), style });
    else
      parts.push({
        text: token.content,
        style: token.type === 'code_inline' ? { ...style, ...CODE } : style,
      });
  }
  return parts;
};

/** The mark of a list item is drawn beside its first line: that of a list in it has a mark there itself. */
const hasOwnLine = ([first]: readonly Content[]): boolean => {
  if (first === undefined || typeof first !== 'object') return false;
  if ('stack' in first) return hasOwnLine(first.stack);
  return !('ol' in first || 'ul' in first);
};

/** Reads the blocks of one level up to its closing token. */
class Blocks {
  private position = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  readLevel(close: string | null, style: InlineStyle = {}, gap: number = SPACE.medium): Content[] {
    const blocks: Content[] = [];
    for (let token = this.take(); token !== undefined && token.type !== close; token = this.take()) {
      blocks.push(...this.block(token, style, gap));
    }
    return blocks;
  }

  private take(): Token | undefined {
    return this.tokens[this.position++];
  }

  private block(token: Token, style: InlineStyle, gap: number): Content[] {
    switch (token.type) {
      case 'inline':
        return paragraph(styled(inlineText(token.children ?? []), style), gap);
      case 'heading_open':
        return [
          need(HEADING_NEED),
          ...this.readLevel('heading_close', { ...style, ...headingStyle(token.tag) }, SPACE.small),
        ];
      case 'bullet_list_open':
        return [{ ul: this.items('bullet_list_close', style), margin: [0, 0, 0, SPACE.small] }];
      case 'ordered_list_open':
        return [
          {
            ol: this.items('ordered_list_close', style),
            start: Number(token.attrGet('start') ?? 1),
            margin: [0, 0, 0, SPACE.small],
          },
        ];
      case 'blockquote_open':
        return [
          {
            stack: this.readLevel('blockquote_close', { ...style, italics: true }),
            margin: [SPACE.large, 0, 0, 0],
          },
        ];
      case 'fence':
      case 'code_block':
        return this.code(token, style, gap);
      case 'table_open':
        return this.table(style);
      default:
        // The tokens around paragraphs and tables hold no text of their own; any other shows what it holds.
        return token.content === '' ? [] : paragraph([{ text: token.content, style }], gap);
    }
  }

  /** Code below what its fence says of it, which is mostly its language. */
  private code({ content, info }: Token, style: InlineStyle, gap: number): Content[] {
    const about = info.trim();
    return [
      ...(about === '' ? [] : paragraph([{ text: about, style: { ...style, ...ABOUT } }], SPACE.hair)),
      ...paragraph([{ text: content.trimEnd(), style: { ...style, ...CODE } }], gap),
    ];
  }

  private items(close: string, style: InlineStyle): Content[] {
    const items: Content[] = [];
    for (let token = this.take(); token !== undefined && token.type !== close; token = this.take()) {
      if (token.type === 'list_item_open') {
        const blocks = this.readLevel('list_item_close', style, SPACE.hair);
        items.push({ stack: hasOwnLine(blocks) ? blocks : [{ text: ' ' }, ...blocks] });
      }
    }
    return items;
  }

  private table(style: InlineStyle): Content[] {
    const rows: MarkdownCell[][] = [];
    for (let token = this.take(); token !== undefined && token.type !== 'table_close'; token = this.take()) {
      if (token.type === 'tr_open') rows.push([]);
      else if (token.type === 'inline') rows.at(-1)?.push(styled(inlineText(token.children ?? []), style));
    }
    const table = markdownTable(rows);
    return table === null ? rows.flatMap((row) => paragraph(asLine(row), SPACE.hair)) : [table];
  }
}

const asLine = (row: readonly MarkdownCell[]): StyledText[] =>
  row.flatMap((cell, index) => (index === 0 ? [...cell] : [{ text: '  |  ', style: {} }, ...cell]));

const styled = (parts: readonly StyledText[], style: InlineStyle): StyledText[] =>
  parts.map((part) => ({ text: part.text, style: { ...style, ...part.style } }));

/** Below the title that the document itself has. */
const headingStyle = (tag: string): InlineStyle => ({
  font: BODY_FAMILY,
  bold: true,
  fontSize: tag === 'h1' ? SIZE.body + 0.8 : SIZE.body,
  ...(tag === 'h1' || tag === 'h2' ? {} : { italics: true }),
});

/** A text that is nested too deep for the page is set as it was written. */
export const markdown = (text: string): Content[] => {
  const tokens = parseMarkdown(text);
  return tokens === undefined ? plainText(text) : new Blocks(tokens).readLevel(null);
};
