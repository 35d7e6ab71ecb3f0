import { Inject, Injectable } from '@nestjs/common';
import type { Mongo } from '@rounds/adapters/mongo/client';
import {
  createSubscriptionsRepository,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { nextRuns } from '@rounds/contracts/timetable-arithmetic';
import type { ClientSession } from 'mongodb';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, MONGO, type Clock } from '../platform/tokens.ts';

/** Schedules that have these in common are the same, however they are written. */
const COMPARED_RUNS = 5;

/** Writes new subscriptions; of two equal ones of one owner the second only where it is wanted. */
@Injectable()
export class NewSubscriptions {
  constructor(
    @Inject(MONGO) private readonly mongo: Mongo,
    @Inject(createSubscriptionsRepository) private readonly subscriptions: SubscriptionsRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * The same id again keeps the first.
   *
   * @returns the record that stands
   * @throws RoundsError SUBSCRIPTION_EXISTS
   */
  async insert(
    caller: Caller,
    subscription: SubscriptionDocument,
    evenIfEqual: boolean,
  ): Promise<SubscriptionDocument> {
    const { _id: id, studyId } = subscription;
    await this.audit.change(
      caller,
      async (audited) => {
        if (!evenIfEqual) await this.demandNoEqual(subscription, audited.session);
        return this.subscriptions.insert(subscription, audited);
      },
      () => ({ action: 'subscription.create', id, studyId, ...valuesOf('subscription', null, subscription) }),
    );
    return (await this.subscriptions.find(id, [studyId])) ?? subscription;
  }

  private async demandNoEqual(subscription: SubscriptionDocument, session: ClientSession): Promise<void> {
    // All of one owner write this document: two requests at once would not see each other otherwise.
    const admission = { _id: `subscriptions/${subscription.ownerId}` };
    const admissions = this.mongo.collection('admissions');
    await admissions.updateOne(admission, { $inc: { passed: 1 } }, { session, upsert: true });
    const equal = await this.findEqual(subscription, session);
    if (equal !== undefined) refuse(equal);
  }

  /** What comes to somebody at the same moments, of the same kind and with the same options. */
  private async findEqual(
    subscription: SubscriptionDocument,
    session: ClientSession,
  ): Promise<SubscriptionDocument | undefined> {
    const others = await this.subscriptions.alike(subscription, session);
    return others.find((other) => this.wishOf(other) === this.wishOf(subscription));
  }

  private wishOf({ templateId, parameters, formats, schedule }: SubscriptionDocument): string {
    const moments = nextRuns({ schedule }, this.now(), COMPARED_RUNS).map(({ at }) => at);
    return canonicalJson({
      templateId: templateId ?? null,
      parameters,
      formats: [...formats].sort(),
      moments,
    });
  }
}

const refuse = ({ _id: id }: SubscriptionDocument): never => {
  throw new RoundsError(
    'SUBSCRIPTION_EXISTS',
    `You have an equal subscription: ${id}. Change that one, or say evenIfEqual to have a second.`,
    { fields: [{ field: 'evenIfEqual', rule: `must be true for a second one that is equal to ${id}` }] },
  );
};
