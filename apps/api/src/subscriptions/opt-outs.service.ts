import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import {
  createSubscriptionsRepository,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { AuditTrail, type Actor } from '../audit/audit-trail.service.ts';
import { forLog } from '../platform/for-log.ts';
import { LOGGER } from '../platform/tokens.ts';
import { SubscriptionWorkflows } from './subscription-workflows.service.ts';
import { UnreadSubscriptions } from './unread-subscriptions.service.ts';

/** Recipients stop or take back their mails: by the link of a mail, in the API, or by accepting an invitation. */
@Injectable()
export class OptOuts {
  constructor(
    @Inject(createSubscriptionsRepository) private readonly subscriptions: SubscriptionsRepository,
    @Inject(UnreadSubscriptions) private readonly unread: UnreadSubscriptions,
    @Inject(SubscriptionWorkflows) private readonly workflows: SubscriptionWorkflows,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Doing it again is no harm.
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
    const subscription = changed ?? (await this.subscriptions.findNewest(id));
    if (subscription === null) return null;
    const steered = await this.unread.follow(subscription).catch((error: unknown) => {
      // What they said stands; the next run finds out that nobody is left.
      this.logger.warn({ subscriptionId: id, fault: forLog(error) }, 'A subscription is not steered yet.');
      return null;
    });
    return steered === null ? subscription : this.workflows.apply(steered);
  }
}
