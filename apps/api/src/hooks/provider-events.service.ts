import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import { deliveryIdOf } from '@rounds/adapters/mail/delivery-tag';
import {
  createDeliveryEventsRepository,
  type DeliveryEventsRepository,
  type MailRow,
} from '@rounds/adapters/mongo/delivery-events.repository';
import {
  createSubscriptionsRepository,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import {
  createSuppressionsRepository,
  type SuppressionsRepository,
} from '@rounds/adapters/mongo/suppressions.repository';
import { startNotice } from '@rounds/adapters/temporal/commands/start-notice';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import type { SuppressionDocument } from '@rounds/contracts/webhook';
import { Resend } from 'resend';
import type { ApiConfig } from '../config.ts';
import { Pending } from '../platform/pending.ts';
import { MailSettling } from '../jobs/mail-settling.service.ts';
import { CLOCK, CONFIG, LOGGER, TEMPORAL, type Clock } from '../platform/tokens.ts';
import { deliveryEventOf, resendEvent, suppressedBy, type ResendEvent } from './resend-event.ts';

/** As they came: an event is verified over its bytes. */
export interface SignedEvent {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly payload: string;
}

/** Verifying needs no key of the account: the SDK only asks that there is one. */
const verifier = new Resend('re_verifies_only').webhooks;

/** What the mail provider tells about mails that it took. */
@Injectable()
export class ProviderEvents {
  constructor(
    @Inject(createDeliveryEventsRepository) private readonly events: DeliveryEventsRepository,
    @Inject(createSuppressionsRepository) private readonly suppressions: SuppressionsRepository,
    @Inject(createSubscriptionsRepository) private readonly subscriptions: SubscriptionsRepository,
    @Inject(MailSettling) private readonly settling: MailSettling,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(Pending) private readonly pending: Pending,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * Every step can be done again: the provider repeats an event until it was answered with 2xx.
   *
   * @throws RoundsError UNAUTHENTICATED (not signed by the provider, or more than 5 minutes old), DEPENDENCY_DOWN
   */
  async take(signed: SignedEvent): Promise<void> {
    const told = this.verify(signed);
    const event = deliveryEventOf(signed.id, told, new Date(this.now()));
    if (event === null) return;
    const key = { mailId: deliveryIdOf(told.data.tags), providerId: told.data.email_id ?? '' };
    const row = await this.events.record(key, event);
    if (row === null) {
      this.logger.info({ event: told.type }, 'The mail provider told of a mail that is none of ours.');
      return;
    }
    const { runId, studyId } = row;
    if (runId !== undefined && studyId !== undefined) await this.settling.settle({ _id: runId, studyId });
    const why = suppressedBy(event);
    const address = told.data.to?.[0];
    if (why !== null && address !== undefined) await this.suppress(row, why, address);
  }

  private verify({ id, timestamp, signature, payload }: SignedEvent): ResendEvent {
    const webhookSecret = this.config.RESEND_WEBHOOK_SECRET;
    if (webhookSecret === undefined)
      throw new RoundsError(
        'UNAUTHENTICATED',
        'RESEND_WEBHOOK_SECRET is not set: events cannot be verified.',
      );
    try {
      return resendEvent.parse(
        verifier.verify({ payload, headers: { id, timestamp, signature }, webhookSecret }),
      );
    } catch (cause) {
      throw new RoundsError('UNAUTHENTICATED', 'The signature of this event does not hold.', { cause });
    }
  }

  private async suppress(row: MailRow, why: SuppressionDocument['why'], address: string): Promise<void> {
    const suppression = { userId: row.recipientId, why, createdAt: new Date(this.now()) };
    await this.pending.track(this.tell(row, await this.suppressions.add(address, suppression)));
  }

  private async tell(
    { recipientId: userId, studyId, subscriptionId }: MailRow,
    { _id, why, createdAt }: SuppressionDocument,
  ): Promise<void> {
    const subscription =
      subscriptionId === undefined || studyId === undefined
        ? null
        : await this.subscriptions.find(subscriptionId, [studyId]);
    const about = {
      kind: 'address-suppressed',
      ...{ userId, why, suppressionId: _id },
      ...defined({ studyId, subscriptionId }),
      occasion: String(createdAt.getTime()),
    } as const;
    const to = subscription === null ? [] : [subscription.ownerId];
    await startNotice(this.temporal.client, { about, to, operators: subscription === null });
  }
}
