import { figure, share, tableOf, text, type Table } from '../../../model/table.ts';
import { percent } from '../../../model/words/numbers.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../../dataset.ts';

/** Those of either period, in the order of their numbers. */
const visitsIn = ({ visits, previous, visitOrder }: StudyWeeklyDataset): string[] =>
  [...new Set(visitOrder)].filter((name) =>
    [visits, previous.visits].some(({ byVisit }) => Object.hasOwn(byVisit, name)),
  );

export const visitTables = (dataset: StudyWeeklyDataset, voice: Voice): Table[] => {
  const { visits, previous, period } = dataset;
  const nouns = voice.nouns(period);
  const before = previous.visits.byVisit;
  return [
    tableOf(
      {
        name: 'visits',
        sheet: voice.say('visits'),
        section: 'visits',
        title: voice.say('study-weekly.by-visit'),
        note: voice.say('study-weekly.visits-note', { n: visits.inPeriod, current: nouns.current }),
        empty: voice.say('study-weekly.no-visit', { current: nouns.current, previous: nouns.previous }),
      },
      visitsIn(dataset),
      [
        text('visit', voice.say('visit'), (name) => name),
        figure('inPeriod', nouns.currentShort, (name) => visits.byVisit[name] ?? 0),
        share('percent', 'inPeriod', (name) => percent(visits.byVisit[name] ?? 0, visits.inPeriod), voice),
        figure('previous', nouns.previousShort, (name) => before[name] ?? 0),
      ],
    ),
  ];
};
