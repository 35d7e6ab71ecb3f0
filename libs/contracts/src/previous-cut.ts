/** The cut that the next report of a subscription is compared with. */
import type { SubscriptionDocument } from './collections.ts';
import type { CutRef, PreviousCut } from './run.ts';
import { scopeKey, type Scope } from './scope.ts';

/** Undefined before the first report that reached somebody. */
export const previousCutOf = (
  subscription: Pick<SubscriptionDocument, 'lastDeliveredCut' | 'deliveredCuts'> | null,
): PreviousCut | undefined => {
  const { lastDeliveredCut: last, deliveredCuts = [] } = subscription ?? {};
  if (last === undefined) return undefined;
  return { ...last, delivered: Object.fromEntries(deliveredCuts.map(({ scope, cut }) => [scope, cut])) };
};

/** Undefined: readers of the scope got no report yet, whatever others have. */
export const cutFor = (previous: PreviousCut | undefined, scope: Scope): CutRef | undefined =>
  previous?.delivered === undefined ? previous : previous.delivered[scopeKey(scope)];
