/** From the rows of a cut to the content of a `study-weekly` dataset. Definitions: docs/study-weekly.md. */
import { DATED_DOMAINS } from '@rounds/contracts/cut';
import type { DataQuality } from '@rounds/contracts/dataset';
import type { Aggregator, Reading } from '../aggregator.ts';
import { periodBefore } from '../folds/days.ts';
import { combine, until, type Fold } from '../folds/fold.ts';
import { foldLabSignals } from '../folds/liver.ts';
import { foldLastActivity } from '../folds/silence.ts';
import { parametersOf } from '../report-type.ts';
import type { StudyWeeklyContent } from './dataset.ts';
import { attention, foldNewDeaths } from './figures/attention.ts';
import { COMPARED } from './figures/compared.ts';
import { foldNotComputed } from './figures/data-quality.ts';
import { foldFigures } from './figures/figures.ts';
import { headline } from './figures/headline.ts';
import { foldListings } from './figures/listings.ts';
import { foldTrends } from './figures/trends.ts';
import { studyWeekly } from './study-weekly.ts';

const foldRows = ({ period, planned, label, scope: { unblinded } }: Reading) => {
  const context = { period, planned, label, unblinded };
  return until(
    period.end,
    combine({
      figures: foldFigures(context),
      previous: foldFigures({ ...context, period: periodBefore(period) }),
      trends: foldTrends(period.end),
      listings: foldListings(period),
      notComputed: foldNotComputed(context),
      labSignals: foldLabSignals(period),
      lastActivity: foldLastActivity(),
      newDeaths: foldNewDeaths(period),
    }),
  );
};

type Rows = ReturnType<typeof foldRows> extends Fold<infer Result> ? Result : never;

/** Of some sites, `planned` is null by its definition; of all, it is a figure that TS ought to give. */
const missingPlanned = ({ scope, planned }: Reading): DataQuality['notComputed'] =>
  scope.sites === 'all' && planned === null
    ? [{ figure: 'enrolment.toDate.planned', reason: 'TS has no PLANSUB.' }]
    : [];

const contentOf = ({ period }: Reading, rows: Rows): StudyWeeklyContent => ({
  ...rows.figures,
  previous: { period: periodBefore(period), ...rows.previous },
  attention: attention(rows.figures, rows, period.end),
  trends: rows.trends,
  listings: rows.listings,
});

export const studyWeeklyAggregator: Aggregator<StudyWeeklyContent> = {
  domains: DATED_DOMAINS,
  fold: (reading) => {
    parametersOf(studyWeekly, reading.parameters);
    const rows = foldRows(reading);
    return {
      on: rows.on,
      result: () => {
        const read = rows.result();
        return {
          content: contentOf(reading, read),
          notComputed: [...missingPlanned(reading), ...read.notComputed],
          shows: () => true,
        };
      },
    };
  },
  compared: COMPARED,
  headline,
};
