import { Controller, Delete, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createLinksRepository, type LinksRepository } from '@rounds/adapters/mongo/links.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
import { z } from 'zod';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { emailAddress } from '../http/email.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';

const revocationQuery = z.strictObject({
  recipient: emailAddress.optional().describe('Only the links mailed to this address.'),
});

const revocationAnswer = z.object({ revoked: z.int().describe('Links that opened until now.') });

/** The mailed links of one run. */
@ApiTags('links')
@Controller('api/v1/jobs')
export class JobLinksController {
  constructor(
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(createLinksRepository) private readonly links: LinksRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Delete(':jobId/links')
  @ApiOperation({ summary: 'Withdraw the links that were mailed; for who asked for the run, or an operator' })
  @Answers(200, 'They open no more, at once.', revocationAnswer)
  @Problems('NOT_FOUND')
  async revokeJobLinks(
    @FromCaller() caller: Caller,
    @Param('jobId') jobId: string,
    @Query({ schema: revocationQuery }) { recipient }: z.infer<typeof revocationQuery>,
  ): Promise<z.infer<typeof revocationAnswer>> {
    const run = await this.jobs.findOwn(caller, jobId);
    const recipientId = recipient === undefined ? undefined : await this.recipientOf(run, recipient);
    const whose = recipientId === undefined ? {} : { recipientId };
    const revoked = await this.audit.change(
      caller,
      (audited) => this.links.revoke(run, recipientId, new Date(this.now()), audited),
      (count) => ({
        ...{ action: 'link.revoke', id: jobId, studyId: run.studyId },
        details: { revoked: count, ...whose },
      }),
    );
    return { revoked };
  }

  /** @throws RoundsError NOT_FOUND alike for an address that nobody has: whether it is known here is nobody's to ask */
  private async recipientOf(run: RunDocument, email: string): Promise<string> {
    const [user] = await this.users.findByEmails([email]);
    const mailed = await this.links.ofRun(run);
    if (user === undefined || !mailed.some(({ recipientId }) => recipientId === user._id))
      throw new RoundsError('NOT_FOUND', 'No link of this job was mailed to that address.', {
        fields: [broken('recipient', 'not-a-recipient')],
      });
    return user._id;
  }
}
