import type { CutRefusedDocument } from '@rounds/contracts/cut';
import type { DataQuality, Dataset } from '@rounds/contracts/dataset';
import { tallyCounts } from '../../folds/tally.ts';
import type { AttentionItem, Drawing } from '../report-model.ts';
import { figure, tableOf, text, type Table } from '../table.ts';
import type { Label } from '../words/texts.ts';
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
    issue: voice.say('Character that no typeface of the report has'),
    where: codePoint(character),
    n,
    explanation: voice.say('Shown as \uFFFD on these pages; the other formats hold it.'),
  }));

const coded = ({ mapped = [], notUnderstood = [] }: DataQuality, { say }: Voice): Issue[] => [
  ...notUnderstood.map(({ variable, value, rows }) => ({
    issue: say('Value that is not understood'),
    where: variable,
    n: rows,
    explanation: say('“{value}”: no term of CDISC. Counted by no figure that reads it.', { value }),
  })),
  ...mapped.map(({ variable, value, as, rows }) => ({
    issue: say('Value taken for a term'),
    where: variable,
    n: rows,
    explanation: say('“{value}” is taken for {term}.', { value, term: as }),
  })),
];

const conversions = ({ converted = [] }: DataQuality, { say }: Voice): Issue[] =>
  converted.map(({ figure: where, unit, as, rows }) => ({
    issue: as === null ? say('Results left out for their unit') : say('Results converted'),
    where,
    n: rows,
    explanation:
      as !== null
        ? say('From {unit} into {as}.', { unit, as })
        : unit === ''
          ? say('They have no unit.')
          : say('{unit} cannot be converted.', { unit }),
  }));

const REFUSED: Readonly<Record<CutRefusedDocument['code'], Label>> = {
  'unknown-kind': 'Neither a text nor an image that Rounds knows.',
  'other-kind': 'It is of another kind than its index says.',
  empty: 'The file is empty.',
  unreadable: 'It could not be read.',
  folder: 'It is a folder.',
  'not-there': 'Its index names it, and it was not there.',
  'unknown-place': 'Its site or subject is not known.',
  unknown: 'The reason was not kept.',
};

const refusedDocuments = ({ refusedDocuments: refused = [] }: DataQuality, { say }: Voice): Issue[] =>
  refused.map(({ fileName, code }) => ({
    issue: say('Document refused at import'),
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
  const explanation = say('By a second check, of which the owner and the operators are told.');
  return [
    ...counted(say('Left out for blinded readers'), texts.result(), explanation),
    ...counted(say('Hidden from blinded readers'), places.result(), explanation),
  ];
};

/** Readers of some sites learn how many they do not see; readers of all sites, of whom it is so. */
const sites = ({ uncertainSites }: DataQuality, { say, list }: Voice): Issue[] => {
  if (uncertainSites === undefined || uncertainSites.subjects === 0) return [];
  const { subjects, listed } = uncertainSites;
  const issue = say('Subject whose site is not certain');
  if (listed === undefined)
    return [
      {
        issue,
        where: 'DM.SITEID',
        n: subjects,
        explanation: say('{n## subject is|# subjects are} not shown: {n#its|their} site is not certain.', {
          n: subjects,
        }),
      },
    ];
  return listed.map(({ subject, sites: named }) => ({
    issue,
    where: subject,
    n: null,
    explanation: say('Its rows of DM name the sites {sites}: in the totals, in no site.', {
      sites: list(named),
    }),
  }));
};

const issues = (dataset: Dataset, drawing: Drawing, voice: Voice): Issue[] => {
  const { dataQuality } = dataset;
  const { partialDates, undatedRows, refusedAtImport, notComputed } = dataQuality;
  const { implausibleDates = {}, unreadableCells = {} } = dataQuality;
  return [
    ...notComputed.map((entry) => ({
      issue: voice.say('Figure not computed'),
      where: entry.figure,
      n: null,
      explanation: notComputedWords(entry, voice),
    })),
    ...sites(dataQuality, voice),
    ...counted(
      voice.say('Rows refused at import'),
      refusedAtImport,
      voice.say('In no figure and no listing.'),
    ),
    ...counted(
      voice.say('Rows of a day that cannot be'),
      implausibleDates,
      voice.say('Before 1900, or after their import: in no figure.'),
    ),
    ...counted(
      voice.say('Cells that could not be read'),
      unreadableCells,
      voice.say('Left out at import; the rest of the row is there.'),
    ),
    ...coded(dataQuality, voice),
    ...conversions(dataQuality, voice),
    ...counted(voice.say('Rows without any date'), undatedRows, voice.say('In no period.')),
    ...counted(
      voice.say('Partial dates, rows to date'),
      partialDates,
      voice.say('Counted at the first possible day.'),
    ),
    ...refusedDocuments(dataQuality, voice),
    ...hidden(dataQuality, voice),
    ...glyphs(drawing, voice),
  ];
};

export const dataQualityTables = (dataset: Dataset, voice: Voice, drawing: Drawing): Table[] => [
  tableOf(
    {
      name: 'data-quality',
      sheet: voice.say('Data quality'),
      section: 'data-quality',
      title: voice.say('What to know about the data'),
      empty: voice.say(
        'Nothing: every date is complete, every row was taken and every figure could be computed.',
      ),
    },
    issues(dataset, drawing, voice),
    [
      text('issue', voice.say('Issue'), (row) => row.issue),
      text('where', voice.say('Where'), (row) => row.where),
      figure('count', voice.say('Count'), (row) => row.n),
      text('explanation', voice.say('What it means'), (row) => row.explanation),
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
    ...(notComputed.length > 0
      ? [voice.say('{n## figure|# figures} not computed', { n: notComputed.length })]
      : []),
    ...(sum(refusedAtImport) > 0
      ? [voice.say('{n## row|# rows} refused at import', { n: sum(refusedAtImport) })]
      : []),
    ...(sum(undatedRows) > 0
      ? [voice.say('{n## row|# rows} without any date', { n: sum(undatedRows) })]
      : []),
    ...(sum(partialDates) > 0
      ? [voice.say('{n## partial date|# partial dates}', { n: sum(partialDates) })]
      : []),
    ...(undrawable.size > 0 ? [voice.say('characters that could not be drawn')] : []),
  ];
  const n = issues(dataset, drawing, voice).length;
  if (parts.length === 0)
    return n === 0
      ? voice.say('Nothing to report.')
      : voice.say('{n## point|# points} to know about the data.', { n });
  return `${sentence(voice.list(parts))}${voice.language === 'ja' ? '。' : '.'}`;
};

export const notComputedItems = (
  { dataQuality: { notComputed: figures } }: Dataset,
  voice: Voice,
): AttentionItem[] =>
  figures.length === 0
    ? []
    : [
        {
          lead: voice.say('Incomplete figures'),
          sentence: voice.say('{n## figure|# figures} could not be computed in full.', { n: figures.length }),
          section: 'data-quality',
          urgent: false,
        },
      ];
