/** Texts of the period, typeset in the serif. */
import type { TextEntry } from '@rounds/contracts/dataset';
import { textTarget } from '@rounds/report-types/model/parts/doubtful';
import type { Doubtful } from '@rounds/report-types/model/report-model';
import { notShownWords } from '@rounds/report-types/model/parts/not-shown';
import type { Voice } from '@rounds/report-types/model/words/voice';
import type { Content } from 'pdfmake/interfaces';
import { COLOUR, leading, SIZE, SPACE, span } from '../theme.ts';
import { headed } from './headings.ts';
import { markdown } from './markdown.ts';
import { plainText } from './narrative.ts';
import { origin } from './origin.ts';
import { textBlock } from './rich-text.ts';

/** Keeps the lines of a text within what an eye can follow. */
const MEASURE = span(5);

/** What a reader has to know before reading: that this is not all, or that it may be wrongly read. */
const remarks = (entry: TextEntry, { say }: Voice): string[] => {
  const { text, truncated, characters, documentId, assumedEncoding } = entry;
  const opening = { shown: Array.from(text).length, n: characters, id: documentId };
  return [
    ...(truncated ? [say('characters-shown', opening)] : []),
    ...(assumedEncoding === undefined ? [] : [say('assumed-encoding', { encoding: assumedEncoding })]),
  ];
};

/** Where there is no text. */
export const instead = ({ refused }: TextEntry, voice: Voice): string =>
  refused === undefined
    ? voice.say('the-text-is-empty')
    : voice.say('not-shown', { reason: notShownWords(refused, voice) });

const DOUBTS = {
  shown: 'text-in-doubt',
  leftOut: 'text-left-out',
} as const;

const doubt = ({ documentId }: TextEntry, kind: keyof typeof DOUBTS, { say }: Voice): string =>
  say(DOUBTS[kind], { id: documentId });

/** What the page may say of a document that cannot be found whole on it. */
export const doubts = (entry: TextEntry, voice: Voice): string[] => [
  doubt(entry, 'shown', voice),
  doubt(entry, 'leftOut', voice),
];

/** Between title and text: whence it came, and what has to be known before it is read. */
export const openingOf = (entry: TextEntry, voice: Voice): string[] => [
  origin(entry, voice),
  ...remarks(entry, voice),
];

/** A text that begins with its own title as a heading would say it twice. */
const withoutTitle = ({ text, title }: TextEntry): string => {
  const [first = '', ...rest] = text.trimStart().split('\n');
  return /^#\s/.test(first) && first.slice(1).trim() === title.trim() ? rest.join('\n') : text;
};

/** The text itself. */
export const bodyOf = (entry: TextEntry): Content[] =>
  entry.mediaType === 'text/markdown' ? markdown(withoutTitle(entry)) : plainText(entry.text);

const narrative = (
  entry: TextEntry,
  section: string,
  voice: Voice,
  kind: Doubtful[string] | undefined,
): Content[] => {
  const [whence = '', ...before] = openingOf(entry, voice);
  const body = kind === 'leftOut' ? [] : bodyOf(entry);
  return [
    ...headed(entry.title, { id: textTarget(entry.documentId), parent: section }),
    textBlock(whence, {
      fontSize: SIZE.small,
      color: COLOUR.muted,
      margin: [0, 0, 0, SPACE.small],
    }),
    ...before.map((remark) =>
      textBlock(remark, { fontSize: SIZE.small, italics: true, margin: [0, 0, 0, SPACE.small] }),
    ),
    ...(kind === undefined
      ? []
      : [textBlock(doubt(entry, kind, voice), { bold: true, margin: [0, 0, 0, SPACE.small] })]),
    {
      // A margin at the right of a stack that a page parts would leave all that follows too wide, and words be lost.
      columns: [
        {
          stack:
            body.length > 0 || kind === 'leftOut'
              ? body
              : [textBlock(instead(entry, voice), { color: COLOUR.muted })],
          width: MEASURE,
          lineHeight: leading(SIZE.body, 13, 'serif'),
        },
      ],
      margin: [0, 0, 0, SPACE.medium],
    },
  ];
};

/** @param section the bookmark under which they stand */
export const typesetTexts = (
  texts: readonly TextEntry[],
  section: string,
  voice: Voice,
  doubtful: Doubtful = {},
): Content[] => texts.flatMap((entry) => narrative(entry, section, voice, doubtful[entry.documentId]));
