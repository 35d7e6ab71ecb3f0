/** From the rows of a cut to the content of a `study-weekly` dataset. Definitions: docs/study-weekly.md. */
import { DATED_DOMAINS } from '@rounds/contracts/cut';
import type { NotComputed } from '@rounds/contracts/dataset';
import type { Aggregator, Reading } from '../aggregator.ts';
import { comparedOf, needsOf } from '../figures/declared.ts';
import { foldFigures } from '../figures/fold.ts';
import { periodBefore } from '../folds/days.ts';
import { GROWING_DOMAINS, combine, until, type Fold } from '../folds/fold.ts';
import { foldDeaths, withLateDeaths } from '../folds/deaths.ts';
import { foldLabSignals } from '../folds/liver.ts';
import { foldLastActivity } from '../folds/silence.ts';
import { parametersOf } from '../report-type.ts';
import type { StudyWeeklyContent } from './dataset.ts';
import { attention } from './figures/attention.ts';
import { foldNotComputed } from './figures/data-quality.ts';
import { FIGURES } from './figures/figures.ts';
import { headline } from './figures/headline.ts';
import { foldListings } from './figures/listings.ts';
import { foldTrends } from './figures/trends.ts';
import { foldConversions } from './figures/vital-signs.ts';
import { isGraveEvent, isGraveResult, isOfDeath, undatedDeaths } from '../quality/grave.ts';
import { foldLiverDoubts } from '../quality/liver-doubts.ts';
import { distinctDoubts, foldRowQuality } from '../quality/row-quality.ts';
import { foldVisitOrder } from './figures/visits.ts';
import { studyWeekly } from './study-weekly.ts';

const foldRows = (reading: Reading) => {
  const { period, label, known } = reading;
  return until(
    period.end,
    combine({
      figures: foldFigures(FIGURES, reading),
      previous: foldFigures(FIGURES, { ...reading, period: periodBefore(period) }),
      trends: foldTrends(period.end, known),
      listings: foldListings(period, known),
      notComputed: foldNotComputed(reading),
      quality: foldRowQuality(needsOf(FIGURES, reading), period, known),
      converted: foldConversions(period),
      liverDoubts: foldLiverDoubts(period, known),
      labSignals: foldLabSignals(period, known),
      lastActivity: foldLastActivity(period.end),
      deaths: foldDeaths(period, known),
      visitOrder: foldVisitOrder(label),
    }),
  );
};

type Rows = ReturnType<typeof foldRows> extends Fold<infer Result> ? Result : never;

/** Of some sites, `planned` is null by its definition; of all, it is a figure that TS ought to give. */
const missingPlanned = ({ scope, planned }: Reading): NotComputed[] =>
  scope.sites === 'all' && planned === null
    ? [{ figure: 'enrolment.toDate.planned', code: 'parameter-lacking', values: { parameter: 'PLANSUB' } }]
    : [];

const contentOf = ({ period }: Reading, rows: Rows): StudyWeeklyContent => ({
  ...rows.figures,
  previous: { period: periodBefore(period), ...rows.previous },
  visitOrder: rows.visitOrder,
  attention: attention(rows.figures, rows, period.end),
  trends: rows.trends,
  listings: { ...rows.listings, deaths: rows.deaths },
});

export const studyWeeklyAggregator: Aggregator<StudyWeeklyContent> = {
  domains: DATED_DOMAINS,
  keeps: GROWING_DOMAINS,
  fold: (reading) => {
    parametersOf(studyWeekly, reading.parameters);
    const rows = foldRows(reading);
    return {
      ...rows,
      result: () => {
        const read = rows.result();
        return {
          content: contentOf(reading, read),
          quality: {
            ...read.quality,
            doubts: distinctDoubts([
              ...read.quality.doubts,
              ...read.liverDoubts,
              ...undatedDeaths(read.deaths),
            ]),
            notComputed: [...missingPlanned(reading), ...read.quality.notComputed, ...read.notComputed],
            converted: read.converted,
          },
          shows: () => true,
        };
      },
    };
  },
  showsDocuments: true,
  urgent: {
    rows: { DM: () => false, DS: isOfDeath, AE: isGraveEvent, LB: isGraveResult },
    tellsLate: true,
    withDoubts: (content, doubts) => ({ ...content, attention: { ...content.attention, doubts } }),
    doubtsIn: ({ attention: { doubts } }) => doubts,
  },
  compared: comparedOf(FIGURES),
  since: (content, last) => ({
    ...content,
    listings: { ...content.listings, deaths: withLateDeaths(content.listings.deaths, last.listings.deaths) },
  }),
  headline,
};
