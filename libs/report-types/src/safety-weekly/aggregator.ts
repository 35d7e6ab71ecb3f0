/** From the rows of a cut to the content of a `safety-weekly` dataset. Definitions: docs/safety-weekly.md. */
import type { CutDocument } from '@rounds/contracts/cut';
import type { Period } from '@rounds/contracts/period';
import type { Aggregator, Reading } from '../aggregator.ts';
import { periodBefore } from '../folds/days.ts';
import { dispositionState } from '../folds/disposition.ts';
import { combine, until, type Fold } from '../folds/fold.ts';
import { parametersOf } from '../report-type.ts';
import type { SafetyFigures, SafetyListings, SafetyWeeklyContent } from './dataset.ts';
import { COMPARED } from './figures/compared.ts';
import { deathFigures, foldDeaths, withLateDeaths } from './figures/deaths.ts';
import { foldEvents } from './figures/events.ts';
import { headline } from './figures/headline.ts';
import { foldEventListings } from './figures/listings.ts';
import { foldMet, liverFigures, liverListings } from './figures/liver.ts';
import { foldNotComputed, undatedDeaths } from './figures/not-computed.ts';
import { foldWeeks, withDeaths } from './figures/trends.ts';
import { safetyWeekly, type SafetyParameters } from './safety-weekly.ts';

/** Subjects with DM, and with the milestone of randomisation. Reads rows to date only. */
const foldSubjects = (): Fold<SafetyFigures['subjects']> => {
  const [screened, randomised] = [new Set<string>(), new Set<string>()];
  return {
    on: {
      DM: ({ subject }) => screened.add(subject),
      DS: ({ subject, row }) => {
        if (dispositionState(row) === 'randomised') randomised.add(subject);
      },
    },
    result: () => ({ screened: screened.size, randomised: randomised.size }),
  };
};

const foldPeriod = (period: Period, { minimumSeverity }: SafetyParameters, label: Reading['label']) =>
  until(
    period.end,
    combine({ subjects: foldSubjects(), events: foldEvents(period, minimumSeverity, label) }),
  );

const foldRows = ({ period, label }: Reading, parameters: SafetyParameters) =>
  until(
    period.end,
    combine({
      current: foldPeriod(period, parameters, label),
      previous: foldPeriod(periodBefore(period), parameters, label),
      deaths: foldDeaths(period),
      met: foldMet(),
      weeks: foldWeeks(period.end, parameters.minimumSeverity),
      events: foldEventListings(period, parameters.minimumSeverity),
      notComputed: foldNotComputed(),
    }),
  );

type Rows = ReturnType<typeof foldRows> extends Fold<infer Result> ? Result : never;

const figuresOf = (own: Rows['current'], { deaths, met }: Rows, period: Period): SafetyFigures => ({
  ...own,
  deaths: deathFigures(deaths, period),
  liver: liverFigures(met, period),
});

const contentOf = (rows: Rows, { period }: Reading, parameters: SafetyParameters): SafetyWeeklyContent => {
  const before = periodBefore(period);
  return {
    ...figuresOf(rows.current, rows, period),
    parameters,
    previous: { period: before, ...figuresOf(rows.previous, rows, before) },
    trends: { weeks: withDeaths(rows.weeks, rows.deaths) },
    listings: { ...rows.events, deaths: rows.deaths, ...liverListings(rows.met, period) },
  };
};

/** Subjects of whom the report speaks by name. */
const concerned = ({ serious, severe, deaths, candidates, signals }: SafetyListings): ReadonlySet<string> =>
  new Set(
    [serious, severe, deaths, candidates, signals].flatMap((rows) => rows.map(({ subject }) => subject)),
  );

const showsNarratives = (listings: SafetyListings, { narratives }: SafetyParameters) => {
  const subjects = concerned(listings);
  return ({ kind, subject }: CutDocument): boolean =>
    narratives && kind === 'text' && subject !== null && subjects.has(subject);
};

export const safetyWeeklyAggregator: Aggregator<SafetyWeeklyContent> = {
  domains: ['DM', 'DS', 'AE', 'LB'],
  fold: (reading) => {
    const parameters = parametersOf(safetyWeekly, reading.parameters);
    const fold = foldRows(reading, parameters);
    return {
      on: fold.on,
      result: () => {
        const rows = fold.result();
        const content = contentOf(rows, reading, parameters);
        return {
          content,
          notComputed: [...rows.notComputed, ...undatedDeaths(rows.deaths)],
          shows: showsNarratives(content.listings, parameters),
        };
      },
    };
  },
  compared: COMPARED,
  since: (content, last) => ({
    ...content,
    listings: {
      ...content.listings,
      deaths: withLateDeaths(content.listings.deaths, last.listings.deaths),
    },
  }),
  headline,
};
