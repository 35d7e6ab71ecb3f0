import { Inject, Injectable } from '@nestjs/common';
import type { SubscriptionChange } from '@rounds/adapters/mongo/subscriptions.repository';
import type { AuditAction } from '@rounds/contracts/audit';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { parseInput } from '@rounds/contracts/input';
import { localDate, type LocalDate } from '@rounds/contracts/period';
import { timetableOf } from '@rounds/contracts/timetable';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import type { MoveRunBody, SkipNextAnswer } from './calendar.dto.ts';
import { checkSnooze, move, restore, skip } from './run-exceptions.ts';
import { SubscriptionPresenter } from './subscription-presenter.service.ts';
import { SubscriptionRecords } from './subscription-records.service.ts';
import type { SubscriptionAnswer } from './subscriptions.dto.ts';

/** Changes of single runs: skip, move, snooze, and back. */
@Injectable()
export class CalendarService {
  constructor(
    @Inject(SubscriptionRecords) private readonly records: SubscriptionRecords,
    @Inject(SubscriptionPresenter) private readonly presenter: SubscriptionPresenter,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** Again: one run more. */
  async skipNext(caller: Caller, id: string, due: LocalDate | undefined): Promise<SkipNextAnswer> {
    const subscription = await this.records.findOwn(caller, id);
    const skipped = skip(timetableOf(subscription), this.now(), due);
    const { exceptions } = skipped;
    const changed = await this.write(caller, subscription, 'subscription.skip-next', { exceptions });
    return { ...changed, skipped: skipped.due };
  }

  async move(caller: Caller, id: string, body: MoveRunBody): Promise<SubscriptionAnswer> {
    const subscription = await this.records.findOwn(caller, id);
    const exceptions = move(timetableOf(subscription), this.now(), body);
    return this.write(caller, subscription, 'subscription.move', { exceptions });
  }

  async snooze(caller: Caller, id: string, until: LocalDate | null): Promise<SubscriptionAnswer> {
    const subscription = await this.records.findOwn(caller, id);
    if (until !== null) checkSnooze(timetableOf(subscription), this.now(), until);
    return this.write(caller, subscription, 'subscription.snooze', { snoozedUntil: until });
  }

  async restore(caller: Caller, id: string, due: string): Promise<SubscriptionAnswer> {
    const day = parseInput(localDate, due, 'path', 'due');
    const subscription = await this.records.findOwn(caller, id);
    const exceptions = restore(timetableOf(subscription), this.now(), day);
    return this.write(caller, subscription, 'subscription.restore', { exceptions });
  }

  private async write(
    caller: Caller,
    subscription: SubscriptionDocument,
    action: AuditAction,
    change: SubscriptionChange,
  ): Promise<SubscriptionAnswer> {
    return this.presenter.present(await this.records.write(caller, subscription, change, { action }));
  }
}
