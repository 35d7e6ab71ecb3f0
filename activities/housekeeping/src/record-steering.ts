import type { Clock } from '@rounds/adapters/clock';
import type { SubscriptionsRepository } from '@rounds/adapters/mongo/subscriptions.repository';
import { desiredOf } from '@rounds/adapters/temporal/commands/apply-desired';
import type { HousekeepingActivities } from '@rounds/contracts/activities';
import { RoundsError } from '@rounds/contracts/errors';
import type { SteerableStatus } from '@rounds/contracts/messages';
import type { ChangeSubscription } from '@rounds/adapters/mongo/change-subscription';

type RecordSteering = HousekeepingActivities['recordSteering'];

const STATUS_AFTER = { pause: 'paused', resume: 'active', cancel: 'cancelled' } as const satisfies Record<
  Parameters<RecordSteering>[0]['action'],
  SteerableStatus
>;

export const createRecordSteering = (
  subscriptions: Pick<SubscriptionsRepository, 'find'>,
  changeSubscription: ChangeSubscription,
  now: Clock,
): RecordSteering => {
  const record: RecordSteering = async (input) => {
    const { subscriptionId, action } = input;
    const subscription = await subscriptions.find(subscriptionId, 'every');
    if (subscription === null) throw new RoundsError('NOT_FOUND', 'The subscription is not there.');
    const status = STATUS_AFTER[action];
    const isOver = subscription.status === 'cancelled' || subscription.status === 'ended';
    // Steered already (this is a retry), or over: nothing brings a subscription back.
    if (isOver || subscription.status === status) return desiredOf(subscription);
    const changed = await changeSubscription(`subscription.${action}`, subscription, { status }, now());
    // Its owner changed it in between: look again.
    return changed === null ? await record(input) : desiredOf(changed);
  };
  return record;
};
