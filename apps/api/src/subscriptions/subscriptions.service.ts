import { Inject, Injectable } from '@nestjs/common';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import {
  createSubscriptionListsRepository,
  type SubscriptionListsRepository,
} from '@rounds/adapters/mongo/subscription-lists.repository';
import type { SubscriptionChange } from '@rounds/adapters/mongo/subscriptions.repository';
import { createStudiesRepository, type StudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import { narrow } from '@rounds/adapters/mongo/study-filter';
import type { SubscriptionChannel } from '@rounds/contracts/channel';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import type { Timetable } from '@rounds/contracts/timetable';
import { nextRun } from '@rounds/contracts/timetable-arithmetic';
import { seesAll, type Caller } from '../auth/caller.ts';
import { cutPage, type Page } from '../http/page.dto.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { Rights } from '../rights/rights.service.ts';
import { TemplateUse } from '../templates/template-use.service.ts';
import { Callbacks } from '../webhooks/callbacks.service.ts';
import { ChannelsService } from './channels.service.ts';
import { EqualSubscriptions } from './equal-subscriptions.service.ts';
import { HandOver } from './hand-over.service.ts';
import { NewSubscriptions } from './new-subscriptions.service.ts';
import { RecipientsService } from './recipients.service.ts';
import { checkTimetable } from './rules.ts';
import { SubscriptionRecords } from './subscription-records.service.ts';
import { SubscriptionWorkflows } from './subscription-workflows.service.ts';
import type {
  ChangeSubscriptionBody,
  CreateSubscriptionBody,
  SubscriptionAnswer,
  SubscriptionsQueryDto,
} from './subscriptions.dto.ts';

const STEERED = {
  active: 'subscription.resume',
  paused: 'subscription.pause',
  cancelled: 'subscription.cancel',
} as const;

const NONE: Page<never> = { items: [], nextCursor: null };

@Injectable()
export class SubscriptionsService {
  constructor(
    @Inject(createSubscriptionListsRepository) private readonly subscriptions: SubscriptionListsRepository,
    @Inject(createStudiesRepository) private readonly studies: StudiesRepository,
    @Inject(NewSubscriptions) private readonly created: NewSubscriptions,
    @Inject(EqualSubscriptions) private readonly equal: EqualSubscriptions,
    @Inject(SubscriptionRecords) private readonly records: SubscriptionRecords,
    @Inject(RecipientsService) private readonly recipients: RecipientsService,
    @Inject(HandOver) private readonly handOver: HandOver,
    @Inject(Callbacks) private readonly callbacks: Callbacks,
    @Inject(ChannelsService) private readonly channels: ChannelsService,
    @Inject(SubscriptionWorkflows) private readonly workflows: SubscriptionWorkflows,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(TemplateUse) private readonly templates: TemplateUse,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * The record first, then its workflow: whatever stops in between, the record knows that it is ahead.
   *
   * @param id derived from the Idempotency-Key, where there is one
   * @throws RoundsError INVALID_INPUT, STUDY_NOT_FOUND, UNPROCESSABLE, SUBSCRIPTION_EXISTS
   */
  async create(
    caller: Caller,
    { evenIfEqual, ...body }: CreateSubscriptionBody,
    id: string | undefined,
  ): Promise<SubscriptionAnswer> {
    const { recipients, until, holidays, callback, channels, unchangedNote, incomplete, ...wish } = body;
    checkTimetable({ schedule: body.schedule, until, holidays }, this.now());
    await this.rights.scopeOn(body.studyId, caller.userId);
    const closing = await this.closingOf(body);
    const content = await this.templates.subscribe(body);
    const createdAt = new Date(this.now());
    const wanted: SubscriptionDocument = {
      _id: id === undefined ? opaqueId('sub') : `sub_${id}`,
      ...(wish as Omit<typeof wish, keyof typeof content>),
      ...content,
      ownerId: caller.userId,
      recipients: await this.recipients.resolve(body.studyId, recipients ?? [caller.email]),
      optedOut: [],
      ...defined({ until, holidays }),
      ...(callback === undefined ? {} : { callback: this.callbacks.accept(callback) }),
      ...(channels?.length && { channels: this.channels.accept(channels) }),
      ...(unchangedNote ? { unchangedNote } : {}),
      ...(incomplete === 'quarantine' ? {} : { incomplete }),
      ...closing,
      status: 'active',
      revision: 1,
      appliedRevision: 0,
      runCount: 0,
      createdAt,
      updatedAt: createdAt,
    };
    return this.records.present(
      await this.workflows.apply(await this.created.insert(caller, wanted, evenIfEqual)),
    );
  }

  async list(caller: Caller, query: SubscriptionsQueryDto): Promise<Page<SubscriptionAnswer>> {
    const { limit, cursor: after, status, studyId, reportType, owner, recipient, timeZone } = query;
    const ownerId = owner === undefined ? undefined : await this.recipients.idOf(owner);
    if (!seesAll(caller) && ownerId !== undefined && ownerId !== caller.userId) return NONE;
    const found = await this.subscriptions.list({
      studies: narrow(await this.rights.studiesOf(caller), studyId),
      ownerId: seesAll(caller) ? ownerId : caller.userId,
      ...(recipient === undefined ? {} : { recipientId: await this.recipients.idOf(recipient) }),
      ...{ reportType, status, after },
      limit: limit + 1,
    });
    const { items, nextCursor } = cutPage(found, limit);
    return { items: await this.records.presentAll(items, timeZone), nextCursor };
  }

  async read(caller: Caller, id: string, timeZone?: string): Promise<SubscriptionAnswer> {
    return this.records.present(await this.records.find(caller, id), timeZone);
  }

  /** @throws RoundsError CONFLICT when it is over, or another writer was faster; SUBSCRIPTION_EXISTS */
  async change(
    caller: Caller,
    id: string,
    { evenIfEqual = false, ...body }: ChangeSubscriptionBody,
  ): Promise<SubscriptionAnswer> {
    const subscription = await this.records.findOwn(caller, id);
    checkTimetable(timetableAfter(subscription, body), this.now());
    const fields = Object.entries(body).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    const deed = { action: 'subscription.change', details: { fields } } as const;
    const change = await this.changeOf(subscription, body);
    const changed = await this.records.write(caller, subscription, change, deed, async (after, session) => {
      if (!evenIfEqual) await this.equal.demandNone(after, session, subscription);
    });
    if (changed.ownerId !== subscription.ownerId)
      await this.handOver.tell(caller, [changed], subscription.ownerId);
    return this.records.present(changed);
  }

  /** Doing it again is no harm; a cancelled one stays so. */
  async steer(
    caller: Caller,
    id: string,
    status: 'active' | 'paused' | 'cancelled',
  ): Promise<SubscriptionAnswer> {
    const subscription = await this.records.findOwn(
      caller,
      id,
      status === 'cancelled' ? 'even if over' : undefined,
    );
    const done = subscription.status === status || subscription.status === 'ended';
    if (done) return this.records.present(subscription);
    const forgotten = status === 'active' ? { pausedReason: null, ownerLostAt: null } : {};
    const deed = { action: STEERED[status] };
    return this.records.present(
      await this.records.write(caller, subscription, { status, ...forgotten }, deed),
    );
  }

  private async changeOf(
    subscription: SubscriptionDocument,
    { parameters, templateId, recipients, owner, callback, channels, ...rest }: ChangeSubscriptionBody,
  ): Promise<SubscriptionChange> {
    const { studyId } = subscription;
    return {
      ...rest,
      ...(callback === undefined ? {} : { callback: callback && this.callbacks.accept(callback) }),
      ...(channels && { channels: none(this.channels.accept(channels, subscription.channels)) }),
      ...(owner === undefined ? {} : await this.handOver.ownedBy(studyId, owner)),
      ...(await this.templates.changed(subscription, { parameters, templateId })),
      ...(recipients && { recipients: await this.recipients.resolve(studyId, recipients) }),
    };
  }

  /** @throws RoundsError CONFLICT when the study is closed before the first run */
  private async closingOf({
    studyId,
    schedule,
  }: Pick<CreateSubscriptionBody, 'studyId' | 'schedule'>): Promise<
    Pick<SubscriptionDocument, 'studyClosedAt'>
  > {
    const closedAt = (await this.studies.find(studyId))?.closedAt;
    if (closedAt === undefined) return {};
    if (nextRun({ schedule, closedAt }, this.now()) === null)
      throw new RoundsError('CONFLICT', `The study closes on ${closedAt}: no report is due after that day.`);
    return { studyClosedAt: closedAt };
  }
}

/** Records without channels have no list of them. */
const none = (channels: readonly SubscriptionChannel[]) => (channels.length === 0 ? null : channels);

const timetableAfter = (subscription: SubscriptionDocument, body: ChangeSubscriptionBody): Timetable => {
  const { schedule = subscription.schedule, until = subscription.until } = body;
  const { holidays = subscription.holidays } = body;
  // Without the closing of the study: that is nothing a subscriber can mend.
  const { exceptions, snoozedUntil, made } = subscription;
  return {
    ...{ schedule, exceptions, snoozedUntil, made },
    ...{ until: until ?? undefined, holidays: holidays ?? undefined },
  };
};
