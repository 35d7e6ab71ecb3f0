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
      sheet: voice.say('Figures by week'),
      section: 'appendix',
      title: voice.say('Figures by week'),
      note: voice.say('What the charts show, each week alone. The last week is the period itself.'),
      empty: voice.say('No week to show yet.'),
    },
    dataset.trends.weeks,
    [
      date('start', voice.say('First day'), (week) => week.start),
      date('end', voice.say('End (exclusive)'), (week) => week.end, { filesOnly: true }),
      figure('events', voice.say('Events'), (week) => week.events),
      figure('serious', voice.say('Serious'), (week) => week.serious),
      figure('severe', severeName(dataset, voice), (week) => week.severe),
      figure(
        'notable',
        voice.say('Serious, {severe} or fatal', { severe: severeWord(dataset, voice) }),
        (week) => week.notable,
      ),
      figure('deaths', voice.say('Deaths'), (week) => week.deaths),
      figure('liverResults', voice.say('Liver results'), (week) => week.liverResults),
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
