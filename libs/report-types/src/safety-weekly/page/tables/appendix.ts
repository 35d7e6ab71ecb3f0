import { figuresTable } from '../../../model/parts/figures.ts';
import { manifestTables } from '../../../model/parts/manifest.ts';
import { date, figure, tableOf, type Table } from '../../../model/table.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { SafetyFigures, SafetyWeeklyDataset } from '../../dataset.ts';
import { severeName, severeWord } from '../words.ts';

const weeks = (dataset: SafetyWeeklyDataset): Table =>
  tableOf(
    {
      name: 'figures-by-week',
      sheet: 'Figures by week',
      section: 'appendix',
      title: 'Figures by week',
      note: 'What the charts show, each week alone. The last week is the period itself.',
      empty: 'No week to show yet.',
    },
    dataset.trends.weeks,
    [
      date('start', 'First day', (week) => week.start),
      date('end', 'End (exclusive)', (week) => week.end, { filesOnly: true }),
      figure('events', 'Events', (week) => week.events),
      figure('serious', 'Serious', (week) => week.serious),
      figure('severe', severeName(dataset), (week) => week.severe),
      figure('notable', `Serious, ${severeWord(dataset)} or fatal`, (week) => week.notable),
      figure('deaths', 'Deaths', (week) => week.deaths),
      figure('liverResults', 'Liver results', (week) => week.liverResults),
    ],
  );

const figuresOnly = ({ subjects, events, deaths, liver }: SafetyFigures): SafetyFigures => ({
  subjects,
  events,
  deaths,
  liver,
});

export const appendixTables = (dataset: SafetyWeeklyDataset, voice: Voice): Table[] => [
  weeks(dataset),
  ...manifestTables(dataset, voice),
  figuresTable(figuresOnly(dataset), figuresOnly(dataset.previous), voice),
];
