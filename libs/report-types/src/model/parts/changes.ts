import type { Changes, Dataset, RowChange } from '@rounds/contracts/dataset';
import type { ComparedFigure } from '../../compared.ts';
import type { AttentionItem, Block, ChangesInWords } from '../report-model.ts';
import { date, figure, tableOf, text, type Table } from '../table.ts';
import { periodWords } from '../words/dates.ts';
import { count, number, sentence, shortList, were } from '../words/numbers.ts';

const isCompared = ({ comparedWith }: Changes): boolean => comparedWith !== undefined;

/** Where nothing was compared the section says so once. */
const onlyIfCompared = (changes: Changes): Pick<Table, 'shownIn'> =>
  isCompared(changes) ? {} : { shownIn: 'files' };

const domainTable = (changes: Changes, { unblinded }: Dataset['scope']): Table =>
  tableOf(
    {
      name: 'changes-by-domain',
      sheet: 'Changes',
      section: 'changes',
      title: 'Rows by domain',
      note: `Rows of the cut against the cut last delivered to this subscription. Late: of the added ones, those of a day before this report’s period.${unblinded ? '' : ' Arms are not compared, nor is exposure (EX).'}`,
      empty: 'No row was added, changed or removed.',
      ...onlyIfCompared(changes),
    },
    Object.entries(changes.byDomain).map(([domain, rows]) => ({ domain, ...rows })),
    [
      text('domain', 'Domain', (line) => line.domain),
      figure('added', 'Added', (line) => line.added),
      figure('late', 'Late', (line) => line.late),
      figure('changed', 'Changed', (line) => line.changed),
      figure('removed', 'Removed', (line) => line.removed),
    ],
  );

/** Those of the last report's period first: they were told otherwise. */
const figureLines = ({ figures = [], restated = [], comparedWith }: Changes) => [
  ...restated.map((move) => ({
    ...move,
    days: comparedWith === undefined ? '' : periodWords(comparedWith.period),
  })),
  ...figures.map((move) => ({ ...move, days: 'To date' })),
];

const sum = (counts: Readonly<Record<string, number>> | undefined): number | null =>
  counts === undefined ? null : Object.values(counts).reduce((total, n) => total + n, 0);

const figureTable = (changes: Changes, compared: readonly ComparedFigure[]): Table =>
  tableOf(
    {
      name: 'changes-figures',
      sheet: 'Figures that moved',
      section: 'changes',
      title: 'Figures that moved',
      note: 'To date: as in the last report, and now. Of the last report’s days: as it told them, and as they are known now. Came and went: rows that a figure counts now and did not, and the other way.',
      empty: 'No figure moved.',
      ...onlyIfCompared(changes),
    },
    figureLines(changes),
    [
      text(
        'label',
        'Figure',
        ({ figure: path }) => compared.find((each) => each.path === path)?.label ?? path,
      ),
      text('figure', 'Path', (line) => line.figure, { filesOnly: true }),
      text('days', 'Of', (line) => line.days),
      figure('before', 'Before', (line) => line.before),
      figure('now', 'Now', (line) => line.now),
      figure('came', 'Came', (line) => sum(line.came)),
      figure('went', 'Went', (line) => sum(line.went)),
    ],
  );

const KINDS: Readonly<Record<RowChange['kind'], string>> = {
  removed: 'Removed',
  changed: 'Changed',
  late: 'Late',
  added: 'New',
};

/** `AESER: N → Y; AEOUT: – → FATAL` */
const variablesInWords = ({ variables = [] }: RowChange): string =>
  variables.map(({ name, before, now }) => `${name}: ${before || '–'} → ${now || '–'}`).join('; ');

/** Row by row; in the appendix, as it may be long. */
const rowTable = (changes: Changes, { unblinded }: Dataset['scope']): Table =>
  tableOf(
    {
      name: 'changes-rows',
      sheet: 'Changed rows',
      section: 'appendix',
      title: 'Listing: changes row by row',
      note: `Removed and changed rows first, then late ones, then new ones. Late: new to the cut, of a day before this report’s period.${unblinded ? '' : ' Variables that hold arms are left out, and so is exposure (EX).'}`,
      empty: 'No row was added, changed or removed.',
      listing: true,
      ...onlyIfCompared(changes),
    },
    changes.rows ?? [],
    [
      text('kind', 'Change', ({ kind }) => KINDS[kind]),
      text('domain', 'Domain', (row) => row.domain),
      text('subject', 'Subject', (row) => row.subject),
      text('siteId', 'Site', (row) => row.siteId, { below: 'subject' }),
      date('day', 'Day', (row) => row.day),
      text('what', 'Row', (row) => row.what),
      text('variables', 'What changed', variablesInWords),
    ],
  );

export const changeTables = ({ changes, scope }: Dataset, compared: readonly ComparedFigure[]): Table[] => [
  domainTable(changes, scope),
  figureTable(changes, compared),
  rowTable(changes, scope),
];

/** The lines of the changes, as the dataset words them; where nothing was compared, the takeaway has said so. */
export const changeBlocks = ({ changes }: Dataset): Block[] =>
  !isCompared(changes) || changes.headline.length === 0 ? [] : [{ kind: 'bullets', lines: changes.headline }];

export const changesTakeaway = ({ changes }: Dataset): string => {
  const { byDomain, headline } = changes;
  // A first report, one on demand, or one whose forerunner is no longer kept: the dataset says which.
  if (!isCompared(changes)) return headline[0] ?? 'There is no earlier report to compare with.';
  const total = (key: 'added' | 'late' | 'changed' | 'removed') =>
    Object.values(byDomain).reduce((all, rows) => all + rows[key], 0);
  const [added, late, changed, removed] = [total('added'), total('late'), total('changed'), total('removed')];
  if (added + changed + removed === 0) return 'No row changed since the last report.';
  const ofWhich = late === 0 ? '' : ` (${number(late)} of them late)`;
  return sentence(
    `${count(added, 'row')} ${were(added)} added${ofWhich}, ${number(changed)} changed and ${number(removed)} removed since the last report.`,
  );
};

/** Sentences of the first page; the section has them all. */
const MOST_LINES = 7;

const firstLines = (lines: readonly string[]): string[] =>
  lines.length <= MOST_LINES
    ? [...lines]
    : [
        ...lines.slice(0, MOST_LINES - 1),
        `${count(lines.length - MOST_LINES + 1, 'more sentence stands', 'more sentences stand')} under Changes.`,
      ];

/** @param previous words for the period whose figures stand beside the headline's */
export const changesInWords = ({ changes }: Dataset, previous: string): ChangesInWords => {
  const { comparedWith, headline } = changes;
  if (comparedWith !== undefined)
    return {
      title: `What changed since the report of ${periodWords(comparedWith.period)}`,
      lines: firstLines(headline),
      section: 'changes',
    };
  return {
    title: 'What changed',
    lines: [...firstLines(headline), `The figures beside the headline are of ${previous}.`],
    section: 'changes',
  };
};

const rowName = ({ what, subject, siteId }: RowChange): string =>
  `${what} (${subject}, ${siteId === '' ? 'site unknown' : `site ${siteId}`})`;

/** Rows of days before the period that the figure counts now and did not in the last report. */
export const toldLate = ({ changes: { rows = [] }, period }: Dataset, path: string): RowChange[] =>
  rows.filter(({ day, came }) => day < period.start && came?.includes(path) === true);

/** In no figure of the period, and yet news: without this the first page would be silent of it. */
export const lateItems = (
  dataset: Dataset,
  path: string,
  { one, many, section }: { readonly one: string; readonly many: string; readonly section: string },
): AttentionItem[] => {
  const found = toldLate(dataset, path);
  if (found.length === 0) return [];
  return [
    {
      lead: 'Told late',
      sentence: sentence(
        `${count(found.length, one, many)} of days before this report’s period ${found.length === 1 ? 'was' : 'were'} not counted in the last report: ${shortList(found.map(rowName), 3)}.`,
      ),
      section,
      urgent: true,
    },
  ];
};
