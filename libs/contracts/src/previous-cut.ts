/** The cut that the next report of a subscription is compared with. */
import type { SubscriptionDocument } from './collections.ts';
import type { CutRef, PreviousCut } from './run.ts';
import { scopeKey, type Scope } from './scope.ts';

/** Undefined before the first report that reached somebody. */
export const previousCutOf = (
  subscription: Pick<SubscriptionDocument, 'lastDeliveredCut' | 'deliveredCuts'> | null,
): PreviousCut | undefined => {
  const last = subscription?.lastDeliveredCut;
  if (last === undefined) return undefined;
  const others = (subscription?.deliveredCuts ?? []).filter(({ cut }) => cut.sha256 !== last.sha256);
  if (others.length === 0) return last;
  return { ...last, byScope: Object.fromEntries(others.map(({ scope, cut }) => [scope, cut])) };
};

export const cutFor = (previous: PreviousCut | undefined, scope: Scope): CutRef | undefined =>
  previous?.byScope?.[scopeKey(scope)] ?? previous;
