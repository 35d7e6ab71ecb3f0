import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
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
import { createPauseUnread } from '@rounds/adapters/temporal/commands/pause-unread';
import type { Temporal } from '@rounds/adapters/temporal/client';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { AuditTrail, type Actor } from '../audit/audit-trail.service.ts';
import { forLog } from '../platform/for-log.ts';
import { CLOCK, LOGGER, TEMPORAL, type Clock } from '../platform/tokens.ts';
import { SubscriptionWorkflows } from './subscription-workflows.service.ts';

/** What people say of what comes to them: by the link of a mail, in the API, or by accepting an invitation. */
@Injectable()
export class OptOuts {
  private readonly changeSubscription: ChangeSubscription;
  private readonly pauseUnread: ReturnType<typeof createPauseUnread>;

  constructor(
    @Inject(createSubscriptionsRepository) private readonly subscriptions: SubscriptionsRepository,
    @Inject(createRecipientsRepository) private readonly recipients: RecipientsRepository,
    @Inject(SubscriptionWorkflows) private readonly workflows: SubscriptionWorkflows,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(createAuditRepository) entries: AuditRepository,
    @Inject(TEMPORAL) { client }: Temporal,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const changeSubscription = createChangeSubscription(subscriptions, entries);
    this.changeSubscription = changeSubscription;
    this.pauseUnread = createPauseUnread({
      ...{ subscriptions, changeSubscription, client, now: () => new Date(now()) },
    });
  }

  /**
   * Doing it again is no harm. Without anybody left to receive it the subscription is paused; it goes on with the
   * first who takes it back.
   *
   * @param who decides for themselves; of a page that a mailed link opened only the user id is known
   * @returns the record as it is from now on; null: there is none
   */
  async set(who: Actor, id: string, receives: boolean): Promise<SubscriptionDocument | null> {
    const action = receives ? 'subscription.resubscribe' : 'subscription.unsubscribe';
    const changed = await this.audit.change(
      who,
      (audited) => this.subscriptions.receive(id, who.userId, receives, audited),
      ({ studyId }) => ({ action, id, studyId }),
    );
    const subscription = changed ?? (await this.subscriptions.find(id, 'every'));
    if (subscription === null) return null;
    const steered = await this.steer(subscription).catch((error: unknown) => {
      // What they said stands; the next run finds out that nobody is left.
      this.logger.warn({ subscriptionId: id, fault: forLog(error) }, 'A subscription is not steered yet.');
      return null;
    });
    return steered === null ? subscription : this.workflows.apply(steered);
  }

  /** @returns null: it goes on as it did */
  private async steer(subscription: SubscriptionDocument): Promise<SubscriptionDocument | null> {
    const { status, pausedReason } = subscription;
    const answers = await this.recipients.checkAll(subscription);
    if (!answers.some(({ eligible }) => eligible)) return this.pauseUnread(subscription);
    if (status !== 'paused' || pausedReason !== 'nobody-receives') return null;
    const goesOn = { status: 'active', pausedReason: null } as const;
    return this.changeSubscription('subscription.resume', subscription, goesOn, new Date(this.now()));
  }
}
