import { figure, percentage, tableOf, text, type Table } from '../../../model/table.ts';
import { periodNouns } from '../../../model/words/dates.ts';
import { number, percent } from '../../../model/words/numbers.ts';
import type { StudyWeeklyDataset } from '../../dataset.ts';

export const visitTables = ({ visits, previous, period }: StudyWeeklyDataset): Table[] => {
  const nouns = periodNouns(period);
  const before = previous.visits.byVisit;
  const names = [...new Set([...Object.keys(visits.byVisit), ...Object.keys(before)])].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return [
    tableOf(
      {
        name: 'visits',
        sheet: 'Visits',
        section: 'visits',
        title: 'By visit',
        note: `Visits; percentages of the ${number(visits.inPeriod)} visits ${nouns.current}.`,
        empty: `No visit took place ${nouns.current} or ${nouns.previous}.`,
      },
      names,
      [
        text('visit', 'Visit', (name) => name),
        figure('inPeriod', nouns.currentShort, (name) => visits.byVisit[name] ?? 0),
        percentage('percent', '%', (name) => percent(visits.byVisit[name] ?? 0, visits.inPeriod), {
          after: 'inPeriod',
        }),
        figure('previous', nouns.previousShort, (name) => before[name] ?? 0),
      ],
    ),
  ];
};
