/** What the next report of a subscription is compared with: the cut last delivered to anybody, and to each scope. */
import type { DeliveredCut, RunDocument, SubscriptionDocument } from '@rounds/contracts/collections';
import type { LocalDate } from '@rounds/contracts/period';
import type { CutRef } from '@rounds/contracts/run';
import type { ClientSession, Collection } from 'mongodb';

/** An older run that is redriven does not put itself in the place of a newer one. */
const delivered = (
  before: readonly DeliveredCut[],
  scopes: readonly string[],
  cut: CutRef,
  due: LocalDate,
): DeliveredCut[] => {
  const newer = new Set(before.filter((each) => each.due > due).map(({ scope }) => scope));
  const added = scopes.filter((scope) => !newer.has(scope)).map((scope) => ({ scope, cut, due }));
  return [...before.filter(({ scope }) => !added.some((each) => each.scope === scope)), ...added];
};

/** @param scopes by `scopeKey`, those of which a reader has the report. Again does no harm. */
export const recordDelivered = async (
  subscriptions: Collection<SubscriptionDocument>,
  { subscriptionId, studyId, due }: Pick<RunDocument, 'subscriptionId' | 'studyId' | 'due'>,
  cut: CutRef,
  scopes: readonly string[],
  session?: ClientSession,
): Promise<void> => {
  const key = { _id: subscriptionId ?? '', studyId };
  const within = session === undefined ? {} : { session };
  for (;;) {
    const known = await subscriptions.findOne(key, { ...within, projection: { deliveredCuts: 1 } });
    if (known === null) return;
    const { deliveredCuts: before } = known;
    const as = { ...key, deliveredCuts: before ?? { $exists: false } };
    const deliveredCuts = delivered(before ?? [], scopes, cut, due);
    const { matchedCount } = await subscriptions.updateOne(as, { $set: { deliveredCuts } }, within);
    // Else another run was delivered in between.
    if (matchedCount === 1) break;
  }
  const isNewest = [{ lastDeliveredDue: { $exists: false } }, { lastDeliveredDue: { $lte: due } }];
  const newest = { $set: { lastDeliveredCut: cut, lastDeliveredDue: due } };
  await subscriptions.updateOne({ ...key, $or: isNewest }, newest, within);
};
