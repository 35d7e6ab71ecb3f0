import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';
import { figure, tableOf, text, type Table } from '../table.ts';

export const changeTables = ({ changes }: StudyWeeklyDataset): Table[] => [
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
