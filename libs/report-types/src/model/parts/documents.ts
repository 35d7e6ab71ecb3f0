import type { Dataset, ImageEntry, TextEntry } from '@rounds/contracts/dataset';
import type { AttentionItem, Block } from '../report-model.ts';
import { date, figure, tableOf, text, yesNo, type Table } from '../table.ts';
import { sentence, type Voice } from '../words/voice.ts';
import { notShownWords } from './not-shown.ts';

const whyNotShown =
  (voice: Voice) =>
  ({ refused }: Pick<TextEntry | ImageEntry, 'refused'>): string | null =>
    refused === undefined ? null : notShownWords(refused, voice);

/** For the files: on the page the texts are typeset. */
export const textsTable = ({ texts }: Dataset['documents'], section: string, voice: Voice): Table =>
  tableOf(
    {
      name: 'texts',
      sheet: voice.say('texts'),
      section,
      title: voice.say('texts'),
      listing: true,
      empty: voice.say('no-text-was-received'),
      shownIn: 'files',
    },
    texts,
    [
      text('documentId', voice.say('document')),
      text('title', voice.say('title')),
      text('siteId', voice.say('site')),
      text('subject', voice.say('subject')),
      date('receivedOn', voice.say('received')),
      figure('characters', voice.say('characters')),
      yesNo('truncated', voice.say('opening-only')),
      text('encoding', voice.say('encoding-assumed'), (entry) => entry.assumedEncoding ?? null),
      text('refused', voice.say('not-shown-because'), whyNotShown(voice)),
      text('sha256', voice.say('sha-256')),
      text('text', voice.say('text')),
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
      sheet: voice.say('images'),
      section: 'documents',
      title: voice.say('images'),
      listing: true,
      empty: voice.say('no-image-was-received'),
      shownIn: 'files',
    },
    documents.images,
    [
      text('documentId', voice.say('document')),
      text('title', voice.say('title')),
      text('caption', voice.say('caption')),
      text('siteId', voice.say('site')),
      text('subject', voice.say('subject')),
      date('receivedOn', voice.say('received')),
      text('fileName', voice.say('file')),
      figure('width', voice.say('width-shown-px'), (entry) => entry.derived?.width ?? null),
      figure('height', voice.say('height-shown-px'), (entry) => entry.derived?.height ?? null),
      figure('pages', voice.say('pages'), ({ derived }) =>
        derived === undefined ? null : (derived.pages ?? 1),
      ),
      figure('pagesShown', voice.say('pages-shown'), ({ derived }) =>
        derived === undefined ? null : 1 + (derived.further?.length ?? 0),
      ),
      yesNo('stretched', voice.say('range-stretched'), ({ derived }) =>
        derived === undefined ? null : isStretched(derived),
      ),
      text('refused', voice.say('not-shown-because'), whyNotShown(voice)),
      text('sha256', voice.say('sha-256')),
    ],
  ),
  tableOf(
    {
      name: 'refused-images',
      sheet: voice.say('refused-images'),
      section: 'documents',
      title: voice.say('images-that-could-not-be-shown'),
      empty: voice.say('every-image-received-is-shown'),
      ...(documents.images.some(({ refused }) => refused !== undefined) ? {} : { shownIn: 'files' }),
    },
    documents.images.filter(({ refused }) => refused !== undefined),
    [
      text('fileName', voice.say('file')),
      text('title', voice.say('title')),
      text('siteId', voice.say('site')),
      text('subject', voice.say('subject')),
      text('refused', voice.say('reason'), whyNotShown(voice)),
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
  if (counts.texts + counts.images === 0) return sentence(voice.say('no-document-received', { current }));
  const refused = images.filter((image) => image.refused !== undefined).length;
  return sentence(
    refused === 0
      ? voice.say('documents-received', counts)
      : voice.say('documents-received-some-refused', { ...counts, refused }),
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
      lead: voice.say('images-not-shown'),
      sentence: voice.say('images-not-shown-names', { n: refused.length, names }),
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
      lead: voice.say('texts-not-shown'),
      sentence: voice.say('texts-not-shown-names', { n: refused.length, names }),
      section: 'documents',
      urgent: false,
    },
  ];
};
