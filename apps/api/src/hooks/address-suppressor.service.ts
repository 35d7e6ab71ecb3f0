import { Inject, Injectable } from '@nestjs/common';
import type { MailRow } from '@rounds/adapters/mongo/delivery-events.repository';
import {
  createSubscriptionsRepository,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import {
  createSuppressionsRepository,
  type SuppressionsRepository,
} from '@rounds/adapters/mongo/suppressions.repository';
import { defined } from '@rounds/contracts/defined';
import type { SuppressionDocument } from '@rounds/contracts/webhook';
import { NoticeSender } from '../platform/notice-sender.service.ts';
import { Pending } from '../platform/pending.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';

/** Lets no more mail go to an address, and notifies the owner of the subscription, else the operators. */
@Injectable()
export class AddressSuppressor {
  constructor(
    @Inject(createSuppressionsRepository) private readonly suppressions: SuppressionsRepository,
    @Inject(createSubscriptionsRepository) private readonly subscriptions: SubscriptionsRepository,
    @Inject(NoticeSender) private readonly notices: NoticeSender,
    @Inject(Pending) private readonly pending: Pending,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async suppress(row: MailRow, why: SuppressionDocument['why'], address: string): Promise<void> {
    const suppression = { userId: row.recipientId, why, createdAt: new Date(this.now()) };
    await this.pending.track(this.notify(row, await this.suppressions.add(address, suppression)));
  }

  private async notify(
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
    await this.notices.send({ about, to, operators: subscription === null });
  }
}
