import { Controller, Delete, Get, HttpCode, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  createSuppressionsRepository,
  type SuppressionsRepository,
} from '@rounds/adapters/mongo/suppressions.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import { RoundsError } from '@rounds/contracts/errors';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { demandOperator, demandSeesAll, FromCaller, type Caller } from '../auth/caller.ts';
import { cutPage, type Page } from '../http/page.dto.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import {
  suppressionsPage,
  suppressionsQuery,
  type SuppressionAnswer,
  type SuppressionsQuery,
} from './suppressions.dto.ts';

@ApiTags('admin')
@Controller('api/v1/admin/suppressions')
export class SuppressionsController {
  constructor(
    @Inject(createSuppressionsRepository) private readonly suppressions: SuppressionsRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Addresses to which no more mail goes; for operators and auditors' })
  @Answers(200, 'One page, newest first.', suppressionsPage)
  @Problems('INVALID_INPUT', 'FORBIDDEN')
  async listSuppressions(
    @FromCaller() caller: Caller,
    @Query({ schema: suppressionsQuery }) { limit, cursor }: SuppressionsQuery,
  ): Promise<Page<SuppressionAnswer>> {
    demandSeesAll(caller);
    const { items, nextCursor } = cutPage(await this.suppressions.list(limit + 1, cursor), limit);
    const users = await this.users.findMany(items.map(({ userId }) => userId));
    const suppressed = await this.suppressions.ofEmails(users.map(({ email }) => email));
    const emails = new Map([...suppressed].map(([email, { _id }]) => [_id, email]));
    const shown = items.map(({ _id: id, userId, why, createdAt }) => ({
      ...{ id, userId, why },
      email: emails.get(id) ?? null,
      createdAt: createdAt.toISOString(),
    }));
    return { items: shown, nextCursor };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let mail go to the address again; for operators' })
  @Answers(204, 'Done.')
  @Problems('FORBIDDEN', 'NOT_FOUND')
  async liftSuppression(@FromCaller() caller: Caller, @Param('id') id: string): Promise<void> {
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
}
