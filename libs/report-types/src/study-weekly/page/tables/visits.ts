import { figure, percentage, tableOf, text, type Table } from '../../../model/table.ts';
import { percent } from '../../../model/words/numbers.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../../dataset.ts';

export const visitTables = ({ visits, previous, period }: StudyWeeklyDataset, voice: Voice): Table[] => {
  const nouns = voice.nouns(period);
  const before = previous.visits.byVisit;
  const names = [...new Set([...Object.keys(visits.byVisit), ...Object.keys(before)])].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return [
    tableOf(
      {
        name: 'visits',
        sheet: voice.say('Visits'),
        section: 'visits',
        title: voice.say('By visit'),
        note: voice.say('Visits; percentages of the {n} visits {current}.', {
          n: visits.inPeriod,
          current: nouns.current,
        }),
        empty: voice.say('No visit took place {current} or {previous}.', {
          current: nouns.current,
          previous: nouns.previous,
        }),
      },
      names,
      [
        text('visit', voice.say('Visit'), (name) => name),
        figure('inPeriod', nouns.currentShort, (name) => visits.byVisit[name] ?? 0),
        percentage('percent', voice.say('%'), (name) => percent(visits.byVisit[name] ?? 0, visits.inPeriod), {
          after: 'inPeriod',
        }),
        figure('previous', nouns.previousShort, (name) => before[name] ?? 0),
      ],
    ),
  ];
};
