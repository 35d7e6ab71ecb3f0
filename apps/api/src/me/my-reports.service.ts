import { Inject, Injectable } from '@nestjs/common';
import {
  createSubscriptionListsRepository,
  type SubscriptionListsRepository,
} from '@rounds/adapters/mongo/subscription-lists.repository';
import {
  createSubscriptionsRepository,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import type { Caller } from '../auth/caller.ts';
import { cutPage, type Page } from '../http/page.dto.ts';
import { OptOuts } from '../subscriptions/opt-outs.service.ts';
import type { MyReport, MyReportsQuery } from './my-reports.dto.ts';
import { isOpen, MyReportsPresenter } from './my-reports-presenter.service.ts';

/** What comes to a person by mail, whoever's subscription it is. */
@Injectable()
export class MyReports {
  constructor(
    @Inject(createSubscriptionListsRepository) private readonly lists: SubscriptionListsRepository,
    @Inject(createSubscriptionsRepository) private readonly subscriptions: SubscriptionsRepository,
    @Inject(MyReportsPresenter) private readonly presenter: MyReportsPresenter,
    @Inject(OptOuts) private readonly optOuts: OptOuts,
  ) {}

  async list(caller: Caller, { limit, cursor }: MyReportsQuery): Promise<Page<MyReport>> {
    const found = await this.lists.received(caller.userId, cursor, limit + 1);
    const { items, nextCursor } = cutPage(found, limit);
    return { items: await this.presenter.presentAll(caller, items), nextCursor };
  }

  /** Doing it again is no harm. @throws RoundsError NOT_FOUND */
  async receive(caller: Caller, id: string, receives: boolean): Promise<MyReport> {
    demandMine(caller, await this.subscriptions.find(id, 'every'));
    const said = demandMine(caller, await this.optOuts.set(caller, id, receives));
    const [shown] = await this.presenter.presentAll(caller, [said]);
    if (shown === undefined) throw new Error('A subscription was presented as nothing.');
    return shown;
  }
}

/** @throws RoundsError NOT_FOUND */
const demandMine = ({ userId }: Caller, found: SubscriptionDocument | null): SubscriptionDocument => {
  const isMine = found !== null && isOpen(found) && found.recipients.includes(userId);
  if (!isMine) throw new RoundsError('NOT_FOUND', 'Nothing comes to you of such a subscription.');
  return found;
};
