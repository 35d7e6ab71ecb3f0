/** The figures of the first page, each with the period before beside it. */
import { tileOf, type TileSource as Source } from '../../model/parts/tiles.ts';
import type { Tile } from '../../model/report-model.ts';
import { count, number, percent, percentText } from '../../model/words/numbers.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';

/** Weekly figures from a running total; the first week has no week before it. */
const steps = (totals: readonly number[]): number[] =>
  totals.slice(1).map((total, index) => total - (totals[index] ?? 0));

const enrolment = ({ enrolment: { toDate, inPeriod }, previous, trends }: StudyWeeklyDataset): Source[] => {
  const before = previous.enrolment.inPeriod;
  const planned = toDate.planned === null ? 'to date' : `of ${number(toDate.planned)} planned`;
  return [
    {
      label: 'Screened',
      section: 'enrolment',
      now: inPeriod.screened,
      before: before.screened,
      context: `${number(toDate.screened)} to date`,
      trend: steps(trends.weeks.map((week) => week.screenedToDate)),
    },
    {
      label: 'Randomised',
      section: 'enrolment',
      now: inPeriod.randomised,
      before: before.randomised,
      context: `${number(toDate.randomised)} ${planned}`,
      trend: steps(trends.weeks.map((week) => week.randomisedToDate)),
    },
    {
      label: 'Discontinued',
      section: 'enrolment',
      now: inPeriod.discontinued,
      before: before.discontinued,
      context: `${number(toDate.discontinued)} to date, ${number(toDate.ongoing)} ongoing`,
    },
  ];
};

const adverseEvents = ({ adverseEvents: events, previous, trends }: StudyWeeklyDataset): Source[] => [
  {
    label: 'Adverse events',
    section: 'adverse-events',
    now: events.inPeriod.events,
    before: previous.adverseEvents.inPeriod.events,
    context: `${number(events.toDate.events)} to date`,
    trend: trends.weeks.map((week) => week.adverseEvents),
  },
  {
    label: 'Serious events',
    section: 'adverse-events',
    now: events.inPeriod.serious,
    before: previous.adverseEvents.inPeriod.serious,
    context: `${number(events.toDate.serious)} to date, ${number(events.toDate.fatal)} fatal`,
    urgent: events.inPeriod.serious > 0,
    trend: trends.weeks.map((week) => week.seriousEvents),
  },
];

const visits = ({ visits: { inPeriod, byVisit }, previous }: StudyWeeklyDataset): Source => ({
  label: 'Visits',
  section: 'visits',
  now: inPeriod,
  before: previous.visits.inPeriod,
  context: count(Object.keys(byVisit).length, 'kind of visit', 'kinds of visit'),
});

const laboratory = ({ laboratory: { inPeriod }, previous, trends }: StudyWeeklyDataset): Source => ({
  label: 'Lab out of range',
  section: 'laboratory',
  now: inPeriod.outOfRange,
  before: previous.laboratory.inPeriod.outOfRange,
  context: `${percentText(percent(inPeriod.outOfRange, inPeriod.results))} of ${count(inPeriod.results, 'result')}`,
  trend: trends.weeks.map((week) => week.labOutOfRange),
});

const systolic = ({ vitalSigns, previous, trends }: StudyWeeklyDataset): Source => ({
  label: 'Systolic mean, mmHg',
  section: 'vital-signs',
  now: vitalSigns.inPeriod.systolic.mean,
  before: previous.vitalSigns.inPeriod.systolic.mean,
  digits: 1,
  context: count(vitalSigns.inPeriod.systolic.n, 'reading'),
  trend: trends.weeks.map((week) => week.systolicMean),
});

export const tiles = (dataset: StudyWeeklyDataset): Tile[] =>
  [
    ...enrolment(dataset),
    visits(dataset),
    ...adverseEvents(dataset),
    laboratory(dataset),
    systolic(dataset),
  ].map(tileOf);
