import { Inject, Injectable } from '@nestjs/common';
import {
  createRecipientsRepository,
  type Eligibility,
  type RecipientsRepository,
} from '@rounds/adapters/mongo/recipients.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { maySee } from '@rounds/contracts/scope';
import { because } from '@rounds/contracts/why';
import type { Caller } from '../auth/caller.ts';
import { presentWhy } from '../platform/why.ts';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { Quotas } from '../quotas/quotas.service.ts';
import { Authority } from '../rights/authority.service.ts';
import type { PreviewAnswer, PreviewRecipient } from './preview.dto.ts';

type Previewed = Omit<PreviewRecipient, 'recipient'>;

/** Who would get what, as rights are now; what each would see only as far as the caller may know it. */
@Injectable()
export class Audiences {
  constructor(
    @Inject(createRecipientsRepository) private readonly recipients: RecipientsRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(Authority) private readonly authority: Authority,
    @Inject(Quotas) private readonly quotas: Quotas,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** Of a subscription. */
  async of(
    caller: Caller,
    { studyId, recipients, optedOut, formats }: SubscriptionDocument,
  ): Promise<PreviewAnswer['recipients']> {
    const userIds = [...new Set(recipients)];
    const [answers, emails, seen] = await Promise.all([
      this.recipients.check(studyId, userIds, optedOut),
      this.users.emails(userIds),
      this.seenBy(caller, studyId),
    ]);
    return answers.map((answer) => ({
      ...seen(answer),
      recipient: emails.get(userIdOf(answer)) ?? userIdOf(answer),
      formats: answer.eligible ? [...formats] : [],
    }));
  }

  /**
   * Of those whom somebody may subscribe. Of an address that nobody has as of one who is no member.
   *
   * @param emails in their normal form
   * @throws RoundsError RATE_LIMITED
   */
  async ofAddresses(caller: Caller, studyId: string, emails: readonly string[]): Promise<PreviewRecipient[]> {
    await this.quotas.spend('recipients', { caller: caller.userId, study: studyId });
    const found = await this.users.findByEmails(emails);
    const userIds = found.map(({ _id }) => _id);
    await this.enter(caller, studyId, userIds);
    const [answers, seen] = await Promise.all([
      this.recipients.check(studyId, userIds, []),
      this.seenBy(caller, studyId),
    ]);
    const seenByEmail = new Map(found.map(({ email }, place) => [email, seen(answers[place])]));
    return [...new Set(emails)].map((recipient) => ({
      ...(seenByEmail.get(recipient) ?? seen(undefined)),
      recipient,
    }));
  }

  /** Of whom somebody asked: once an hour for the same people. */
  private async enter(caller: Caller, studyId: string, userIds: readonly string[]): Promise<void> {
    const users = [...userIds].sort();
    const deed = { action: 'study.preview-recipients', id: studyId, studyId, details: { users } } as const;
    await this.audit.recordHourly(caller, deed, users);
  }

  private async seenBy(caller: Caller, studyId: string) {
    const most = await this.authority.toBeTold(caller, studyId);
    return (answer: Eligibility | undefined): Previewed => {
      if (answer?.eligible !== true)
        return { eligible: false, ...presentWhy(answer?.why ?? because('not-a-member')), scope: null };
      const { userId, scope } = answer.recipient;
      const isTold = userId === caller.userId || (most !== null && maySee(most, scope));
      return { eligible: true, ...presentWhy(undefined), scope: isTold ? scope : null };
    };
  }
}

const userIdOf = (answer: Eligibility): string => (answer.eligible ? answer.recipient.userId : answer.userId);
