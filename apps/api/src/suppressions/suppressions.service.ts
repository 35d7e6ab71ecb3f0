import { Inject, Injectable } from '@nestjs/common';
import {
  createSuppressionsRepository,
  type SuppressionsRepository,
} from '@rounds/adapters/mongo/suppressions.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import { RoundsError } from '@rounds/contracts/errors';
import type { SuppressionDocument } from '@rounds/contracts/webhook';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { demandOperator, demandSeesAll, type Caller } from '../auth/caller.ts';
import { cutPage, type Page } from '../http/page.dto.ts';
import type { SuppressionAnswer, SuppressionsQuery } from './suppressions.dto.ts';

/** Addresses to which no more mail goes. */
@Injectable()
export class Suppressions {
  constructor(
    @Inject(createSuppressionsRepository) private readonly suppressions: SuppressionsRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** @throws RoundsError FORBIDDEN */
  async list(caller: Caller, { limit, cursor }: SuppressionsQuery): Promise<Page<SuppressionAnswer>> {
    demandSeesAll(caller);
    const { items, nextCursor } = cutPage(await this.suppressions.list(limit + 1, cursor), limit);
    return { items: await this.present(items), nextCursor };
  }

  /**
   * @returns undefined where there is none any more
   * @throws RoundsError FORBIDDEN
   */
  async find(caller: Caller, id: string): Promise<SuppressionAnswer | undefined> {
    demandSeesAll(caller);
    const found = await this.suppressions.find(id);
    const [shown] = await this.present(found === null ? [] : [found]);
    return shown;
  }

  /** @throws RoundsError FORBIDDEN, NOT_FOUND */
  async lift(caller: Caller, id: string): Promise<void> {
    demandOperator(caller);
    const lifted = await this.audit.change(
      caller,
      (audited) => this.suppressions.lift(id, audited),
      (before) => ({
        ...{ action: 'address.release', id, details: { why: before.why } },
        ...valuesOf('address', before, null),
      }),
    );
    if (lifted === null) throw new RoundsError('NOT_FOUND', 'There is no such suppressed address.');
  }

  private async present(items: readonly SuppressionDocument[]): Promise<SuppressionAnswer[]> {
    const users = await this.users.findMany(items.map(({ userId }) => userId));
    const suppressed = await this.suppressions.ofEmails(users.map(({ email }) => email));
    const emails = new Map([...suppressed].map(([email, { _id }]) => [_id, email]));
    return items.map(({ _id: id, userId, why, createdAt }) => ({
      ...{ id, userId, why },
      email: emails.get(id) ?? null,
      createdAt: createdAt.toISOString(),
    }));
  }
}
