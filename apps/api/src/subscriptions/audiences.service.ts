import { Inject, Injectable } from '@nestjs/common';
import {
  createRecipientsRepository,
  type Eligibility,
  type RecipientsRepository,
} from '@rounds/adapters/mongo/recipients.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { because } from '@rounds/contracts/why';
import { presentWhy } from '../platform/why.ts';
import type { PreviewAnswer, PreviewRecipient } from './preview.dto.ts';

type Previewed = Omit<PreviewRecipient, 'recipient'>;

/** Who would get what, as rights are now. */
@Injectable()
export class Audiences {
  constructor(
    @Inject(createRecipientsRepository) private readonly recipients: RecipientsRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
  ) {}

  /** Of a subscription. */
  async of({
    studyId,
    recipients,
    optedOut,
    formats,
  }: SubscriptionDocument): Promise<PreviewAnswer['recipients']> {
    const userIds = [...new Set(recipients)];
    const [answers, emails] = await Promise.all([
      this.recipients.check(studyId, userIds, optedOut),
      this.users.emails(userIds),
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
   */
  async ofAddresses(studyId: string, emails: readonly string[]): Promise<PreviewRecipient[]> {
    const found = await this.users.findByEmails(emails);
    const answers = await this.recipients.check(
      studyId,
      found.map(({ _id }) => _id),
      [],
    );
    const seenByEmail = new Map(found.map(({ email }, place) => [email, seen(answers[place])]));
    return [...new Set(emails)].map((recipient) => ({
      ...(seenByEmail.get(recipient) ?? seen(undefined)),
      recipient,
    }));
  }
}

const userIdOf = (answer: Eligibility): string => (answer.eligible ? answer.recipient.userId : answer.userId);

const seen = (answer: Eligibility | undefined): Previewed =>
  answer?.eligible === true
    ? { eligible: true, ...presentWhy(undefined), scope: answer.recipient.scope }
    : { eligible: false, ...presentWhy(answer?.why ?? because('not-a-member')), scope: null };
