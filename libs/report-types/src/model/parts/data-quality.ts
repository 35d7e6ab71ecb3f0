import type { CutRefusedDocument } from '@rounds/contracts/cut';
import type { DataQuality, Dataset } from '@rounds/contracts/dataset';
import { tallyCounts } from '../../folds/tally.ts';
import type { AttentionItem, Drawing } from '../report-model.ts';
import { figure, tableOf, text, type Table } from '../table.ts';
import type { Label } from '../words/message.ts';
import { NONE, sentence, type Voice } from '../words/voice.ts';
import { daylessTable } from './dayless.ts';
import { deliveryTable } from './deliveries.ts';
import { notComputedWords } from './not-computed.ts';

interface Issue {
  readonly issue: string;
  readonly where: string;
  readonly n: number | null;
  readonly explanation: string;
}

const counted = (issue: string, counts: Readonly<Record<string, number>>, explanation: string): Issue[] =>
  Object.entries(counts).map(([where, n]) => ({ issue, where, n, explanation }));

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const glyphs = ({ undrawable }: Drawing, voice: Voice): Issue[] =>
  [...undrawable].sort().map(([character, n]) => ({
    issue: voice.say('character-not-drawn'),
    where: codePoint(character),
    n,
    explanation: voice.say('shown-as-replacement'),
  }));

const coded = ({ mapped, notUnderstood }: DataQuality, { say }: Voice): Issue[] => [
  ...notUnderstood.map(({ variable, value, rows }) => ({
    issue: say('value-that-is-not-understood'),
    where: variable,
    n: rows,
    explanation: say('value-not-understood', { value }),
  })),
  ...mapped.map(({ variable, value, as, rows }) => ({
    issue: say('value-taken-for-a-term'),
    where: variable,
    n: rows,
    explanation: say('value-taken-for', { value, term: as }),
  })),
];

const conversions = ({ converted }: DataQuality, { say }: Voice): Issue[] =>
  converted.map(({ figure: where, unit, as, rows }) => ({
    issue: as === null ? say('results-left-out-for-unit') : say('results-converted'),
    where,
    n: rows,
    explanation:
      as !== null
        ? say('unit-converted', { unit, as })
        : unit === ''
          ? say('they-have-no-unit')
          : say('unit-not-converted', { unit }),
  }));

const REFUSED: Readonly<Record<CutRefusedDocument['code'], Label>> = {
  'unknown-kind': 'refused-document.unknown-kind',
  'other-kind': 'refused-document.of-another-kind',
  empty: 'not-shown.empty',
  unreadable: 'it-could-not-be-read',
  folder: 'it-is-a-folder',
  'not-there': 'refused-document.not-there',
  'unknown-place': 'refused-document.unknown-subject',
};

const refusedDocuments = ({ refusedDocuments: refused = [] }: DataQuality, { say }: Voice): Issue[] =>
  refused.map(({ fileName, code }) => ({
    issue: say('document-refused-at-import'),
    where: fileName ?? NONE,
    n: null,
    explanation: say(REFUSED[code]),
  }));

/** What the last wall hid: a text by its document, all else by its place. */
const hidden = ({ blindingFaults = [] }: DataQuality, { say }: Voice): Issue[] => {
  const [texts, places] = [tallyCounts(), tallyCounts()];
  for (const { where, documentId = NONE } of blindingFaults)
    if (where === 'documents.texts.text') texts.add(documentId);
    else places.add(where);
  const explanation = say('hidden-by-second-check');
  return [
    ...counted(say('left-out-for-blinded-readers'), texts.result(), explanation),
    ...counted(say('hidden-from-blinded-readers'), places.result(), explanation),
  ];
};

/** Readers of some sites learn how many they do not see; readers of all sites, of whom it is so. */
const sites = ({ uncertainSites }: DataQuality, { say, list }: Voice): Issue[] => {
  if (uncertainSites.subjects === 0) return [];
  const { subjects, listed } = uncertainSites;
  const issue = say('subject-of-uncertain-site');
  if (listed === undefined)
    return [
      {
        issue,
        where: 'DM.SITEID',
        n: subjects,
        explanation: say('subjects-not-shown-for-site', { n: subjects }),
      },
    ];
  return listed.map(({ subject, sites: named }) => ({
    issue,
    where: subject,
    n: null,
    explanation: say('subject-of-sites', { sites: list(named) }),
  }));
};

const issues = (dataset: Dataset, drawing: Drawing, voice: Voice): Issue[] => {
  const { dataQuality } = dataset;
  const { partialDates, undatedRows, refusedAtImport, notComputed } = dataQuality;
  const { implausibleDates, unreadableCells } = dataQuality;
  return [
    ...notComputed.map((entry) => ({
      issue: voice.say('figure-not-computed'),
      where: entry.figure,
      n: null,
      explanation: notComputedWords(entry, voice),
    })),
    ...sites(dataQuality, voice),
    ...counted(voice.say('rows-refused-at-import'), refusedAtImport, voice.say('in-no-figure')),
    ...counted(voice.say('rows-of-impossible-day'), implausibleDates, voice.say('impossible-day-meaning')),
    ...counted(voice.say('unreadable-cells'), unreadableCells, voice.say('left-out-at-import')),
    ...coded(dataQuality, voice),
    ...conversions(dataQuality, voice),
    ...counted(voice.say('rows-without-any-date'), undatedRows, voice.say('in-no-period')),
    ...counted(voice.say('partial-dates-rows-to-date'), partialDates, voice.say('at-first-possible-day')),
    ...refusedDocuments(dataQuality, voice),
    ...hidden(dataQuality, voice),
    ...glyphs(drawing, voice),
  ];
};

export const dataQualityTables = (dataset: Dataset, voice: Voice, drawing: Drawing): Table[] => [
  tableOf(
    {
      name: 'data-quality',
      sheet: voice.say('data-quality'),
      section: 'data-quality',
      title: voice.say('about-the-data'),
      empty: voice.say('data-sound'),
    },
    issues(dataset, drawing, voice),
    [
      text('issue', voice.say('issue')),
      text('where', voice.say('where')),
      figure('count', voice.say('count'), (row) => row.n),
      text('explanation', voice.say('what-it-means')),
    ],
  ),
  daylessTable(dataset, voice),
  deliveryTable(dataset, voice),
];

export const dataQualityTakeaway = (dataset: Dataset, voice: Voice, drawing: Drawing): string => {
  const { undrawable } = drawing;
  const { partialDates, undatedRows, refusedAtImport, notComputed } = dataset.dataQuality;
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  const parts = [
    ...(notComputed.length > 0 ? [voice.say('n-figures-not-computed', { n: notComputed.length })] : []),
    ...(sum(refusedAtImport) > 0 ? [voice.say('n-rows-refused', { n: sum(refusedAtImport) })] : []),
    ...(sum(undatedRows) > 0 ? [voice.say('n-rows-undated', { n: sum(undatedRows) })] : []),
    ...(sum(partialDates) > 0 ? [voice.say('n-partial-dates', { n: sum(partialDates) })] : []),
    ...(undrawable.size > 0 ? [voice.say('characters-not-drawn')] : []),
  ];
  const n = issues(dataset, drawing, voice).length;
  if (parts.length === 0)
    return n === 0 ? voice.say('nothing-to-report') : voice.say('points-about-data', { n });
  return voice.say('as-sentence', { words: sentence(voice.list(parts)) });
};

export const notComputedItems = (
  { dataQuality: { notComputed: figures } }: Dataset,
  voice: Voice,
): AttentionItem[] =>
  figures.length === 0
    ? []
    : [
        {
          lead: voice.say('incomplete-figures'),
          sentence: voice.say('figures-not-computed-in-full', { n: figures.length }),
          section: 'data-quality',
          urgent: false,
        },
      ];
