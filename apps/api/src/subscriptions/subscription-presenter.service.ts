import { Inject, Injectable } from '@nestjs/common';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { Halts } from '../halts/halts.service.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { presentSubscription } from './present-subscription.ts';
import type { SubscriptionAnswer } from './subscriptions.dto.ts';

/** Subscriptions as they are shown; for a whole page with as many queries as for one. */
@Injectable()
export class SubscriptionPresenter {
  constructor(
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(Halts) private readonly halts: Halts,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @param timeZone shows the next runs on this zone's clock as well */
  async present(subscription: SubscriptionDocument, timeZone?: string): Promise<SubscriptionAnswer> {
    const [shown] = await this.presentAll([subscription], timeZone);
    if (shown === undefined) throw new Error('One subscription gives one answer.');
    return shown;
  }

  async presentAll(found: readonly SubscriptionDocument[], timeZone?: string): Promise<SubscriptionAnswer[]> {
    const people = found.flatMap(({ ownerId, recipients, optedOut }) => [
      ownerId,
      ...recipients,
      ...optedOut,
    ]);
    const [emails, holding] = await Promise.all([this.users.emails(people), this.halts.holding()]);
    const now = this.now();
    return found.map((each) =>
      presentSubscription(each, { emails, now, timeZone, halt: holding(each.studyId) }),
    );
  }
}
