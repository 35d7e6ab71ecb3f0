import type { Changes, Dataset, RowChange } from '@rounds/contracts/dataset';
import type { ComparedFigure } from '../../compared.ts';
import type { AttentionItem, Block, ChangesInWords } from '../report-model.ts';
import { date, figure, tableOf, text, type Table } from '../table.ts';
import type { Label } from '../words/texts.ts';
import { NONE, sentence, type Voice } from '../words/voice.ts';
import { changeSentences, labelOf } from './change-words.ts';

const isCompared = ({ comparedWith }: Changes): boolean => comparedWith !== undefined;

/** Where nothing was compared the section says so once. */
const onlyIfCompared = (changes: Changes): Pick<Table, 'shownIn'> =>
  isCompared(changes) ? {} : { shownIn: 'files' };

/** Japanese parts its sentences without a space, by what it ends them with. */
const withBlinding = (note: string, more: string): string =>
  more === '' ? note : `${note}${note.endsWith('。') ? '' : ' '}${more}`;

const domainTable = (changes: Changes, { unblinded }: Dataset['scope'], { say }: Voice): Table =>
  tableOf(
    {
      name: 'changes-by-domain',
      sheet: say('Changes'),
      section: 'changes',
      title: say('Rows by domain'),
      note: withBlinding(
        say(
          'Rows of the cut against the cut last delivered to this subscription. Late: of the added ones, those of a day before this report’s period.',
        ),
        unblinded ? '' : say('Arms are not compared, nor is exposure (EX).'),
      ),
      empty: say('No row was added, changed or removed.'),
      ...onlyIfCompared(changes),
    },
    Object.entries(changes.byDomain).map(([domain, rows]) => ({ domain, ...rows })),
    [
      text('domain', say('Domain'), (line) => line.domain),
      figure('added', say('Added'), (line) => line.added),
      figure('late', say('Late'), (line) => line.late),
      figure('changed', say('Changed'), (line) => line.changed),
      figure('removed', say('Removed'), (line) => line.removed),
    ],
  );

/** Those of the last report's period first: they were told otherwise. */
const figureLines = ({ figures = [], restated = [], comparedWith }: Changes, { say, period }: Voice) => [
  ...restated.map((move) => ({
    ...move,
    days: comparedWith === undefined ? '' : period(comparedWith.period),
  })),
  ...figures.map((move) => ({ ...move, days: say('To date') })),
];

const sum = (counts: Readonly<Record<string, number>> | undefined): number | null =>
  counts === undefined ? null : Object.values(counts).reduce((total, n) => total + n, 0);

const figureTable = (changes: Changes, compared: readonly ComparedFigure[], voice: Voice): Table =>
  tableOf(
    {
      name: 'changes-figures',
      sheet: voice.say('Figures that moved'),
      section: 'changes',
      title: voice.say('Figures that moved'),
      note: voice.say(
        'To date: as in the last report, and now. Of the last report’s days: as it told them, and as they are known now. Came and went: rows that a figure counts now and did not, and the other way.',
      ),
      empty: voice.say('No figure moved.'),
      ...onlyIfCompared(changes),
    },
    figureLines(changes, voice),
    [
      text('label', voice.say('Figure'), ({ figure: path }) => labelOf(compared, path, voice)),
      text('figure', voice.say('Path'), (line) => line.figure, { filesOnly: true }),
      text('days', voice.say('Of'), (line) => line.days),
      figure('before', voice.say('Before'), (line) => line.before),
      figure('now', voice.say('Now'), (line) => line.now),
      figure('came', voice.say('Came'), (line) => sum(line.came)),
      figure('went', voice.say('Went'), (line) => sum(line.went)),
    ],
  );

const KINDS: Readonly<Record<RowChange['kind'], Label>> = {
  removed: 'Removed',
  changed: 'Changed',
  late: 'Late',
  added: 'row§New',
};

/** `AESER: N → Y; AEOUT: – → FATAL` */
const variablesInWords = ({ variables = [] }: RowChange): string =>
  variables.map(({ name, before, now }) => `${name}: ${before || NONE} → ${now || NONE}`).join('; ');

/** Row by row; in the appendix, as it may be long. */
const rowTable = (changes: Changes, { unblinded }: Dataset['scope'], { say }: Voice): Table =>
  tableOf(
    {
      name: 'changes-rows',
      sheet: say('Changed rows'),
      section: 'appendix',
      title: say('Listing: changes row by row'),
      note: withBlinding(
        say(
          'Removed and changed rows first, then late ones, then new ones. Late: new to the cut, of a day before this report’s period.',
        ),
        unblinded ? '' : say('Variables that hold arms are left out, and so is exposure (EX).'),
      ),
      empty: say('No row was added, changed or removed.'),
      listing: true,
      ...onlyIfCompared(changes),
    },
    changes.rows ?? [],
    [
      text('kind', say('Change'), ({ kind }) => say(KINDS[kind])),
      text('domain', say('Domain'), (row) => row.domain),
      text('subject', say('Subject'), (row) => row.subject),
      text('siteId', say('Site'), (row) => row.siteId, { below: 'subject' }),
      date('day', say('Day'), (row) => row.day),
      text('what', say('Row'), (row) => row.what),
      text('variables', say('What changed'), variablesInWords),
    ],
  );

export const changeTables = (
  { changes, scope }: Dataset,
  compared: readonly ComparedFigure[],
  voice: Voice,
): Table[] => [
  domainTable(changes, scope, voice),
  figureTable(changes, compared, voice),
  rowTable(changes, scope, voice),
];

/**
 * The sentences of the changes: composed from what changed; those that a dataset of an earlier version brought
 * along, where it had no more.
 */
const linesOf = ({ changes }: Dataset, compared: readonly ComparedFigure[], voice: Voice): string[] => {
  const { notCompared, figures, rows } = changes;
  const isOlder = notCompared === undefined && figures === undefined && rows === undefined;
  if (voice.language === 'en' || isOlder) return changes.headline.map((line) => voice.told(line));
  return changeSentences(changes, compared, voice);
};

/** Where nothing was compared, the takeaway has said so. */
export const changeBlocks = (
  dataset: Dataset,
  compared: readonly ComparedFigure[],
  voice: Voice,
): Block[] => {
  const lines = isCompared(dataset.changes) ? linesOf(dataset, compared, voice) : [];
  return lines.length === 0 ? [] : [{ kind: 'bullets', lines }];
};

export const changesTakeaway = (
  dataset: Dataset,
  compared: readonly ComparedFigure[],
  voice: Voice,
): string => {
  const { changes } = dataset;
  const { say } = voice;
  // A first report, one on demand, or one whose forerunner is no longer kept: the dataset says which.
  if (!isCompared(changes))
    return linesOf(dataset, compared, voice)[0] ?? say('There is no earlier report to compare with.');
  const total = (key: 'added' | 'late' | 'changed' | 'removed') =>
    Object.values(changes.byDomain).reduce((all, rows) => all + rows[key], 0);
  const counts = { added: total('added'), changed: total('changed'), removed: total('removed') };
  if (counts.added + counts.changed + counts.removed === 0)
    return say('No row changed since the last report.');
  const late = total('late');
  return sentence(
    late === 0
      ? say(
          '{added#no row was|# row was|# rows were} added, {changed} changed and {removed} removed since the last report.',
          counts,
        )
      : say(
          '{added#no row was|# row was|# rows were} added ({late} of them late), {changed} changed and {removed} removed since the last report.',
          { ...counts, late },
        ),
  );
};

/** Sentences of the first page; the section has them all. */
const MOST_LINES = 7;

const firstLines = (lines: readonly string[], { say }: Voice): string[] =>
  lines.length <= MOST_LINES
    ? [...lines]
    : [
        ...lines.slice(0, MOST_LINES - 1),
        say('{n## more sentence stands|# more sentences stand} under Changes.', {
          n: lines.length - MOST_LINES + 1,
        }),
      ];

/** @param previous words for the period whose figures stand beside the headline's */
export const changesInWords = (
  dataset: Dataset,
  compared: readonly ComparedFigure[],
  previous: string,
  voice: Voice,
): ChangesInWords => {
  const { comparedWith } = dataset.changes;
  const lines = firstLines(linesOf(dataset, compared, voice), voice);
  if (comparedWith !== undefined)
    return {
      title: voice.say('What changed since the report of {period}', {
        period: voice.period(comparedWith.period),
      }),
      lines,
      section: 'changes',
    };
  return {
    title: voice.say('What changed'),
    lines: [...lines, voice.say('The figures beside the headline are of {period}.', { period: previous })],
    section: 'changes',
  };
};

const rowName =
  ({ say }: Voice) =>
  ({ what: term, subject, siteId: site }: RowChange): string =>
    site === ''
      ? say('{term} ({subject}, site unknown)', { term, subject })
      : say('{term} ({subject}, site {site})', { term, subject, site });

/** Rows of days before the period that the figure counts now and did not in the last report. */
export const toldLate = ({ changes: { rows = [] }, period }: Dataset, path: string): RowChange[] =>
  rows.filter(({ day, came }) => day !== null && day < period.start && came?.includes(path) === true);

/**
 * In no figure of the period, and yet news: without this the first page would be silent of it.
 * @param told the sentence, of how many there are and which
 */
export const lateItems = (
  dataset: Dataset,
  { path, section }: { readonly path: string; readonly section: string },
  told: (found: { readonly n: number; readonly names: string }) => string,
  voice: Voice,
): AttentionItem[] => {
  const found = toldLate(dataset, path);
  if (found.length === 0) return [];
  const names = voice.shortList(found.map(rowName(voice)), 3);
  return [
    {
      lead: voice.say('Told late'),
      sentence: sentence(told({ n: found.length, names })),
      section,
      urgent: true,
    },
  ];
};
