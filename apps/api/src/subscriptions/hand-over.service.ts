import { Inject, Injectable } from '@nestjs/common';
import {
  createSubscriptionListsRepository,
  type SubscriptionListsRepository,
} from '@rounds/adapters/mongo/subscription-lists.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { isOperator, type Caller } from '../auth/caller.ts';
import { NoticeSender } from '../platform/notice-sender.service.ts';
import { Rights } from '../rights/rights.service.ts';
import { RecipientsService } from './recipients.service.ts';
import { refuseOwner } from './rules.ts';
import { SubscriptionRecords } from './subscription-records.service.ts';

export interface Reassignment {
  /** E-mail addresses. */
  readonly from: string;
  readonly to: string;
  /** Only those of this study; default: all. */
  readonly studyId?: string | undefined;
  /** Answers what would be done, and does nothing. */
  readonly dryRun: boolean;
}

export interface Reassigned {
  readonly subscriptionId: string;
  readonly studyId: string;
  /** In a dry run: whether it would be. */
  readonly reassigned: boolean;
  /** Why not. */
  readonly reason: string | null;
}

/** What a mail lists; how many more there are it says. */
const LISTED = 50;

const NO_MEMBER = 'The new owner is not a member of the study.';

/** Subscriptions change hands; who receives them stays as it is. */
@Injectable()
export class HandOver {
  constructor(
    @Inject(createSubscriptionListsRepository) private readonly subscriptions: SubscriptionListsRepository,
    @Inject(RecipientsService) private readonly recipients: RecipientsService,
    @Inject(SubscriptionRecords) private readonly records: SubscriptionRecords,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(NoticeSender) private readonly notices: NoticeSender,
  ) {}

  /**
   * The change that makes a member of the study the owner.
   *
   * @throws RoundsError UNPROCESSABLE
   */
  async ownedBy(studyId: string, email: string): Promise<{ ownerId: string; ownerLostAt: null }> {
    const ownerId = await this.recipients.idOf(email);
    if ((await this.rights.findScope(studyId, ownerId)) === null) refuseOwner();
    return { ownerId, ownerLostAt: null };
  }

  /**
   * All subscriptions of one owner that are not over, to another; each by itself, so that one that cannot be handed
   * over holds up no other.
   *
   * @throws RoundsError FORBIDDEN unless the caller is an operator
   */
  async reassign(caller: Caller, { from, to, studyId, dryRun }: Reassignment): Promise<Reassigned[]> {
    if (!isOperator(caller)) throw new RoundsError('FORBIDDEN', 'Only an operator may hand over for others.');
    const held = await this.subscriptions.ofOwner(
      await this.recipients.idOf(from),
      studyId === undefined ? 'every' : [studyId],
    );
    const ownerId = await this.recipients.idOf(to);
    const results: Reassigned[] = [];
    const handedOver: SubscriptionDocument[] = [];
    try {
      for (const subscription of held) {
        const done = await this.handOver(caller, subscription, ownerId, dryRun);
        if (typeof done === 'object') handedOver.push(done);
        const reason = typeof done === 'string' ? done : null;
        const { _id: subscriptionId, studyId: of } = subscription;
        results.push({ subscriptionId, studyId: of, reassigned: reason === null, reason });
      }
    } finally {
      // Also of those before one that failed.
      if (held[0] !== undefined) await this.notify(caller, handedOver, held[0].ownerId);
    }
    return results;
  }

  /** @returns the record as it is from now on; in a dry run nothing; else why it was not done */
  private async handOver(
    caller: Caller,
    subscription: SubscriptionDocument,
    ownerId: string,
    dryRun: boolean,
  ): Promise<SubscriptionDocument | undefined | string> {
    const { studyId } = subscription;
    if ((await this.rights.findScope(studyId, ownerId)) === null) return NO_MEMBER;
    if (dryRun) return undefined;
    let changed;
    try {
      const deed = {
        action: 'subscription.reassign',
        details: { from: subscription.ownerId, to: ownerId },
      } as const;
      changed = await this.records.write(caller, subscription, { ownerId, ownerLostAt: null }, deed);
    } catch (error) {
      if (error instanceof RoundsError && error.code === 'CONFLICT') return error.message;
      throw error;
    }
    return changed;
  }

  /**
   * Both owners, in one mail each; the audit trail has it in any case.
   *
   * @param changed as they are from now on, all of one owner
   */
  async notify(
    { userId: byId }: Caller,
    changed: readonly SubscriptionDocument[],
    fromId: string,
  ): Promise<void> {
    const [first] = changed;
    if (first === undefined) return;
    const { _id, ownerId: toId, studyId, revision } = first;
    const about = {
      ...{ kind: 'subscriptions-handed-over' as const, byId, fromId, toId },
      subscriptions: changed.slice(0, LISTED).map((each) => ({
        ...{ subscriptionId: each._id, studyId: each.studyId, reportType: each.reportType },
      })),
      count: changed.length,
      ...(changed.every((each) => each.studyId === studyId) ? { studyId } : {}),
      occasion: `${_id}.${revision}`,
    };
    await this.notices.trySend({ about, to: [toId, fromId], operators: false });
  }
}
