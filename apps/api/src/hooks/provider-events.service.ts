import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import { deliveryIdOf } from '@rounds/adapters/mail/delivery-tag';
import {
  createDeliveryEventsRepository,
  type DeliveryEventsRepository,
} from '@rounds/adapters/mongo/delivery-events.repository';
import { RoundsError } from '@rounds/contracts/errors';
import { Resend } from 'resend';
import type { ApiConfig } from '../config.ts';
import { MailSettling } from '../jobs/mail-settling.service.ts';
import { CLOCK, CONFIG, LOGGER, type Clock } from '../platform/tokens.ts';
import { AddressSuppressor } from './address-suppressor.service.ts';
import { deliveryEventOf, ResendEvent, suppressedBy } from './resend-event.ts';

/** As they came: an event is verified over its bytes. */
export interface SignedEvent {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly payload: string;
}

/** Verifying needs no key of the account: the SDK only asks that there is one. */
const verifier = new Resend('re_verifies_only').webhooks;

/** What the mail provider reports about mails that it took. */
@Injectable()
export class ProviderEvents {
  constructor(
    @Inject(createDeliveryEventsRepository) private readonly events: DeliveryEventsRepository,
    @Inject(MailSettling) private readonly settling: MailSettling,
    @Inject(AddressSuppressor) private readonly suppressor: AddressSuppressor,
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
    const provided = this.verify(signed);
    const event = deliveryEventOf(signed.id, provided, new Date(this.now()));
    if (event === null) return;
    const key = { mailId: deliveryIdOf(provided.data.tags), providerId: provided.data.email_id ?? '' };
    const row = await this.events.record(key, event);
    if (row === null) {
      this.logger.info({ event: provided.type }, 'An event of the mail provider is about none of our mails.');
      return;
    }
    const { runId, studyId } = row;
    if (runId !== undefined && studyId !== undefined) await this.settling.settle({ _id: runId, studyId });
    const why = suppressedBy(event);
    const address = provided.data.to?.[0];
    if (why !== null && address !== undefined) await this.suppressor.suppress(row, why, address);
  }

  private verify({ id, timestamp, signature, payload }: SignedEvent): ResendEvent {
    const webhookSecret = this.config.RESEND_WEBHOOK_SECRET;
    if (webhookSecret === undefined)
      throw new RoundsError(
        'UNAUTHENTICATED',
        'RESEND_WEBHOOK_SECRET is not set: events cannot be verified.',
      );
    try {
      return ResendEvent.parse(
        verifier.verify({ payload, headers: { id, timestamp, signature }, webhookSecret }),
      );
    } catch (cause) {
      throw new RoundsError('UNAUTHENTICATED', 'The signature of this event does not hold.', { cause });
    }
  }
}
