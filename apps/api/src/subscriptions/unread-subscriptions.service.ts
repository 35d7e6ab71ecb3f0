import { Inject, Injectable } from '@nestjs/common';
import { createAuditRepository, type AuditRepository } from '@rounds/adapters/mongo/audit.repository';
import {
  createChangeSubscription,
  type ChangeSubscription,
} from '@rounds/adapters/mongo/change-subscription';
import {
  createRecipientsRepository,
  type RecipientsRepository,
} from '@rounds/adapters/mongo/recipients.repository';
import {
  createSubscriptionsRepository,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { createPauseUnread } from '@rounds/adapters/temporal/commands/pause-unread';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { CLOCK, TEMPORAL, type Clock } from '../platform/tokens.ts';

/** Without anybody left to receive it a subscription is paused; it goes on with the first who takes it back. */
@Injectable()
export class UnreadSubscriptions {
  private readonly now: () => Date;
  private readonly changeSubscription: ChangeSubscription;
  private readonly pause: ReturnType<typeof createPauseUnread>;

  constructor(
    @Inject(createSubscriptionsRepository) subscriptions: SubscriptionsRepository,
    @Inject(createRecipientsRepository) private readonly recipients: RecipientsRepository,
    @Inject(createAuditRepository) audit: AuditRepository,
    @Inject(TEMPORAL) { client }: Temporal,
    @Inject(CLOCK) clock: Clock,
  ) {
    const now = () => new Date(clock());
    const changeSubscription = createChangeSubscription(subscriptions, audit);
    this.now = now;
    this.changeSubscription = changeSubscription;
    this.pause = createPauseUnread({ subscriptions, changeSubscription, client, now });
  }

  /** @returns null: it goes on as it did */
  async follow(subscription: SubscriptionDocument): Promise<SubscriptionDocument | null> {
    const { status, pausedReason } = subscription;
    const answers = await this.recipients.checkAll(subscription);
    if (!answers.some(({ eligible }) => eligible)) return this.pause(subscription);
    if (status !== 'paused' || pausedReason !== 'nobody-receives') return null;
    const goesOn = { status: 'active', pausedReason: null } as const;
    return this.changeSubscription('subscription.resume', subscription, goesOn, this.now());
  }
}
