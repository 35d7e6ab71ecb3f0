/** Why a figure is not of every row: what is not about single variables. Reads rows to date only. */
import type { NotComputed } from '@rounds/contracts/dataset';
import type { Death } from '../../folds/deaths.ts';
import type { Fold } from '../../folds/fold.ts';
import { LIVER_WORDS, isLiverKnown, liverResult, type LiverCriterion } from '../../folds/liver.ts';
import { undatedDeaths } from '../../quality/grave.ts';
import type { Known } from '../../terms/known.ts';

export const foldNotComparable = (known: Known): Fold<readonly NotComputed[]> => {
  const liver: Record<LiverCriterion, number> = { altOrAst3xUln: 0, bilirubin2xUln: 0 };
  const isKnown = isLiverKnown(known);
  return {
    on: {
      LB: ({ row }) => {
        const result = isKnown ? liverResult(row, known) : undefined;
        if (result?.comparable === false) liver[result.criterion] += 1;
      },
    },
    result: () =>
      (['altOrAst3xUln', 'bilirubin2xUln'] as const).flatMap((criterion) =>
        liver[criterion] === 0
          ? []
          : [
              {
                figure: `liver.toDate.${criterion}`,
                code: 'results-not-comparable' as const,
                values: { tests: LIVER_WORDS[criterion], rows: liver[criterion] },
              },
            ],
      ),
  };
};

export const undatedDeathsUncounted = (deaths: readonly Death[]): NotComputed[] =>
  undatedDeaths(deaths).map((doubt) => ({ figure: 'deaths.inPeriod', ...doubt }));
