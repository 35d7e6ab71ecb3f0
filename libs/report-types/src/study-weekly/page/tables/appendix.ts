import { figuresTable } from '../../../model/parts/figures.ts';
import { manifestTables } from '../../../model/parts/manifest.ts';
import { date, figure, tableOf, type Table } from '../../../model/table.ts';
import type { Figures, StudyWeeklyDataset } from '../../dataset.ts';

const weeks = ({ trends }: StudyWeeklyDataset): Table =>
  tableOf(
    {
      name: 'figures-by-week',
      sheet: 'Figures by week',
      section: 'appendix',
      title: 'Figures by week',
      note: 'What the charts show. Screened and randomised are to date; everything else counts the week alone. The last week is the period itself.',
      empty: 'No week to show yet.',
    },
    trends.weeks,
    [
      date('start', 'First day', (week) => week.start),
      date('end', 'End (exclusive)', (week) => week.end, { filesOnly: true }),
      figure('screenedToDate', 'Screened', (week) => week.screenedToDate),
      figure('randomisedToDate', 'Randomised', (week) => week.randomisedToDate),
      figure('adverseEvents', 'Events', (week) => week.adverseEvents),
      figure('seriousEvents', 'Serious', (week) => week.seriousEvents),
      figure('labResults', 'Lab results', (week) => week.labResults),
      figure('labOutOfRange', 'Out of range', (week) => week.labOutOfRange),
      figure('systolicMean', 'Systolic mmHg', (week) => week.systolicMean, { digits: 2 }),
      figure('diastolicMean', 'Diastolic mmHg', (week) => week.diastolicMean, { digits: 2 }),
      figure('pulseMean', 'Pulse /min', (week) => week.pulseMean, { digits: 2 }),
    ],
  );

const figuresOnly = ({ enrolment, visits, adverseEvents, laboratory, vitalSigns }: Figures): Figures => ({
  enrolment,
  visits,
  adverseEvents,
  laboratory,
  vitalSigns,
});

export const appendixTables = (dataset: StudyWeeklyDataset): Table[] => [
  weeks(dataset),
  ...manifestTables(dataset),
  figuresTable(figuresOnly(dataset), figuresOnly(dataset.previous)),
];
