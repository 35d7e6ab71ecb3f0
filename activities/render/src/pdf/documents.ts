/** Texts of the period, typeset in the serif. */
import type { TextEntry } from '@rounds/contracts/dataset';
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
    ...(truncated
      ? [
          say(
            'The first {shown} of {n## character|# characters}; document {id} itself holds all of them.',
            opening,
          ),
        ]
      : []),
    ...(assumedEncoding === undefined
      ? []
      : [say('Read as {encoding}, which the file itself does not say.', { encoding: assumedEncoding })]),
  ];
};

const instead = ({ refused }: TextEntry, { say, told }: Voice): Content =>
  textBlock(
    refused === undefined ? say('The text is empty.') : say('Not shown: {reason}', { reason: told(refused) }),
    { color: COLOUR.muted },
  );

/** A text that begins with its own title as a heading would say it twice. */
const withoutTitle = ({ text, title }: TextEntry): string => {
  const [first = '', ...rest] = text.trimStart().split('\n');
  return /^#\s/.test(first) && first.slice(1).trim() === title.trim() ? rest.join('\n') : text;
};

const narrative = (entry: TextEntry, section: string, voice: Voice): Content[] => {
  const body = entry.mediaType === 'text/markdown' ? markdown(withoutTitle(entry)) : plainText(entry.text);
  return [
    ...headed(entry.title, { id: `text-${entry.documentId}`, parent: section }),
    textBlock(origin(entry, voice), {
      fontSize: SIZE.small,
      color: COLOUR.muted,
      margin: [0, 0, 0, SPACE.small],
    }),
    ...remarks(entry, voice).map((remark) =>
      textBlock(remark, { fontSize: SIZE.small, italics: true, margin: [0, 0, 0, SPACE.small] }),
    ),
    {
      // A margin at the right of a stack that a page parts would leave all that follows too wide, and words be lost.
      columns: [
        {
          stack: body.length === 0 ? [instead(entry, voice)] : body,
          width: MEASURE,
          lineHeight: leading(SIZE.body, 13, 'serif'),
        },
      ],
      margin: [0, 0, 0, SPACE.medium],
    },
  ];
};

/** @param section the bookmark under which they stand */
export const typesetTexts = (texts: readonly TextEntry[], section: string, voice: Voice): Content[] =>
  texts.flatMap((entry) => narrative(entry, section, voice));
