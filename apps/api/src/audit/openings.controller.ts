import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createLinksRepository, type LinksRepository } from '@rounds/adapters/mongo/links.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { OpeningDocument } from '@rounds/contracts/collections';
import { demandSeesAll, FromCaller, type Caller } from '../auth/caller.ts';
import { cutPageBy, type Page } from '../http/page.dto.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { idOf } from './audit.controller.ts';
import { openingsPage, OpeningsQueryDto, type OpeningAnswer } from './audit.dto.ts';

@ApiTags('admin')
@Controller('api/v1/admin/openings')
export class OpeningsController {
  constructor(
    @Inject(createLinksRepository) private readonly links: LinksRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who looked at which report and fetched which file; for operators and auditors' })
  @Answers(200, 'One page, newest first.', openingsPage)
  @Problems()
  async listOpenings(
    @FromCaller() caller: Caller,
    @Query({ schema: OpeningsQueryDto }) query: OpeningsQueryDto,
  ): Promise<Page<OpeningAnswer>> {
    demandSeesAll(caller);
    const { limit, cursor: after, user, jobId: runId, studyId, what, from, to } = query;
    const found = await this.links.openings({
      studies: studyId === undefined ? 'every' : [studyId],
      ...{ userId: await idOf(this.users, user), runId, what, from, to, after, limit: limit + 1 },
    });
    const { items, nextCursor } = cutPageBy(found, limit, ({ at }) => at);
    const emails = await this.users.emails(items.map(({ userId }) => userId));
    return { items: items.map((opening) => present(opening, emails)), nextCursor };
  }
}

const present = (opening: OpeningDocument, emails: ReadonlyMap<string, string>): OpeningAnswer => ({
  id: opening._id,
  at: opening.at.toISOString(),
  what: opening.what,
  by: opening.linkId === null ? 'person' : 'link',
  userId: opening.userId,
  user: emails.get(opening.userId) ?? null,
  jobId: opening.runId,
  studyId: opening.studyId,
  format: opening.format ?? null,
  sha256: opening.sha256 ?? null,
  heldBack: opening.heldBack ?? false,
});
