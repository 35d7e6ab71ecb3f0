/** From the rows of a cut to the content of a `safety-weekly` dataset. Definitions: docs/safety-weekly.md. */
import type { CutDocument } from '@rounds/contracts/cut';
import type { Period } from '@rounds/contracts/period';
import type { Aggregator, Made, Reading } from '../aggregator.ts';
import { comparedOf, needsOf } from '../figures/declared.ts';
import { periodBefore } from '../folds/days.ts';
import { deathFigures, foldDeaths, withLateDeaths } from '../folds/deaths.ts';
import { foldRandomised } from '../folds/disposition.ts';
import { lackingOf } from '../folds/enrolment.ts';
import { combine, isBefore, until, type Fold } from '../folds/fold.ts';
import { keepAll, keepSet } from '../folds/kept.ts';
import { isGraveEvent, isGraveResult, isOfDeath, undatedDeaths } from '../quality/grave.ts';
import { foldLiverDoubts } from '../quality/liver-doubts.ts';
import { distinctDoubts, foldRowQuality } from '../quality/row-quality.ts';
import { parametersOf } from '../report-type.ts';
import type { Known } from '../terms/known.ts';
import type { SafetyFigures, SafetyListings, SafetyWeeklyContent } from './dataset.ts';
import { foldEvents, type Judging } from './figures/events.ts';
import { FIGURES } from './figures/figures.ts';
import { headline } from './figures/headline.ts';
import { foldEventListings } from './figures/listings.ts';
import { foldMet, liverFigures, liverListings } from './figures/liver.ts';
import { foldNotComparable, undatedDeathsUncounted } from './figures/not-computed.ts';
import { foldWeeks, withDeaths } from './figures/trends.ts';
import { safetyWeekly, type SafetyParameters } from './safety-weekly.ts';

/** Subjects with DM, and with the milestone of randomisation. Reads rows to date only. */
const foldSubjects = (end: Period['end'], known: Known): Fold<SafetyFigures['subjects']> => {
  const [randomised, screened] = [foldRandomised(known), keepSet()];
  return {
    ...keepAll({ randomised, screened }),
    on: {
      ...randomised.on,
      DM: (row) => {
        if (isBefore(end, row)) screened.add(row.subject);
      },
    },
    result: () => ({
      screened: screened.values.size,
      randomised: lackingOf(known).randomised === undefined ? randomised.result().size : null,
    }),
  };
};

const foldPeriod = (period: Period, judging: Judging, label: Reading['label']) =>
  until(
    period.end,
    combine({
      subjects: foldSubjects(period.end, judging.known),
      events: foldEvents(period, judging, label),
    }),
  );

const foldRows = (reading: Reading, { minimumSeverity: minimum }: SafetyParameters) => {
  const { period, label, known } = reading;
  const judging = { minimum, known };
  return until(
    period.end,
    combine({
      current: foldPeriod(period, judging, label),
      previous: foldPeriod(periodBefore(period), judging, label),
      deaths: foldDeaths(period, known),
      met: foldMet(known),
      weeks: foldWeeks(period.end, judging),
      events: foldEventListings(period, judging),
      notComparable: foldNotComparable(known),
      quality: foldRowQuality(needsOf(FIGURES, reading), period, known),
      liverDoubts: foldLiverDoubts(period, known),
    }),
  );
};

type Rows = ReturnType<typeof foldRows> extends Fold<infer Result> ? Result : never;

const figuresOf = (
  own: Rows['current'],
  { deaths, met }: Rows,
  period: Period,
  known: Known,
): SafetyFigures => ({
  ...own,
  deaths: deathFigures(deaths, period),
  liver: liverFigures(met, period, known),
});

const contentOf = (
  rows: Rows,
  { period, known }: Reading,
  parameters: SafetyParameters,
): SafetyWeeklyContent => {
  const before = periodBefore(period);
  return {
    ...figuresOf(rows.current, rows, period, known),
    parameters,
    previous: { period: before, ...figuresOf(rows.previous, rows, before, known) },
    trends: { weeks: withDeaths(rows.weeks, rows.deaths) },
    listings: { ...rows.events, deaths: rows.deaths, ...liverListings(rows.met, period) },
    attention: { doubts: [] },
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

const qualityOf = ({ quality, notComparable, liverDoubts, deaths }: Rows): Made<unknown>['quality'] => ({
  ...quality,
  notComputed: [...quality.notComputed, ...notComparable, ...undatedDeathsUncounted(deaths)],
  doubts: distinctDoubts([...quality.doubts, ...liverDoubts, ...undatedDeaths(deaths)]),
});

export const safetyWeeklyAggregator: Aggregator<SafetyWeeklyContent> = {
  domains: ['DM', 'DS', 'AE', 'LB'],
  keeps: ['DS', 'AE', 'LB'],
  fold: (reading) => {
    const parameters = parametersOf(safetyWeekly, reading.parameters);
    const fold = foldRows(reading, parameters);
    return {
      ...fold,
      result: () => {
        const rows = fold.result();
        const content = contentOf(rows, reading, parameters);
        return {
          content,
          quality: qualityOf(rows),
          shows: showsNarratives(content.listings, parameters),
        };
      },
    };
  },
  showsDocuments: true,
  urgent: {
    rows: { DM: () => false, DS: isOfDeath, AE: isGraveEvent, LB: isGraveResult },
    tellsLate: true,
    withDoubts: (content, doubts) => ({ ...content, attention: { doubts } }),
    doubtsIn: ({ attention: { doubts } }) => doubts,
  },
  compared: comparedOf(FIGURES),
  since: (content, last) => ({
    ...content,
    listings: { ...content.listings, deaths: withLateDeaths(content.listings.deaths, last.listings.deaths) },
  }),
  headline,
};
