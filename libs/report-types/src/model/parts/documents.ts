import type { Dataset } from '@rounds/contracts/dataset';
import type { AttentionItem, Block } from '../report-model.ts';
import { date, figure, tableOf, text, yesNo, type Table } from '../table.ts';
import { periodNouns } from '../words/dates.ts';
import { count, sentence, shortList } from '../words/numbers.ts';

/** For the files: on the page the texts are typeset. */
export const textsTable = ({ texts }: Dataset['documents'], section: string): Table =>
  tableOf(
    {
      name: 'texts',
      sheet: 'Texts',
      section,
      title: 'Texts',
      empty: 'No text was received.',
      shownIn: 'files',
    },
    texts,
    [
      text('documentId', 'Document', (entry) => entry.documentId),
      text('title', 'Title', (entry) => entry.title),
      text('siteId', 'Site', (entry) => entry.siteId),
      text('subject', 'Subject', (entry) => entry.subject),
      date('receivedOn', 'Received', (entry) => entry.receivedOn),
      figure('characters', 'Characters', (entry) => entry.characters),
      yesNo('truncated', 'Opening only', (entry) => entry.truncated),
      text('sha256', 'SHA-256', (entry) => entry.sha256),
      text('text', 'Text', (entry) => entry.text),
    ],
  );

/** On the page the texts are typeset and the images stand in a grid; the refused ones are named in a table. */
export const documentTables = ({ documents }: Dataset): Table[] => [
  textsTable(documents, 'documents'),
  tableOf(
    {
      name: 'images',
      sheet: 'Images',
      section: 'documents',
      title: 'Images',
      empty: 'No image was received.',
      shownIn: 'files',
    },
    documents.images,
    [
      text('documentId', 'Document', (entry) => entry.documentId),
      text('title', 'Title', (entry) => entry.title),
      text('caption', 'Caption', (entry) => entry.caption),
      text('siteId', 'Site', (entry) => entry.siteId),
      text('subject', 'Subject', (entry) => entry.subject),
      date('receivedOn', 'Received', (entry) => entry.receivedOn),
      text('fileName', 'File', (entry) => entry.fileName),
      figure('width', 'Width shown (px)', (entry) => entry.derived?.width ?? null),
      figure('height', 'Height shown (px)', (entry) => entry.derived?.height ?? null),
      text('refused', 'Not shown because', (entry) => entry.refused ?? null),
      text('sha256', 'SHA-256', (entry) => entry.sha256),
    ],
  ),
  tableOf(
    {
      name: 'refused-images',
      sheet: 'Refused images',
      section: 'documents',
      title: 'Images that could not be shown',
      empty: 'Every image received is shown.',
      ...(documents.images.some(({ refused }) => refused !== undefined) ? {} : { shownIn: 'files' }),
    },
    documents.images.filter(({ refused }) => refused !== undefined),
    [
      text('fileName', 'File', (entry) => entry.fileName),
      text('title', 'Title', (entry) => entry.title),
      text('siteId', 'Site', (entry) => entry.siteId),
      text('subject', 'Subject', (entry) => entry.subject),
      text('refused', 'Reason', (entry) => entry.refused ?? null),
    ],
  ),
];

export const documentBlocks = ({ documents: { texts, images } }: Dataset): Block[] => [
  { kind: 'texts', texts },
  { kind: 'images', images: images.filter(({ derived }) => derived !== undefined) },
];

export const documentsTakeaway = ({ documents: { texts, images }, period }: Dataset): string => {
  const { current } = periodNouns(period);
  if (texts.length + images.length === 0) return `No document was received ${current}.`;
  const refused = images.filter((image) => image.refused !== undefined).length;
  const tail =
    refused === 0
      ? ''
      : `; ${count(refused, 'image')} could not be shown and ${refused === 1 ? 'is' : 'are'} named below`;
  return sentence(
    `${count(texts.length, 'text')} and ${count(images.length, 'image')} were received ${current}${tail}.`,
  );
};

export const refusedImageItems = ({ documents: { images } }: Dataset): AttentionItem[] => {
  const refused = images.filter((image) => image.refused !== undefined);
  if (refused.length === 0) return [];
  return [
    {
      lead: 'Images not shown',
      sentence: `${sentence(count(refused.length, 'image'))} could not be shown: ${shortList(
        refused.map(({ fileName }) => fileName),
        4,
      )}.`,
      section: 'documents',
      urgent: false,
    },
  ];
};
