/** Which rows a report shows on its first page, were they of its period. */
import type { Doubt } from '@rounds/contracts/dataset';
import type { SdtmRow } from '@rounds/contracts/received';
import { isFatal, isPossibleDeath, isSeriousByCriterion } from '../folds/adverse-event.ts';
import type { Death } from '../folds/deaths.ts';
import { comparedResult, liverResult } from '../folds/liver.ts';
import type { Known } from '../terms/known.ts';

/** Serious, fatal, or not known to be neither. */
export const isGraveEvent = (row: SdtmRow, known: Known): boolean =>
  known.term('AE.AESER', row) !== 'N' ||
  isFatal(row, known) ||
  isSeriousByCriterion(row, known) ||
  isPossibleDeath(row, known) ||
  known.understand('AE.AEOUT', row).how === 'not';

/** Meets a liver criterion, or cannot be judged; of a specimen that nobody understands too. */
export const isGraveResult = (row: SdtmRow, known: Known): boolean => {
  const isOfNoKnown = known.understand('LB.LBSPEC', row).how === 'not';
  const liver = isOfNoKnown ? comparedResult(row) : liverResult(row, known);
  return liver !== undefined && (!liver.comparable || liver.met);
};

export const isOfDeath = (row: SdtmRow, known: Known): boolean => known.term('DS.DSDECOD', row) === 'DEATH';

/** Whether they are of the period is not known; the report before may have had them. */
export const undatedDeaths = (deaths: readonly Death[]): (Doubt & { code: 'deaths-undated' })[] => {
  const subjects = deaths.filter(({ day }) => day === null).length;
  return subjects === 0 ? [] : [{ code: 'deaths-undated', values: { subjects } }];
};
