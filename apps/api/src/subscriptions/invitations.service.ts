import { Inject, Injectable } from '@nestjs/common';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { DAY_MS } from '@rounds/contracts/durations';
import { RoundsError } from '@rounds/contracts/errors';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { NoticeSender } from '../platform/notice-sender.service.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { Rights } from '../rights/rights.service.ts';
import { RecipientsService } from './recipients.service.ts';
import { refuseInvitation } from './rules.ts';
import { SubscriptionRecords } from './subscription-records.service.ts';

/** One invitation a day: nobody is pestered for having unsubscribed. */
const EVERY_MS = DAY_MS;

/** Asks a recipient who unsubscribed whether they want to receive it again. Only they themselves can say so. */
@Injectable()
export class Invitations {
  constructor(
    @Inject(SubscriptionRecords) private readonly records: SubscriptionRecords,
    @Inject(RecipientsService) private readonly recipients: RecipientsService,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(NoticeSender) private readonly notices: NoticeSender,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * @param recipient e-mail address
   * @returns whether a mail goes out; false: one did within the day
   * @throws RoundsError FORBIDDEN, NOT_FOUND, CONFLICT (over, or nothing to undo), UNPROCESSABLE, DEPENDENCY_DOWN
   */
  async invite(caller: Caller, id: string, recipient: string): Promise<boolean> {
    const subscription = await this.records.findOwn(caller, id);
    const { studyId, recipients, optedOut } = subscription;
    const userId = await this.recipients.idOf(recipient);
    const isReader = recipients.includes(userId) && (await this.rights.findScope(studyId, userId)) !== null;
    if (!isReader) refuseInvitation();
    if (!optedOut.includes(userId))
      throw new RoundsError('CONFLICT', 'This recipient has not unsubscribed: reports come to them.');
    const occasion = String(Math.floor(this.now() / EVERY_MS));
    const deed = { action: 'subscription.invite', id, studyId, details: { userId } } as const;
    await this.audit.recordOnce(caller, deed, JSON.stringify([userId, occasion]));
    return this.mail(caller, subscription, { userId, occasion });
  }

  private mail(
    { userId: inviterId }: Caller,
    { _id: subscriptionId, studyId, reportType }: SubscriptionDocument,
    { userId, occasion }: { readonly userId: string; readonly occasion: string },
  ): Promise<boolean> {
    const about = {
      kind: 'invited-to-receive',
      ...{ subscriptionId, studyId, reportType, userId, inviterId },
      occasion,
    } as const;
    return this.notices.send({ about, to: [userId], operators: false });
  }
}
