/** Why a figure is not of every row: what is not about single variables. Reads rows to date only. */
import type { NotComputed } from '@rounds/contracts/dataset';
import type { Death } from '../../folds/deaths.ts';
import type { Fold } from '../../folds/fold.ts';
import { keepAll, keepCount } from '../../folds/kept.ts';
import { LIVER_WORDS, isLiverKnown, liverResult, type LiverCriterion } from '../../folds/liver.ts';
import { undatedDeaths } from '../../quality/grave.ts';
import type { Known } from '../../terms/known.ts';

export const foldNotComparable = (known: Known): Fold<readonly NotComputed[]> => {
  const liver: Record<LiverCriterion, ReturnType<typeof keepCount>> = {
    altOrAst3xUln: keepCount(),
    bilirubin2xUln: keepCount(),
  };
  const isKnown = isLiverKnown(known);
  return {
    ...keepAll(liver),
    on: {
      LB: ({ row }) => {
        const result = isKnown ? liverResult(row, known) : undefined;
        if (result?.comparable === false) liver[result.criterion].add();
      },
    },
    result: () =>
      (['altOrAst3xUln', 'bilirubin2xUln'] as const).flatMap((criterion) =>
        liver[criterion].value() === 0
          ? []
          : [
              {
                figure: `liver.toDate.${criterion}`,
                code: 'results-not-comparable' as const,
                values: { tests: LIVER_WORDS[criterion], rows: liver[criterion].value() },
              },
            ],
      ),
  };
};

export const undatedDeathsUncounted = (deaths: readonly Death[]): NotComputed[] =>
  undatedDeaths(deaths).map((doubt) => ({ figure: 'deaths.inPeriod', ...doubt }));
