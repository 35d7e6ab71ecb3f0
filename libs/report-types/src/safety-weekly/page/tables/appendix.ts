import { figuresTable } from '../../../model/parts/figures.ts';
import { manifestTables } from '../../../model/parts/manifest.ts';
import { date, figure, tableOf, type Table } from '../../../model/table.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { SafetyFigures, SafetyWeeklyDataset } from '../../dataset.ts';
import { severeName, severeWord } from '../words.ts';

const weeks = (dataset: SafetyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'figures-by-week',
      sheet: voice.say('figures-by-week'),
      section: 'appendix',
      title: voice.say('figures-by-week'),
      note: voice.say('safety-weekly.trends-note'),
      empty: voice.say('no-week-to-show-yet'),
    },
    dataset.trends.weeks,
    [
      date('start', voice.say('first-day'), (week) => week.start),
      date('end', voice.say('end-exclusive'), (week) => week.end, { filesOnly: true }),
      figure('events', voice.say('events'), (week) => week.events),
      figure('serious', voice.say('serious'), (week) => week.serious),
      figure('severe', severeName(dataset, voice), (week) => week.severe),
      figure(
        'notable',
        voice.say('safety-weekly.serious-severe-or-fatal', { severe: severeWord(dataset, voice) }),
        (week) => week.notable,
      ),
      figure('deaths', voice.say('deaths'), (week) => week.deaths),
      figure('liverResults', voice.say('safety-weekly.liver-results'), (week) => week.liverResults),
    ],
  );

const figuresOnly = ({ subjects, events, deaths, liver }: SafetyFigures): SafetyFigures => ({
  subjects,
  events,
  deaths,
  liver,
});

export const appendixTables = (dataset: SafetyWeeklyDataset, voice: Voice): Table[] => [
  weeks(dataset, voice),
  ...manifestTables(dataset, voice),
  figuresTable(figuresOnly(dataset), figuresOnly(dataset.previous), voice),
];
