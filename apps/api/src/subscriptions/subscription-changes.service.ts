import { Inject, Injectable } from '@nestjs/common';
import type { SubscriptionChange } from '@rounds/adapters/mongo/subscriptions.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import type { Timetable } from '@rounds/contracts/timetable';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { TemplateUse } from '../templates/template-use.service.ts';
import { Destinations } from './destinations.service.ts';
import { HandOver } from './hand-over.service.ts';
import { checkTimetable } from './rules.ts';
import { SubscriptionRecords } from './subscription-records.service.ts';
import type { ChangeSubscriptionBody } from './subscriptions.dto.ts';

const ACTIONS = {
  active: 'subscription.resume',
  paused: 'subscription.pause',
  cancelled: 'subscription.cancel',
} as const;

@Injectable()
export class SubscriptionChanges {
  constructor(
    @Inject(SubscriptionRecords) private readonly records: SubscriptionRecords,
    @Inject(Destinations) private readonly destinations: Destinations,
    @Inject(HandOver) private readonly handOver: HandOver,
    @Inject(TemplateUse) private readonly templates: TemplateUse,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @throws RoundsError CONFLICT when it is over, or another writer was faster; SUBSCRIPTION_EXISTS */
  async change(
    caller: Caller,
    id: string,
    { evenIfEqual = false, ...body }: ChangeSubscriptionBody,
  ): Promise<SubscriptionDocument> {
    const subscription = await this.records.findOwn(caller, id);
    checkTimetable(timetableAfter(subscription, body), this.now());
    const fields = Object.entries(body).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    const deed = { action: 'subscription.change', details: { fields } } as const;
    const change = await this.changeOf(subscription, body);
    const changed = await this.records.write(caller, subscription, change, deed, evenIfEqual);
    if (changed.ownerId !== subscription.ownerId)
      await this.handOver.notify(caller, [changed], subscription.ownerId);
    return changed;
  }

  /** Doing it again is no harm; a cancelled one stays so. */
  async steer(
    caller: Caller,
    id: string,
    status: 'active' | 'paused' | 'cancelled',
  ): Promise<SubscriptionDocument> {
    const over = status === 'cancelled' ? 'even if over' : undefined;
    const subscription = await this.records.findOwn(caller, id, over);
    if (subscription.status === status || subscription.status === 'ended') return subscription;
    const cleared = status === 'active' ? { pausedReason: null, ownerLostAt: null } : {};
    return this.records.write(caller, subscription, { status, ...cleared }, { action: ACTIONS[status] });
  }

  private async changeOf(
    subscription: SubscriptionDocument,
    body: ChangeSubscriptionBody,
  ): Promise<SubscriptionChange> {
    const { parameters, templateId, recipients, owner, callback, channels, ...rest } = body;
    const { studyId } = subscription;
    return {
      ...rest,
      ...(await this.destinations.accept(studyId, { recipients, callback, channels }, subscription.channels)),
      ...(owner !== undefined && (await this.handOver.ownedBy(studyId, owner))),
      ...(await this.templates.changed(subscription, { parameters, templateId })),
    };
  }
}

const timetableAfter = (subscription: SubscriptionDocument, body: ChangeSubscriptionBody): Timetable => {
  const { schedule = subscription.schedule, until = subscription.until } = body;
  const { holidays = subscription.holidays } = body;
  // Without the closing of the study: that is nothing a subscriber can mend.
  const { exceptions, snoozedUntil, made } = subscription;
  return {
    ...{ schedule, exceptions, snoozedUntil, made },
    ...{ until: until ?? undefined, holidays: holidays ?? undefined },
  };
};
