import { Inject, Injectable } from '@nestjs/common';
import {
  createDeliveriesRepository,
  type DeliveriesRepository,
} from '@rounds/adapters/mongo/deliveries.repository';
import { createRunsRepository, type RunsRepository } from '@rounds/adapters/mongo/runs.repository';
import {
  createSubscriptionsRepository,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import {
  createWebhookDeliveriesRepository,
  type WebhookDeliveriesRepository,
} from '@rounds/adapters/mongo/webhook-deliveries.repository';
import { createAnnounceEnd } from '@rounds/adapters/temporal/commands/announce-end';
import { createSettleMails } from '@rounds/adapters/temporal/commands/settle-mails';
import type { Temporal } from '@rounds/adapters/temporal/client';
import type { RunDocument } from '@rounds/contracts/collections';
import { CLOCK, TEMPORAL, type Clock } from '../platform/tokens.ts';

/** Brings what the provider or a person says about mails to their run, and to whoever must know. */
@Injectable()
export class MailSettling {
  /** Calls the callback and mails people about how a run has ended; again does no harm. */
  readonly announceEnd: (run: RunDocument) => Promise<void>;
  private readonly settleMails: ReturnType<typeof createSettleMails>;

  constructor(
    @Inject(createRunsRepository) runs: RunsRepository,
    @Inject(createDeliveriesRepository) ledger: DeliveriesRepository,
    @Inject(createWebhookDeliveriesRepository) webhooks: WebhookDeliveriesRepository,
    @Inject(createSubscriptionsRepository) subscriptions: SubscriptionsRepository,
    @Inject(TEMPORAL) { client }: Temporal,
    @Inject(CLOCK) clock: Clock,
  ) {
    const now = () => new Date(clock());
    this.announceEnd = createAnnounceEnd({ client, runs, webhooks, subscriptions, ledger, now });
    this.settleMails = createSettleMails({
      ...{ client, runs, subscriptions, ledger, announceEnd: this.announceEnd, now },
    });
  }

  /** @throws when Temporal does not answer: the caller must do it again */
  settle({ _id: runId, studyId }: Pick<RunDocument, '_id' | 'studyId'>): Promise<void> {
    return this.settleMails({ runId, studyId });
  }
}
