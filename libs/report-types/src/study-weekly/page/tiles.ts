/** The figures of the first page, each with the period before beside it. */
import { tileOf, type TileSource as Source } from '../../model/parts/tiles.ts';
import type { Tile } from '../../model/report-model.ts';
import { percent } from '../../model/words/numbers.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';

/** Weekly figures from a running total; the first week has no week before it. */
const steps = (totals: readonly (number | null)[]): (number | null)[] =>
  totals.slice(1).map((total, index) => (total === null ? null : total - (totals[index] ?? 0)));

const enrolment = (
  { enrolment: { toDate, inPeriod }, previous, trends }: StudyWeeklyDataset,
  { say }: Voice,
): Source[] => {
  const before = previous.enrolment.inPeriod;
  const { randomised, planned } = toDate;
  return [
    {
      label: say('screened'),
      section: 'enrolment',
      now: inPeriod.screened,
      before: before.screened,
      context: say('n-to-date', { n: toDate.screened }),
      trend: steps(trends.weeks.map((week) => week.screenedToDate)),
    },
    {
      label: say('randomised'),
      section: 'enrolment',
      now: inPeriod.randomised,
      before: before.randomised,
      context:
        planned === null
          ? say('n-to-date', { n: randomised })
          : say('study-weekly.n-of-planned', { n: randomised, planned }),
      trend: steps(trends.weeks.map((week) => week.randomisedToDate)),
    },
    {
      label: say('discontinued'),
      section: 'enrolment',
      now: inPeriod.discontinued,
      before: before.discontinued,
      context: say('study-weekly.n-to-date-ongoing', { n: toDate.discontinued, ongoing: toDate.ongoing }),
    },
  ];
};

const adverseEvents = (
  { adverseEvents: events, previous, trends }: StudyWeeklyDataset,
  { say }: Voice,
): Source[] => [
  {
    label: say('adverse-events'),
    section: 'adverse-events',
    now: events.inPeriod.events,
    before: previous.adverseEvents.inPeriod.events,
    context: say('n-to-date', { n: events.toDate.events }),
    trend: trends.weeks.map((week) => week.adverseEvents),
  },
  {
    label: say('serious-events'),
    section: 'adverse-events',
    now: events.inPeriod.serious,
    before: previous.adverseEvents.inPeriod.serious,
    context: say('n-to-date', { n: events.toDate.serious }),
    urgent: (events.inPeriod.serious ?? 0) > 0,
    trend: trends.weeks.map((week) => week.seriousEvents),
  },
  {
    label: say('fatal-events'),
    section: 'adverse-events',
    now: events.inPeriod.fatal,
    before: previous.adverseEvents.inPeriod.fatal,
    context: say('n-to-date', { n: events.toDate.fatal }),
    urgent: (events.inPeriod.fatal ?? 0) > 0,
  },
];

const visits = ({ visits: { inPeriod, byVisit }, previous }: StudyWeeklyDataset, { say }: Voice): Source => ({
  label: say('visits'),
  section: 'visits',
  now: inPeriod,
  before: previous.visits.inPeriod,
  context: say('study-weekly.kinds-of-visit', { n: Object.keys(byVisit).length }),
});

const laboratory = (
  { laboratory: { inPeriod }, previous, trends }: StudyWeeklyDataset,
  { say, percent: inPercent }: Voice,
): Source => ({
  label: say('study-weekly.lab-out-of-range'),
  section: 'laboratory',
  now: inPeriod.outOfRange,
  before: previous.laboratory.inPeriod.outOfRange,
  context: say('study-weekly.share-of-results', {
    share: inPercent(percent(inPeriod.outOfRange, inPeriod.results)),
    n: inPeriod.results,
  }),
  trend: trends.weeks.map((week) => week.labOutOfRange),
});

const systolic = ({ vitalSigns, previous, trends }: StudyWeeklyDataset, { say }: Voice): Source => ({
  label: say('study-weekly.systolic-mean-mmhg'),
  section: 'vital-signs',
  now: vitalSigns.inPeriod.systolic.mean,
  before: previous.vitalSigns.inPeriod.systolic.mean,
  digits: 2,
  context: say('study-weekly.n-readings', { n: vitalSigns.inPeriod.systolic.n }),
  trend: trends.weeks.map((week) => week.systolicMean),
});

export const tiles = (dataset: StudyWeeklyDataset, voice: Voice): Tile[] =>
  [
    ...enrolment(dataset, voice),
    visits(dataset, voice),
    ...adverseEvents(dataset, voice),
    laboratory(dataset, voice),
    systolic(dataset, voice),
  ].map((source) => tileOf(source, voice));
