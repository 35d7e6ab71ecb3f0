import { Inject, Injectable } from '@nestjs/common';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import { createStudiesRepository, type StudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { nextRun } from '@rounds/contracts/timetable-arithmetic';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { Rights } from '../rights/rights.service.ts';
import { TemplateUse } from '../templates/template-use.service.ts';
import { Destinations } from './destinations.service.ts';
import { checkTimetable } from './rules.ts';
import { SubscriptionRecords } from './subscription-records.service.ts';
import type { CreateSubscriptionBody } from './subscriptions.dto.ts';

@Injectable()
export class NewSubscriptions {
  constructor(
    @Inject(createStudiesRepository) private readonly studies: StudiesRepository,
    @Inject(SubscriptionRecords) private readonly records: SubscriptionRecords,
    @Inject(Destinations) private readonly destinations: Destinations,
    @Inject(TemplateUse) private readonly templates: TemplateUse,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * @param id derived from the Idempotency-Key, where there is one
   * @throws RoundsError INVALID_INPUT, STUDY_NOT_FOUND, UNPROCESSABLE, SUBSCRIPTION_EXISTS
   */
  async create(
    caller: Caller,
    { evenIfEqual, ...body }: CreateSubscriptionBody,
    id: string | undefined,
  ): Promise<SubscriptionDocument> {
    const { studyId, schedule, until, holidays } = body;
    checkTimetable({ schedule, until, holidays }, this.now());
    await this.rights.scopeOn(studyId, caller.userId);
    const closing = await this.closingOf(body);
    const { deliver, catchUp, unchangedNote, incomplete } = body;
    const content = await this.templates.subscribe(body);
    const { recipients = [caller.email] } = body;
    const destinations = await this.destinations.accept(studyId, { ...body, recipients });
    const createdAt = new Date(this.now());
    const subscription: SubscriptionDocument = {
      _id: id === undefined ? opaqueId('sub') : `sub_${id}`,
      ...{ studyId, schedule, deliver, catchUp, ...content },
      ownerId: caller.userId,
      recipients: destinations.recipients ?? [],
      optedOut: [],
      ...defined({ until, holidays }),
      ...(destinations.callback && { callback: destinations.callback }),
      ...(destinations.channels && { channels: destinations.channels }),
      ...(unchangedNote && { unchangedNote }),
      ...(incomplete !== 'quarantine' && { incomplete }),
      ...closing,
      status: 'active',
      revision: 1,
      appliedRevision: 0,
      runCount: 0,
      createdAt,
      updatedAt: createdAt,
    };
    return this.records.insert(caller, subscription, evenIfEqual);
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
