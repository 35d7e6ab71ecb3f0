import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createAuditRepository, type AuditRepository } from '@rounds/adapters/mongo/audit.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { AuditDocument } from '@rounds/contracts/audit';
import { demandSeesAll, FromCaller, type Caller } from '../auth/caller.ts';
import { cutPageBy, type Page } from '../http/page.dto.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { auditPage, AuditQueryDto, type AuditAnswer } from './audit.dto.ts';

@ApiTags('admin')
@Controller('api/v1/admin/audit')
export class AuditController {
  constructor(
    @Inject(createAuditRepository) private readonly audit: AuditRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who changed what; for operators and auditors' })
  @Answers(200, 'One page, newest first.', auditPage)
  @Problems()
  async listAudit(
    @FromCaller() caller: Caller,
    @Query({ schema: AuditQueryDto }) query: AuditQueryDto,
  ): Promise<Page<AuditAnswer>> {
    demandSeesAll(caller);
    const { limit, cursor: after, actor, action, target: targetId, studyId, from, to } = query;
    const found = await this.audit.list({
      studies: studyId === undefined ? 'every' : [studyId],
      ...{ actorId: await idOf(this.users, actor), action, targetId, after, limit: limit + 1 },
      ...{ from, to },
    });
    const { items, nextCursor } = cutPageBy(found, limit, ({ at }) => at);
    const emails = await this.users.emails(items.map(({ actorId }) => actorId));
    return { items: items.map((entry) => present(entry, emails)), nextCursor };
  }
}

/** What is no user's address finds nothing. */
export const idOf = async (
  users: UsersRepository,
  idOrEmail: string | undefined,
): Promise<string | undefined> =>
  idOrEmail?.includes('@') === true ? ((await users.findByEmail(idOrEmail))?._id ?? idOrEmail) : idOrEmail;

const present = (entry: AuditDocument, emails: ReadonlyMap<string, string>): AuditAnswer => ({
  id: entry._id,
  at: entry.at.toISOString(),
  actorId: entry.actorId,
  actor: emails.get(entry.actorId) ?? null,
  action: entry.action,
  target: entry.target,
  studyId: entry.studyId ?? null,
  requestId: entry.requestId ?? null,
  details: Object.fromEntries(
    Object.entries(entry.details ?? {}).map(([name, value]) => [
      name,
      typeof value === 'object' ? [...value] : value,
    ]),
  ),
  before: entry.before ?? null,
  after: entry.after ?? null,
  reason: entry.reason ?? null,
});
