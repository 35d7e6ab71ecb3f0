import { Inject, Injectable } from '@nestjs/common';
import type { SubscriptionChange } from '@rounds/adapters/mongo/subscriptions.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { Callbacks } from '../webhooks/callbacks.service.ts';
import { ChannelsService } from './channels.service.ts';
import { RecipientsService } from './recipients.service.ts';
import type { ChangeSubscriptionBody } from './subscriptions.dto.ts';

/** Records without channels have no list of them. */
const orNone = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);

/** Where reports and their ends are sent, as callers write it and as a record keeps it. */
@Injectable()
export class Destinations {
  constructor(
    @Inject(RecipientsService) private readonly recipients: RecipientsService,
    @Inject(Callbacks) private readonly callbacks: Callbacks,
    @Inject(ChannelsService) private readonly channels: ChannelsService,
  ) {}

  /**
   * @param current of the subscription that is changed
   * @throws RoundsError UNPROCESSABLE (recipients), INVALID_INPUT (callback, channels)
   */
  async accept(
    studyId: string,
    asked: Pick<ChangeSubscriptionBody, 'recipients' | 'callback' | 'channels'>,
    current?: SubscriptionDocument['channels'],
  ): Promise<Pick<SubscriptionChange, 'recipients' | 'callback' | 'channels'>> {
    const { recipients, callback, channels } = asked;
    return {
      ...(callback !== undefined && { callback: callback && this.callbacks.accept(callback) }),
      ...(channels && { channels: orNone(this.channels.accept(channels, current)) }),
      ...(recipients && { recipients: await this.recipients.resolve(studyId, recipients) }),
    };
  }
}
