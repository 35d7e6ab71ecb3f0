import { Inject, Injectable } from '@nestjs/common';
import {
  createMembershipsRepository,
  type MembershipsRepository,
} from '@rounds/adapters/mongo/memberships.repository';
import { normalAddress } from '@rounds/adapters/mail/email-address';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { refuseRecipients } from './rules.ts';

/** People write e-mail addresses, records hold user ids. */
@Injectable()
export class RecipientsService {
  constructor(
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(createMembershipsRepository) private readonly memberships: MembershipsRepository,
  ) {}

  /**
   * @returns user ids, each once
   * @throws RoundsError UNPROCESSABLE unless each is a member of the study; alike for strangers to Rounds
   */
  async resolve(studyId: string, emails: readonly string[]): Promise<string[]> {
    const users = await this.users.findByEmails(emails);
    const idByEmail = new Map(users.map(({ _id, email }) => [email, _id]));
    const members = await this.memberships.findMany(studyId, [...idByEmail.values()]);
    const memberIds = new Set(members.map(({ userId }) => userId));
    const ids = emails.map((email) => idByEmail.get(normalAddress(email)));
    const strangers = ids.flatMap((id, place) => (id === undefined || !memberIds.has(id) ? [place] : []));
    if (strangers.length > 0) refuseRecipients(strangers);
    return [...new Set(ids.filter((id) => id !== undefined))];
  }

  /** For looking up: of an unknown address an id that nobody has. */
  async idOf(email: string): Promise<string> {
    const [user] = await this.users.findByEmails([email]);
    return user?._id ?? 'nobody';
  }
}
