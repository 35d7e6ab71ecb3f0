import { Inject, Injectable } from '@nestjs/common';
import {
  createRecipientsRepository,
  type Eligibility,
  type RecipientsRepository,
} from '@rounds/adapters/mongo/recipients.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { presentWhy } from '../platform/why.ts';
import type { PreviewRecipient } from './preview.dto.ts';

/** Who would get what of a subscription, as rights are now. */
@Injectable()
export class Audiences {
  constructor(
    @Inject(createRecipientsRepository) private readonly recipients: RecipientsRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
  ) {}

  async of({ studyId, recipients, optedOut, formats }: SubscriptionDocument): Promise<PreviewRecipient[]> {
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
}

const userIdOf = (answer: Eligibility): string => (answer.eligible ? answer.recipient.userId : answer.userId);

const seen = (answer: Eligibility) =>
  answer.eligible
    ? { eligible: true, ...presentWhy(undefined), scope: answer.recipient.scope }
    : { eligible: false, ...presentWhy(answer.why), scope: null };
