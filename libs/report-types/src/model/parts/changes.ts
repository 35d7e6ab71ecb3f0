import type { Changes, Dataset, RowChange } from '@rounds/contracts/dataset';
import type { ComparedFigure } from '../../compared.ts';
import type { AttentionItem, Block, ChangesInWords } from '../report-model.ts';
import { date, figure, tableOf, text, type Table } from '../table.ts';
import type { Label } from '../words/message.ts';
import { NONE, sentence, type Voice } from '../words/voice.ts';
import { changeSentences, inBrief, labelOf } from './change-words.ts';

const isCompared = ({ comparedWith }: Changes): boolean => comparedWith !== undefined;

/** Where nothing was compared the section says so once. */
const onlyIfCompared = (changes: Changes): Pick<Table, 'shownIn'> =>
  isCompared(changes) ? {} : { shownIn: 'files' };

const domainTable = (changes: Changes, { unblinded }: Dataset['scope'], { say, sentences }: Voice): Table =>
  tableOf(
    {
      name: 'changes-by-domain',
      sheet: say('changes'),
      section: 'changes',
      title: say('rows-by-domain'),
      note: sentences([say('changes-by-domain-note'), ...(unblinded ? [] : [say('arms-not-compared')])]),
      empty: say('no-row-changed-in-cut'),
      ...onlyIfCompared(changes),
    },
    Object.entries(changes.byDomain).map(([domain, rows]) => ({ domain, ...rows })),
    [
      text('domain', say('domain')),
      figure('added', say('added')),
      figure('late', say('late')),
      figure('changed', say('changed')),
      figure('removed', say('removed')),
    ],
  );

/** Those of the last report's period first: they were reported differently. */
const figureLines = ({ figures = [], restated = [], comparedWith }: Changes, { say, period }: Voice) => [
  ...restated.map((move) => ({
    ...move,
    days: comparedWith === undefined ? '' : period(comparedWith.period),
  })),
  ...figures.map((move) => ({ ...move, days: say('to-date-head') })),
];

const sum = (counts: Readonly<Record<string, number>> | undefined): number | null =>
  counts === undefined ? null : Object.values(counts).reduce((total, n) => total + n, 0);

const figureTable = (changes: Changes, compared: readonly ComparedFigure[], voice: Voice): Table =>
  tableOf(
    {
      name: 'changes-figures',
      sheet: voice.say('figures-that-moved'),
      section: 'changes',
      title: voice.say('figures-that-moved'),
      note: voice.say('figures-moved-note'),
      empty: voice.say('no-figure-moved'),
      ...onlyIfCompared(changes),
    },
    figureLines(changes, voice),
    [
      text('label', voice.say('figure'), ({ figure: path }) => labelOf(compared, path, voice)),
      text('figure', voice.say('path'), { filesOnly: true }),
      text('days', voice.say('of')),
      figure('before', voice.say('before')),
      figure('now', voice.say('now')),
      figure('came', voice.say('came'), (line) => sum(line.came)),
      figure('went', voice.say('went'), (line) => sum(line.went)),
    ],
  );

const KINDS: Readonly<Record<RowChange['kind'], Label>> = {
  removed: 'removed',
  changed: 'changed',
  late: 'late',
  added: 'new-row',
};

/** `AESER: N → Y; AEOUT: – → FATAL` */
const variablesInWords = ({ variables = [] }: RowChange): string =>
  variables.map(({ name, before, now }) => `${name}: ${before || NONE} → ${now || NONE}`).join('; ');

/** Row by row; in the appendix, as it may be long. */
const rowTable = (changes: Changes, { unblinded }: Dataset['scope'], { say, sentences }: Voice): Table =>
  tableOf(
    {
      name: 'changes-rows',
      sheet: say('changed-rows'),
      section: 'appendix',
      title: say('listing-changes-row-by-row'),
      note: sentences([say('changed-rows-note'), ...(unblinded ? [] : [say('arm-variables-left-out')])]),
      empty: say('no-row-changed-in-cut'),
      listing: true,
      ...onlyIfCompared(changes),
    },
    changes.rows ?? [],
    [
      text('kind', say('change'), ({ kind }) => say(KINDS[kind])),
      text('domain', say('domain')),
      text('subject', say('subject')),
      text('siteId', say('site'), { below: 'subject' }),
      date('day', say('day')),
      text('what', say('row')),
      text('variables', say('what-changed'), variablesInWords),
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

const linesOf = ({ changes }: Dataset, compared: readonly ComparedFigure[], voice: Voice): string[] =>
  changeSentences(inBrief(changes), compared, voice);

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
  if (!isCompared(changes)) return linesOf(dataset, compared, voice)[0] ?? say('no-earlier-report');
  const total = (key: 'added' | 'late' | 'changed' | 'removed') =>
    Object.values(changes.byDomain).reduce((all, rows) => all + rows[key], 0);
  const counts = { added: total('added'), changed: total('changed'), removed: total('removed') };
  if (counts.added + counts.changed + counts.removed === 0) return say('no-row-changed');
  const late = total('late');
  return sentence(
    late === 0
      ? say('rows-added-changed-removed', counts)
      : say('rows-added-late-changed-removed', { ...counts, late }),
  );
};

/** Sentences of the first page; the section has them all. */
const MOST_LINES = 7;

const firstLines = (lines: readonly string[], { say }: Voice): string[] =>
  lines.length <= MOST_LINES
    ? [...lines]
    : [
        ...lines.slice(0, MOST_LINES - 1),
        say('more-sentences-under-changes', { n: lines.length - MOST_LINES + 1 }),
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
      title: voice.say('changed-since', { period: voice.period(comparedWith.period) }),
      lines,
      section: 'changes',
    };
  return {
    title: voice.say('what-changed'),
    lines: [...lines, voice.say('figures-beside-are-of', { period: previous })],
    section: 'changes',
  };
};

const rowName =
  ({ say }: Voice) =>
  ({ what: term, subject, siteId: site }: RowChange): string =>
    site === ''
      ? say('event-of-unknown-site', { term, subject })
      : say('event-of-site', { term, subject, site });

/** Rows of days before the period that the figure counts now and did not in the last report. */
export const toldLate = ({ changes: { rows = [] }, period }: Dataset, path: string): RowChange[] =>
  rows.filter(({ day, came }) => day !== null && day < period.start && came?.includes(path) === true);

/**
 * In no figure of the period, and new all the same: without this the first page would not mention it.
 * @param wordsOf the sentence, of how many there are and which
 */
export const lateItems = (
  dataset: Dataset,
  { path, section }: { readonly path: string; readonly section: string },
  wordsOf: (found: { readonly n: number; readonly names: string }) => string,
  voice: Voice,
): AttentionItem[] => {
  const found = toldLate(dataset, path);
  if (found.length === 0) return [];
  const names = voice.shortList(found.map(rowName(voice)), 3);
  return [
    {
      lead: voice.say('told-late'),
      sentence: sentence(wordsOf({ n: found.length, names })),
      section,
      urgent: true,
    },
  ];
};
