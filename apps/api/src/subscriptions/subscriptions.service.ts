import { Inject, Injectable } from '@nestjs/common';
import {
  createSubscriptionListsRepository,
  type SubscriptionListsRepository,
} from '@rounds/adapters/mongo/subscription-lists.repository';
import { narrow } from '@rounds/adapters/mongo/study-filter';
import { seesAll, type Caller } from '../auth/caller.ts';
import { cutPage, type Page } from '../http/page.dto.ts';
import { Rights } from '../rights/rights.service.ts';
import { RecipientsService } from './recipients.service.ts';
import { SubscriptionPresenter } from './subscription-presenter.service.ts';
import { SubscriptionRecords } from './subscription-records.service.ts';
import type { SubscriptionAnswer, SubscriptionsQueryDto } from './subscriptions.dto.ts';

const NONE: Page<never> = { items: [], nextCursor: null };

/** Subscriptions as they are read: one, or a list. */
@Injectable()
export class SubscriptionsService {
  constructor(
    @Inject(createSubscriptionListsRepository) private readonly lists: SubscriptionListsRepository,
    @Inject(SubscriptionRecords) private readonly records: SubscriptionRecords,
    @Inject(SubscriptionPresenter) private readonly presenter: SubscriptionPresenter,
    @Inject(RecipientsService) private readonly recipients: RecipientsService,
    @Inject(Rights) private readonly rights: Rights,
  ) {}

  async list(caller: Caller, query: SubscriptionsQueryDto): Promise<Page<SubscriptionAnswer>> {
    const { limit, cursor: after, status, studyId, reportType, owner, recipient, timeZone } = query;
    const ownerId = owner === undefined ? undefined : await this.recipients.idOf(owner);
    if (!seesAll(caller) && ownerId !== undefined && ownerId !== caller.userId) return NONE;
    const found = await this.lists.list({
      studies: narrow(await this.rights.studiesOf(caller), studyId),
      ownerId: seesAll(caller) ? ownerId : caller.userId,
      recipientId: recipient === undefined ? undefined : await this.recipients.idOf(recipient),
      ...{ reportType, status, after },
      limit: limit + 1,
    });
    const { items, nextCursor } = cutPage(found, limit);
    return { items: await this.presenter.presentAll(items, timeZone), nextCursor };
  }

  async read(caller: Caller, id: string, timeZone?: string): Promise<SubscriptionAnswer> {
    return this.presenter.present(await this.records.find(caller, id), timeZone);
  }
}
