import { Inject, Injectable } from '@nestjs/common';
import { parseUnsubscribeToken } from '@rounds/adapters/links/link-tokens';
import {
  createSubscriptionsRepository,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import type { ApiConfig } from '../config.ts';
import { CONFIG } from '../platform/tokens.ts';
import { REPORT_TYPES, reportTypeId } from '@rounds/report-types/catalogue';
import { PageReaders } from '../pages/page-readers.service.ts';
import { OptOuts } from '../subscriptions/opt-outs.service.ts';
import type { UnsubscribePage } from './unsubscribe.page.ts';
import { PageError } from '../pages/page-error.ts';

const unknown = () => new PageError('NOT_FOUND', ['mail.perhaps-cut-off', 'mail.copy-whole-address']);

@Injectable()
export class UnsubscribeService {
  constructor(
    @Inject(createSubscriptionsRepository) private readonly subscriptions: SubscriptionsRepository,
    @Inject(PageReaders) private readonly readers: PageReaders,
    @Inject(OptOuts) private readonly optOuts: OptOuts,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /** @throws RoundsError NOT_FOUND for a token that was never mailed, or whose subscription is gone */
  async look(token: string): Promise<UnsubscribePage> {
    const { subscriptionId } = this.parse(token);
    // The signed token names the subscription: no study narrows it.
    return this.show(token, await this.subscriptions.find(subscriptionId, 'every'));
  }

  /** Doing it again is no harm. */
  async set(token: string, receives: boolean): Promise<UnsubscribePage> {
    const { subscriptionId, userId } = this.parse(token);
    return this.show(token, await this.optOuts.set({ userId }, subscriptionId, receives));
  }

  private async show(token: string, subscription: SubscriptionDocument | null): Promise<UnsubscribePage> {
    const { userId } = this.parse(token);
    if (subscription === null) throw unknown();
    const { voice } = await this.readers.of(userId);
    return {
      voice,
      path: `/u/${token}`,
      reportTitle: voice.say(REPORT_TYPES[reportTypeId.parse(subscription.reportType)].title),
      studyId: subscription.studyId,
      receives: !subscription.optedOut.includes(userId),
    };
  }

  private parse(token: string) {
    const parsed = parseUnsubscribeToken(this.config.ROUNDS_LINK_SECRET, token);
    if (parsed === null) throw unknown();
    return parsed;
  }
}
