/** Plain text as paragraphs. */
import type { Content } from 'pdfmake/interfaces';
import { baseOf } from '../text/bidi.ts';
import { PROSE_FAMILY } from '../text/fonts.ts';
import { normalise } from '@rounds/contracts/visible-text';
import { SPACE } from '../theme.ts';
import { styledInlines, type StyledText } from './rich-text.ts';

/** Characters of one pdfmake node: its layout is quadratic in the words of a node. */
const NODE_CHARACTERS = 3_000;
/** Lines at least this long were folded by an editor, not by the author. */
const FOLDED_LINE = 60;

/** Where to cut a text that is too long: after the last space that fits, else in the word. */
const cutAt = (text: string, room: number): number => {
  const space = text.lastIndexOf(' ', room);
  if (space > 0) return space + 1;
  const code = text.charCodeAt(room - 1);
  const isHighSurrogate = code >= 0xd800 && code <= 0xdbff;
  return isHighSurrogate && room > 1 ? room - 1 : room;
};

/** Splits a paragraph into nodes of bounded size. */
export const boundedNodes = (parts: readonly StyledText[]): StyledText[][] => {
  const nodes: StyledText[][] = [[]];
  let room = NODE_CHARACTERS;
  for (const { text, style } of parts) {
    let rest = text;
    while (rest.length > room) {
      const cut = cutAt(rest, room);
      nodes.at(-1)?.push({ text: rest.slice(0, cut), style });
      nodes.push([]);
      rest = rest.slice(cut);
      room = NODE_CHARACTERS;
    }
    nodes.at(-1)?.push({ text: rest, style });
    room -= rest.length;
  }
  return nodes;
};

const inProse = ({ text, style }: StyledText): StyledText => ({
  text,
  style: { font: PROSE_FAMILY, ...style },
});

/** One paragraph; a very long one is several nodes that follow each other without a gap. */
export const paragraph = (parts: readonly StyledText[], gap: number = SPACE.medium): Content[] => {
  const nodes = boundedNodes(parts);
  const base = nodes.length === 1 ? undefined : baseOf(parts.map(({ text }) => text).join(''));
  return nodes.map((node, index) => ({
    text: styledInlines(node.map(inProse), base),
    preserveLeadingSpaces: true,
    margin: [0, 0, 0, index === nodes.length - 1 ? gap : 0],
  }));
};

/** Hard-wrapped prose is set anew; lists and addresses keep their lines. */
const unfold = (block: string): string => {
  const lines = block.split('\n');
  const isFolded =
    lines.length > 1 &&
    lines.slice(0, -1).every((line) => line.length >= FOLDED_LINE && !line.startsWith(' '));
  return isFolded ? lines.map((line) => line.trimEnd()).join(' ') : block;
};

export const plainText = (text: string): Content[] =>
  normalise(text)
    .split(/\n[ ]*\n\s*?(?=\S|[ ])/)
    .map((block) => block.replace(/^\n+|\s+$/g, ''))
    .filter((block) => block !== '')
    .flatMap((block) => paragraph([{ text: unfold(block), style: {} }]));
