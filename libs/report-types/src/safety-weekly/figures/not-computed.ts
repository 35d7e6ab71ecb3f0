/** Why a figure is not of every row. Reads rows to date only. */
import type { DataQuality } from '@rounds/contracts/dataset';
import type { Fold } from '../../folds/fold.ts';
import { LIVER_WORDS, liverResult, type LiverCriterion } from '../../folds/liver.ts';
import { coded } from '../../folds/study-row.ts';
import { count } from '../../model/words/numbers.ts';
import type { Death } from '../dataset.ts';
import { SEVERITIES } from '../safety-weekly.ts';

type NotComputed = DataQuality['notComputed'];

const when = (n: number, figure: string, reason: string): NotComputed =>
  n === 0 ? [] : [{ figure, reason }];

export const foldNotComputed = (): Fold<NotComputed> => {
  const liver: Record<LiverCriterion, number> = { altOrAst3xUln: 0, bilirubin2xUln: 0 };
  let ungraded = 0;
  return {
    on: {
      AE: ({ row }) => {
        if (!(SEVERITIES as readonly string[]).includes(coded(row, 'AESEV'))) ungraded += 1;
      },
      LB: ({ row }) => {
        const result = liverResult(row);
        if (result?.comparable === false) liver[result.criterion] += 1;
      },
    },
    result: () => [
      ...when(
        ungraded,
        'events.toDate.severe',
        `${count(ungraded, 'event')} to date without a severity (AESEV): not counted as severe.`,
      ),
      ...(['altOrAst3xUln', 'bilirubin2xUln'] as const).flatMap((criterion) =>
        when(
          liver[criterion],
          `liver.toDate.${criterion}`,
          `${count(liver[criterion], 'row')} of ${LIVER_WORDS[criterion]} to date without a numeric result or an upper limit: left out.`,
        ),
      ),
    ],
  };
};

export const undatedDeaths = (deaths: readonly Death[]): NotComputed => {
  const undated = deaths.filter(({ day }) => day === null).length;
  const reason = `${count(undated, 'subject')} with DTHFL Y and no day of death: counted to date, in no period.`;
  return when(undated, 'deaths.inPeriod', reason);
};
