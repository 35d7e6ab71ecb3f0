/** What the dataset tells of the cut last delivered, and whether anything within the scope differs from it. */
import type { Changes } from '@rounds/contracts/dataset';
import type { Aggregator, WithPrevious } from '@rounds/report-types/aggregator';
import type { ComparedFigure } from '@rounds/report-types/compared';
import { changeSentences, inBrief } from '@rounds/report-types/model/parts/change-words';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { Cut } from './cut-reader.ts';
import type { StageInput } from './stage-input.ts';
import { movedFigures, restatedFigures } from './moves.ts';
import type { ReadRows } from './read-rows.ts';

type Shown = Cut['manifest']['documents'];

export const changesOf = <Content extends WithPrevious>(
  { compared: figures }: Pick<Aggregator<Content>, 'compared'>,
  { isOnDemand, scope, cut, previous }: StageInput,
  { made, last, compared }: ReadRows<Content>,
): Changes => {
  const notCompared = isOnDemand ? 'onDemand' : 'firstReport';
  if (previous === 'none') return withWords({ first: true, notCompared, byDomain: {} }, figures);
  if (previous === 'damaged')
    return withWords({ first: false, notCompared: 'damaged', byDomain: {} }, figures);
  if (previous === 'gone' || compared === undefined)
    return withWords({ first: false, notCompared: 'noLongerKept', byDomain: {} }, figures);
  const { sites: held, period } = previous.manifest;
  const needed = scope.sites === 'all' ? cut.siteIds : scope.sites;
  const { moves, ...rows } = compared;
  const changes = {
    first: false,
    comparedWith: { cut: previous.sha256, period },
    sitesNotHeld: held === 'all' ? [] : needed.filter((site) => !held.includes(site)),
    ...rows,
    ...(last && {
      figures: movedFigures(figures, last, made.content, moves),
      restated: restatedFigures(figures, last, made.content),
    }),
  };
  return withWords(changes, figures);
};

const withWords = (changes: Omit<Changes, 'headline'>, figures: readonly ComparedFigure[]): Changes => ({
  ...changes,
  // The dataset is of no language: the mail and the page say this again in their reader's.
  headline: changeSentences(inBrief(changes), figures, voiceOf()),
});

/** A document of the period that the last report did not hold is a change, as a row is. */
export const isChanged = (
  { previous }: StageInput,
  compared: ReadRows<unknown>['compared'],
  shown: Shown,
): boolean => {
  if (typeof previous === 'string' || Object.keys(compared?.byDomain ?? {}).length > 0) return true;
  const nameOf = ({ documentId, sha256 }: Shown[number]) => `${documentId}|${sha256}`;
  const held = new Set(previous.manifest.documents.map(nameOf));
  return shown.some((document) => !held.has(nameOf(document)));
};
