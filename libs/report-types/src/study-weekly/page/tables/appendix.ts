import { figuresTable } from '../../../model/parts/figures.ts';
import { manifestTables } from '../../../model/parts/manifest.ts';
import { date, figure, tableOf, type Table } from '../../../model/table.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { Figures, StudyWeeklyDataset } from '../../dataset.ts';

const weeks = ({ trends }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'figures-by-week',
      sheet: voice.say('figures-by-week'),
      section: 'appendix',
      title: voice.say('figures-by-week'),
      note: voice.say('study-weekly.trends-note'),
      empty: voice.say('no-week-to-show-yet'),
    },
    trends.weeks,
    [
      date('start', voice.say('first-day'), (week) => week.start),
      date('end', voice.say('end-exclusive'), (week) => week.end, { filesOnly: true }),
      figure('screenedToDate', voice.say('screened'), (week) => week.screenedToDate),
      figure('randomisedToDate', voice.say('randomised'), (week) => week.randomisedToDate),
      figure('adverseEvents', voice.say('events'), (week) => week.adverseEvents),
      figure('seriousEvents', voice.say('serious'), (week) => week.seriousEvents),
      figure('labResults', voice.say('study-weekly.lab-results'), (week) => week.labResults),
      figure('labOutOfRange', voice.say('study-weekly.out-of-range'), (week) => week.labOutOfRange),
      figure('systolicMean', voice.say('study-weekly.systolic-mmhg'), (week) => week.systolicMean, {
        digits: 2,
      }),
      figure('diastolicMean', voice.say('study-weekly.diastolic-mmhg'), (week) => week.diastolicMean, {
        digits: 2,
      }),
      figure('pulseMean', voice.say('study-weekly.pulse-min'), (week) => week.pulseMean, { digits: 2 }),
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
