import type { Dataset } from '@rounds/contracts/dataset';
import type { Block, ChangesInWords } from '../report-model.ts';
import { figure, tableOf, text, type Table } from '../table.ts';
import { periodWords } from '../words/dates.ts';
import { count, number, sentence, were } from '../words/numbers.ts';

export const changeTables = ({ changes }: Dataset): Table[] => [
  tableOf(
    {
      name: 'changes-by-domain',
      sheet: 'Changes',
      section: 'changes',
      title: 'Rows by domain',
      note: 'Rows of the cut against the cut last delivered to this subscription.',
      empty: 'No row was added, changed or removed.',
      // Where nothing was compared the section says so once.
      ...(changes.comparedWith === undefined ? { shownIn: 'files' } : {}),
    },
    Object.entries(changes.byDomain).map(([domain, rows]) => ({ domain, ...rows })),
    [
      text('domain', 'Domain', (line) => line.domain),
      figure('added', 'Added', (line) => line.added),
      figure('changed', 'Changed', (line) => line.changed),
      figure('removed', 'Removed', (line) => line.removed),
    ],
  ),
];

/** The lines of the changes, as the dataset words them; where nothing was compared, the takeaway has said so. */
export const changeBlocks = ({ changes }: Dataset): Block[] =>
  changes.comparedWith === undefined || changes.headline.length === 0
    ? []
    : [{ kind: 'bullets', lines: changes.headline }];

export const changesTakeaway = ({ changes: { comparedWith, byDomain, headline } }: Dataset): string => {
  // A first report, one on demand, or one whose forerunner is no longer kept: the dataset says which.
  if (comparedWith === undefined) return headline[0] ?? 'There is no earlier report to compare with.';
  const sum = (key: 'added' | 'changed' | 'removed') =>
    Object.values(byDomain).reduce((total, rows) => total + rows[key], 0);
  const all = [sum('added'), sum('changed'), sum('removed')] as const;
  if (all.every((n) => n === 0)) return 'Nothing changed since the last report.';
  return sentence(
    `${count(all[0], 'row')} ${were(all[0])} added, ${number(all[1])} changed and ${number(all[2])} removed since the last report.`,
  );
};

/** Sentences of the first page; the section has them all. */
const MOST_LINES = 6;

/** @param previous words for the period whose figures stand beside the headline's */
export const changesInWords = ({ changes }: Dataset, previous: string): ChangesInWords => {
  const lines = changes.headline.slice(0, MOST_LINES);
  const { comparedWith } = changes;
  if (comparedWith !== undefined)
    return {
      title: `What changed since the report of ${periodWords(comparedWith.period)}`,
      lines,
      section: 'changes',
    };
  return {
    title: 'What changed',
    lines: [...lines, `The figures beside the headline are of ${previous}.`],
    section: 'changes',
  };
};
