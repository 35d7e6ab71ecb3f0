import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { channelName } from '@rounds/contracts/channel';
import { z } from 'zod';
import { demandSeesAll, FromCaller, type Caller } from '../auth/caller.ts';
import { cutPageBy, pageOf, pageQuery, type Page } from '../http/page.dto.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { presentWhy, whyFields } from '../platform/why.ts';
import { createOverviewRepository, type OverviewRepository } from './overview.repository.ts';

const mailInDoubt = z
  .object({
    jobId: z.string(),
    studyId: z.string(),
    recipient: z.string().describe('E-mail address, or the name of the channel.'),
    recipientId: z.string().describe('User id, or the channel: `teams:chn_…`.'),
    ...whyFields,
    intendedAt: z.iso.datetime().nullable().describe('When it was first begun to be sent.'),
    since: z.iso.datetime().describe('When the last thing was heard of it.'),
  })
  .meta({ id: 'MailInDoubt' });
type MailInDoubt = z.infer<typeof mailInDoubt>;

const mailsQuery = z.strictObject({ ...pageQuery });

/** What a person decides about: neither the ledger nor the provider can tell whether it was sent. */
@ApiTags('admin')
@Controller('api/v1/admin/mails-in-doubt')
export class MailsInDoubtController {
  constructor(
    @Inject(createOverviewRepository) private readonly mails: OverviewRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Mails of which nobody can tell whether they were sent; for operators and auditors',
  })
  @Answers(200, 'One page, newest first.', pageOf(mailInDoubt))
  @Problems()
  async listMailsInDoubt(
    @FromCaller() caller: Caller,
    @Query({ schema: mailsQuery }) { limit, cursor }: z.infer<typeof mailsQuery>,
  ): Promise<Page<MailInDoubt>> {
    demandSeesAll(caller);
    const found = await this.mails.inDoubt(cursor, limit + 1);
    const { items, nextCursor } = cutPageBy(found, limit, ({ updatedAt }) => updatedAt);
    const emails = await this.users.emails(items.map(({ recipientId }) => recipientId));
    const shown = items.map(({ runId: jobId, studyId, recipientId, why, intendedAt, updatedAt }) => ({
      ...{ jobId, studyId, recipientId },
      recipient: emails.get(recipientId) ?? channelName(recipientId) ?? recipientId,
      ...presentWhy(why),
      intendedAt: intendedAt?.toISOString() ?? null,
      since: updatedAt.toISOString(),
    }));
    return { items: shown, nextCursor };
  }
}
