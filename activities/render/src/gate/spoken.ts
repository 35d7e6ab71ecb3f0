/**
 * What a typeset document must say, in the order of the page: the words of its Markdown's tokens, whatever those who
 * draw them make of them. Only letters and digits without their marks are looked for, and signs: all else moves with the layout.
 */
import type { TextEntry } from '@rounds/contracts/dataset';
import { parseMarkdown } from '@rounds/report-types/model/parsed-markdown';
import type { Token } from 'markdown-it';
import { onPage } from './words.ts';

/** Text that stands in one piece, apart from what a page parts of a row. */
export interface Spoken {
  /** One for prose; a row of a table has its cells. */
  readonly cells: readonly string[];
  /** Of the list item that begins with it: drawn after its first line. Empty where it begins none. */
  readonly number: string;
}

/** Letters, digits and signs. Those that are turned round from right to left, or drawn between cells, are not sure. */
const LETTERS = /(?:[\p{L}\p{N}\uFFFD]|(?![|\p{Bidi_Mirrored}])\p{S})+/gu;

export const lettersOf = (text: string): string => (text.normalize('NFKD').match(LETTERS) ?? []).join('');

/** Each piece by itself: a mark at the beginning of the next belongs to no letter of this one. */
const spoken = (pieces: readonly string[]): string => pieces.map((text) => lettersOf(onPage(text))).join('');

const attribute = (token: Token | undefined, name: string): string => String(token?.attrGet(name) ?? '');

/** Address and title, where the words before them are not the same. */
const addressOf = (token: Token | undefined, label: string): string[] =>
  [attribute(token, 'href') || attribute(token, 'src'), attribute(token, 'title')].filter(
    (text) => text !== label,
  );

const piecesIn = (tokens: readonly Token[]): string[] => {
  const pieces: string[] = [];
  const links: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'image') {
      const label = piecesIn(token.children ?? []);
      pieces.push(...label, ...addressOf(token, label.join('')));
    } else if (token.type === 'link_open') links.push(token);
    else if (token.type === 'link_close') pieces.push(...addressOf(links.pop(), pieces.at(-1) ?? ''));
    else if (token.content !== '') pieces.push(token.content);
  }
  return pieces;
};

/** Reads blocks in their order. */
class Reader {
  readonly parts: Spoken[] = [];
  private number = '';
  private row: string[] | undefined;
  private readonly counters: (number | undefined)[] = [];

  read(token: Token): void {
    switch (token.type) {
      case 'ordered_list_open':
        this.counters.push(Number(token.attrGet('start') ?? 1));
        return;
      case 'bullet_list_open':
        this.counters.push(undefined);
        return;
      case 'ordered_list_close':
      case 'bullet_list_close':
        this.counters.pop();
        return;
      case 'list_item_open':
        this.count();
        return;
      case 'list_item_close':
        this.sayNumber();
        return;
      case 'tr_open':
        this.row = [];
        return;
      case 'tr_close':
        this.add(this.row ?? []);
        this.row = undefined;
        return;
      default:
        this.say(
          spoken([token.info, ...(token.children === null ? [token.content] : piecesIn(token.children))]),
        );
    }
  }

  private count(): void {
    this.sayNumber();
    const counter = this.counters.pop();
    this.counters.push(counter === undefined ? undefined : counter + 1);
    if (counter !== undefined) this.number = String(counter);
  }

  /** Of an item without words of its own before its end or another item in it: its number stands alone. */
  private sayNumber(): void {
    if (this.number !== '') this.add(['']);
  }

  private say(text: string): void {
    if (this.row !== undefined) this.row.push(text);
    else if (text !== '') this.add([text]);
  }

  private add(cells: readonly string[]): void {
    this.parts.push({ cells, number: this.number });
    this.number = '';
  }
}

export const proseOf = (text: string): Spoken[] => {
  const letters = spoken([text]);
  return letters === '' ? [] : [{ cells: [letters], number: '' }];
};

export const spokenParts = ({ mediaType, text, title }: TextEntry): Spoken[] => {
  const tokens = mediaType === 'text/markdown' ? parseMarkdown(text) : undefined;
  if (tokens === undefined) return proseOf(text);
  const reader = new Reader();
  for (const token of tokens) reader.read(token);
  // A text that begins with its own title says it once.
  const [first, ...others] = reader.parts;
  const isTitle = tokens[0]?.tag === 'h1' && first?.cells.join('') === spoken([title]);
  return isTitle ? others : reader.parts;
};
