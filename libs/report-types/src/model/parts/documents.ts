import type { Dataset, ImageEntry } from '@rounds/contracts/dataset';
import type { AttentionItem, Block } from '../report-model.ts';
import { date, figure, tableOf, text, yesNo, type Table } from '../table.ts';
import { sentence, type Voice } from '../words/voice.ts';

/** For the files: on the page the texts are typeset. */
export const textsTable = ({ texts }: Dataset['documents'], section: string, voice: Voice): Table =>
  tableOf(
    {
      name: 'texts',
      sheet: voice.say('Texts'),
      section,
      title: voice.say('Texts'),
      listing: true,
      empty: voice.say('No text was received.'),
      shownIn: 'files',
    },
    texts,
    [
      text('documentId', voice.say('Document'), (entry) => entry.documentId),
      text('title', voice.say('Title'), (entry) => entry.title),
      text('siteId', voice.say('Site'), (entry) => entry.siteId),
      text('subject', voice.say('Subject'), (entry) => entry.subject),
      date('receivedOn', voice.say('Received'), (entry) => entry.receivedOn),
      figure('characters', voice.say('Characters'), (entry) => entry.characters),
      yesNo('truncated', voice.say('Opening only'), (entry) => entry.truncated),
      text('encoding', voice.say('Encoding assumed'), (entry) => entry.assumedEncoding ?? null),
      text('refused', voice.say('Not shown because'), (entry) =>
        entry.refused === undefined ? null : voice.told(entry.refused),
      ),
      text('sha256', voice.say('SHA-256'), (entry) => entry.sha256),
      text('text', voice.say('Text'), (entry) => entry.text),
    ],
  );

const isStretched = (derived: NonNullable<ImageEntry['derived']>): boolean =>
  [derived, ...(derived.further ?? [])].some(({ stretched }) => stretched === true);

/** On the page the texts are typeset and the images stand in a grid; the refused ones are named in a table. */
export const documentTables = ({ documents }: Dataset, voice: Voice): Table[] => [
  textsTable(documents, 'documents', voice),
  tableOf(
    {
      name: 'images',
      sheet: voice.say('Images'),
      section: 'documents',
      title: voice.say('Images'),
      listing: true,
      empty: voice.say('No image was received.'),
      shownIn: 'files',
    },
    documents.images,
    [
      text('documentId', voice.say('Document'), (entry) => entry.documentId),
      text('title', voice.say('Title'), (entry) => entry.title),
      text('caption', voice.say('Caption'), (entry) => entry.caption),
      text('siteId', voice.say('Site'), (entry) => entry.siteId),
      text('subject', voice.say('Subject'), (entry) => entry.subject),
      date('receivedOn', voice.say('Received'), (entry) => entry.receivedOn),
      text('fileName', voice.say('File'), (entry) => entry.fileName),
      figure('width', voice.say('Width shown (px)'), (entry) => entry.derived?.width ?? null),
      figure('height', voice.say('Height shown (px)'), (entry) => entry.derived?.height ?? null),
      figure('pages', voice.say('Pages'), ({ derived }) =>
        derived === undefined ? null : (derived.pages ?? 1),
      ),
      figure('pagesShown', voice.say('Pages shown'), ({ derived }) =>
        derived === undefined ? null : 1 + (derived.further?.length ?? 0),
      ),
      yesNo('stretched', voice.say('Range stretched'), ({ derived }) =>
        derived === undefined ? null : isStretched(derived),
      ),
      text('refused', voice.say('Not shown because'), (entry) =>
        entry.refused === undefined ? null : voice.told(entry.refused),
      ),
      text('sha256', voice.say('SHA-256'), (entry) => entry.sha256),
    ],
  ),
  tableOf(
    {
      name: 'refused-images',
      sheet: voice.say('Refused images'),
      section: 'documents',
      title: voice.say('Images that could not be shown'),
      empty: voice.say('Every image received is shown.'),
      ...(documents.images.some(({ refused }) => refused !== undefined) ? {} : { shownIn: 'files' }),
    },
    documents.images.filter(({ refused }) => refused !== undefined),
    [
      text('fileName', voice.say('File'), (entry) => entry.fileName),
      text('title', voice.say('Title'), (entry) => entry.title),
      text('siteId', voice.say('Site'), (entry) => entry.siteId),
      text('subject', voice.say('Subject'), (entry) => entry.subject),
      text('refused', voice.say('Reason'), (entry) =>
        entry.refused === undefined ? null : voice.told(entry.refused),
      ),
    ],
  ),
];

export const documentBlocks = ({ documents: { texts, images } }: Dataset): Block[] => [
  { kind: 'texts', texts },
  { kind: 'images', images: images.filter(({ derived }) => derived !== undefined) },
];

export const documentsTakeaway = (
  { documents: { texts, images }, period }: Dataset,
  voice: Voice,
): string => {
  const { current } = voice.nouns(period);
  const counts = { texts: texts.length, images: images.length, current };
  if (counts.texts + counts.images === 0)
    return sentence(voice.say('No document was received {current}.', { current }));
  const refused = images.filter((image) => image.refused !== undefined).length;
  return sentence(
    refused === 0
      ? voice.say(
          '{texts#no text|# text|# texts} and {images#no image|# image|# images} were received {current}.',
          counts,
        )
      : voice.say(
          '{texts#no text|# text|# texts} and {images#no image|# image|# images} were received {current}; {refused## image could not be shown and is|# images could not be shown and are} named below.',
          { ...counts, refused },
        ),
  );
};

export const refusedImageItems = ({ documents: { images } }: Dataset, voice: Voice): AttentionItem[] => {
  const refused = images.filter((image) => image.refused !== undefined);
  if (refused.length === 0) return [];
  const names = voice.shortList(
    refused.map(({ fileName }) => fileName),
    4,
  );
  return [
    {
      lead: voice.say('Images not shown'),
      sentence: voice.say('{n## image|# images} could not be shown: {names}.', { n: refused.length, names }),
      section: 'documents',
      urgent: false,
    },
  ];
};

export const refusedTextItems = ({ documents: { texts } }: Dataset, voice: Voice): AttentionItem[] => {
  const refused = texts.filter((entry) => entry.refused !== undefined);
  if (refused.length === 0) return [];
  const names = voice.shortList(
    refused.map(({ title }) => title),
    4,
  );
  return [
    {
      lead: voice.say('Texts not shown'),
      sentence: voice.say('{n## text|# texts} could not be shown: {names}.', { n: refused.length, names }),
      section: 'documents',
      urgent: false,
    },
  ];
};
