/** The trend of each section. A section whose trend is empty has no chart: an empty plot says nothing. */
import type { Chart, ChartBlock, LineChart } from '../../model/report-model.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { Label } from '../../model/words/message.ts';
import type { StudyWeeklyDataset, Trends } from '../dataset.ts';

type Week = Trends['weeks'][number];

const hasAny = (weeks: readonly Week[], value: (week: Week) => number | null): boolean =>
  weeks.some((week) => (value(week) ?? 0) > 0);

const starts = (weeks: readonly Week[]) => weeks.map(({ start }) => start);

/** The planned number would press the lines flat while it is far away. */
const plannedLevel = (planned: number | null, screened: number, voice: Voice): Pick<LineChart, 'level'> =>
  planned === null || planned > 2.5 * screened
    ? {}
    : { level: { label: voice.say('study-weekly.planned-line', { n: planned }), value: planned } };

const enrolment = (
  { trends: { weeks }, enrolment: { toDate } }: StudyWeeklyDataset,
  voice: Voice,
): Chart => ({
  kind: 'lines',
  weeks: starts(weeks),
  unit: voice.say('subjects'),
  fromZero: true,
  ...plannedLevel(toDate.planned, toDate.screened, voice),
  lines: [
    { label: voice.say('screened'), rank: 'second', values: weeks.map((week) => week.screenedToDate) },
    { label: voice.say('randomised'), rank: 'first', values: weeks.map((week) => week.randomisedToDate) },
  ],
});

const adverseEvents = ({ trends: { weeks } }: StudyWeeklyDataset, voice: Voice): Chart => ({
  kind: 'bars',
  weeks: starts(weeks),
  unit: voice.say('events'),
  values: weeks.map((week) => week.adverseEvents),
  ...(weeks.every((week) => week.seriousEvents !== null) && {
    parts: weeks.map((week) => week.seriousEvents ?? 0),
  }),
});

const laboratory = ({ trends: { weeks } }: StudyWeeklyDataset, voice: Voice): Chart => ({
  kind: 'bars',
  weeks: starts(weeks),
  unit: voice.say('results'),
  values: weeks.map((week) => week.labOutOfRange ?? 0),
});

/** Readings after the last point: `, n = 93 this week`; of two lines, the range. */
const readings = (counts: readonly number[], { period }: StudyWeeklyDataset, voice: Voice): string => {
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  const n = fewest === most ? voice.number(most) : `${voice.number(fewest)}–${voice.number(most)}`;
  return `, n = ${n} ${voice.nouns(period).current}`;
};

const vitalSigns = (dataset: StudyWeeklyDataset, voice: Voice): Chart[] => {
  const { weeks } = dataset.trends;
  const { systolic, diastolic, pulse } = dataset.vitalSigns.inPeriod;
  const n = (...signs: readonly { readonly n: number | null }[]): string =>
    readings(
      signs.map((sign) => sign.n ?? 0),
      dataset,
      voice,
    );
  return [
    {
      kind: 'lines',
      weeks: starts(weeks),
      unit: voice.say('study-weekly.blood-pressure-mmhg') + n(systolic, diastolic),
      fromZero: false,
      lines: [
        {
          label: voice.say('study-weekly.systolic'),
          rank: 'first',
          values: weeks.map((week) => week.systolicMean),
        },
        {
          label: voice.say('study-weekly.diastolic'),
          rank: 'second',
          values: weeks.map((week) => week.diastolicMean),
        },
      ],
    },
    {
      kind: 'lines',
      weeks: starts(weeks),
      unit: voice.say('study-weekly.pulse-beats-min') + n(pulse),
      fromZero: false,
      lines: [
        {
          label: voice.say('study-weekly.pulse'),
          rank: 'first',
          values: weeks.map((week) => week.pulseMean),
        },
      ],
    },
  ];
};

const CAPTIONS = {
  enrolment: 'study-weekly.subjects-screened-and-randomised-cumulative',
  'adverse-events': 'study-weekly.events-a-week',
  laboratory: 'study-weekly.out-of-range-a-week',
  'vital-signs': 'study-weekly.vital-signs-a-week',
} as const satisfies Readonly<Record<string, Label>>;
type Charted = keyof typeof CAPTIONS;

const when = (
  shown: boolean,
  id: Charted,
  voice: Voice,
  ...charts: readonly Chart[]
): Partial<Record<Charted, ChartBlock>> =>
  shown ? { [id]: { caption: voice.say(CAPTIONS[id]), charts } } : {};

export const charts = (dataset: StudyWeeklyDataset, voice: Voice): Partial<Record<Charted, ChartBlock>> => {
  const { weeks } = dataset.trends;
  const anyVitals = weeks.some(
    (week) => week.systolicMean !== null || week.diastolicMean !== null || week.pulseMean !== null,
  );
  return {
    ...when(
      hasAny(weeks, (week) => week.screenedToDate),
      'enrolment',
      voice,
      enrolment(dataset, voice),
    ),
    ...when(
      hasAny(weeks, (week) => week.adverseEvents),
      'adverse-events',
      voice,
      adverseEvents(dataset, voice),
    ),
    ...when(
      hasAny(weeks, (week) => week.labOutOfRange),
      'laboratory',
      voice,
      laboratory(dataset, voice),
    ),
    ...when(anyVitals, 'vital-signs', voice, ...vitalSigns(dataset, voice)),
  };
};

/** The two trends of the first page; none while nothing has happened. */
export const trends = (dataset: StudyWeeklyDataset, voice: Voice): ChartBlock[] =>
  hasAny(dataset.trends.weeks, (week) => week.screenedToDate)
    ? [
        { caption: voice.say('study-weekly.subjects-cumulative'), charts: [enrolment(dataset, voice)] },
        {
          caption: voice.say('study-weekly.events-a-week-title'),
          charts: [adverseEvents(dataset, voice)],
        },
      ]
    : [];
