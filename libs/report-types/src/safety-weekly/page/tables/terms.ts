import { figure, percentage, tableOf, text, type Table } from '../../../model/table.ts';
import { number, percent } from '../../../model/words/numbers.ts';
import type { SafetyWeeklyDataset, TermCounts } from '../../dataset.ts';
import { severeName, severeWord } from '../words.ts';

/** Most subjects with a notable event first, then most such events, then by name. */
const byFrequency = (counted: Readonly<Record<string, TermCounts>>) =>
  Object.entries(counted)
    .map(([name, counts]) => ({ name, ...counts }))
    .sort(
      (a, b) =>
        b.notable.subjects - a.notable.subjects ||
        b.notable.events - a.notable.events ||
        (a.name < b.name ? -1 : 1),
    );

interface Head {
  readonly name: string;
  readonly sheet: string;
  readonly title: string;
  readonly key: string;
  readonly label: string;
}

const table = (
  head: Head,
  counted: Readonly<Record<string, TermCounts>>,
  dataset: SafetyWeeklyDataset,
): Table => {
  const { randomised } = dataset.subjects;
  const severe = severeName(dataset);
  const { name, sheet, title } = head;
  return tableOf(
    {
      ...{ name, sheet, title },
      section: 'terms',
      note: `To date, those with a serious, ${severeWord(dataset)} or fatal event, most subjects first; percentages of the ${number(randomised)} subjects randomised. A subject counts once a line.`,
      empty: `No serious, ${severeWord(dataset)} or fatal event was recorded to date.`,
    },
    byFrequency(counted),
    [
      text(head.key, head.label, (line) => line.name),
      figure('seriousSubjects', 'Serious, subjects', (line) => line.serious.subjects),
      percentage('seriousPercent', '%', (line) => percent(line.serious.subjects, randomised), {
        after: 'seriousSubjects',
      }),
      figure('seriousEvents', 'Events', (line) => line.serious.events),
      figure('severeSubjects', `${severe}, subjects`, (line) => line.severe.subjects),
      percentage('severePercent', '%', (line) => percent(line.severe.subjects, randomised), {
        after: 'severeSubjects',
      }),
      figure('severeEvents', 'Events', (line) => line.severe.events),
      figure('notableSubjects', 'Any of these, subjects', (line) => line.notable.subjects, {
        filesOnly: true,
      }),
      figure('notableEvents', 'Any of these, events', (line) => line.notable.events, { filesOnly: true }),
      figure('subjects', 'All, subjects', (line) => line.all.subjects),
      figure('events', 'Events', (line) => line.all.events),
    ],
  );
};

export const termTables = (dataset: SafetyWeeklyDataset): Table[] => {
  const { bySoc, byPreferredTerm } = dataset.events.toDate;
  return [
    table(
      {
        name: 'by-system-organ-class',
        sheet: 'By system organ class',
        title: 'By system organ class',
        key: 'soc',
        label: 'System organ class',
      },
      bySoc,
      dataset,
    ),
    table(
      {
        name: 'by-preferred-term',
        sheet: 'By preferred term',
        title: 'By preferred term',
        key: 'preferredTerm',
        label: 'Preferred term',
      },
      byPreferredTerm,
      dataset,
    ),
  ];
};
