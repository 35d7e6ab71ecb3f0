import { Inject, Injectable } from '@nestjs/common';
import {
  createMembershipsRepository,
  type MembershipsRepository,
} from '@rounds/adapters/mongo/memberships.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { MembershipDocument } from '@rounds/contracts/collections';
import { scopeKey } from '@rounds/contracts/scope';
import type { Person } from './sign-in.page.ts';

const MOST_SHOWN = 30;

const rightOf = (membership: MembershipDocument): string => `${membership.studyId} (${scopeKey(membership)})`;

/** Whom the sign-in page of development offers. */
@Injectable()
export class KnownPeople {
  constructor(
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(createMembershipsRepository) private readonly memberships: MembershipsRepository,
  ) {}

  async known(): Promise<Person[]> {
    const users = await this.users.search('', MOST_SHOWN);
    return Promise.all(
      users.map(async ({ _id, email, roles }) => {
        const memberships = await this.memberships.ofUser(_id);
        return { email, rights: [...roles, ...memberships.map(rightOf)] };
      }),
    );
  }
}
