import { figuresTable } from '../../../model/parts/figures.ts';
import { manifestTables } from '../../../model/parts/manifest.ts';
import { date, figure, tableOf, type Table } from '../../../model/table.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { Figures, StudyWeeklyDataset } from '../../dataset.ts';

const weeks = ({ trends }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'figures-by-week',
      sheet: voice.say('Figures by week'),
      section: 'appendix',
      title: voice.say('Figures by week'),
      note: voice.say(
        'What the charts show. Screened and randomised are to date; everything else counts the week alone. The last week is the period itself.',
      ),
      empty: voice.say('No week to show yet.'),
    },
    trends.weeks,
    [
      date('start', voice.say('First day'), (week) => week.start),
      date('end', voice.say('End (exclusive)'), (week) => week.end, { filesOnly: true }),
      figure('screenedToDate', voice.say('Screened'), (week) => week.screenedToDate),
      figure('randomisedToDate', voice.say('Randomised'), (week) => week.randomisedToDate),
      figure('adverseEvents', voice.say('Events'), (week) => week.adverseEvents),
      figure('seriousEvents', voice.say('Serious'), (week) => week.seriousEvents),
      figure('labResults', voice.say('Lab results'), (week) => week.labResults),
      figure('labOutOfRange', voice.say('Out of range'), (week) => week.labOutOfRange),
      figure('systolicMean', voice.say('Systolic mmHg'), (week) => week.systolicMean, { digits: 2 }),
      figure('diastolicMean', voice.say('Diastolic mmHg'), (week) => week.diastolicMean, { digits: 2 }),
      figure('pulseMean', voice.say('Pulse /min'), (week) => week.pulseMean, { digits: 2 }),
    ],
  );

const figuresOnly = ({ enrolment, visits, adverseEvents, laboratory, vitalSigns }: Figures): Figures => ({
  enrolment,
  visits,
  adverseEvents,
  laboratory,
  vitalSigns,
});

export const appendixTables = (dataset: StudyWeeklyDataset, voice: Voice): Table[] => [
  weeks(dataset, voice),
  ...manifestTables(dataset, voice),
  figuresTable(figuresOnly(dataset), figuresOnly(dataset.previous), voice),
];
