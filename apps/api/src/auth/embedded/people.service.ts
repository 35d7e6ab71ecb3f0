import { Inject, Injectable } from '@nestjs/common';
import {
  createMembershipsRepository,
  type MembershipsRepository,
} from '@rounds/adapters/mongo/memberships.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { MembershipDocument } from '@rounds/contracts/collections';
import type { Person } from './sign-in.page.ts';

const MOST_SHOWN = 30;

/** `ROUNDS-DEMO: all sites, blinded` */
const rightOf = ({ studyId, sites, unblinded }: MembershipDocument): string => {
  const where = sites === 'all' ? 'all sites' : `sites ${sites.join(', ')}`;
  return `${studyId}: ${where}, ${unblinded ? 'unblinded' : 'blinded'}`;
};

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
