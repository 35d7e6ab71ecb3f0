import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { AnswersAnew } from '../http/idempotency.interceptor.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { Rights } from '../rights/rights.service.ts';
import { Audiences } from './audiences.service.ts';
import { PreviewRecipientsBody, RecipientsPreview } from './preview.dto.ts';

@ApiTags('subscriptions')
@Controller('api/v1/studies/:studyId/recipients')
export class RecipientsController {
  constructor(
    @Inject(Audiences) private readonly audiences: Audiences,
    @Inject(Rights) private readonly rights: Rights,
  ) {}

  /** What the preview of a subscription would tell: no more, and to nobody else than who may subscribe them. */
  @Post('preview')
  @AnswersAnew()
  @ApiOperation({
    summary: 'What each of those people would see of the study’s reports, before anybody has subscribed them',
    description: `Whoever may see the study may subscribe its members, and is told who would get something. What each would see
is told as far as the caller's own rights cover it, to who manages the study, and never to the blinded. Of somebody who
is no member, and of an address that nobody has, it says the same.`,
  })
  @Answers(200, 'As rights are now; nothing is kept, and nobody is mailed.', RecipientsPreview)
  @Problems('INVALID_INPUT', 'STUDY_NOT_FOUND')
  async previewRecipients(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Body({ schema: PreviewRecipientsBody }) { recipients }: PreviewRecipientsBody,
  ): Promise<RecipientsPreview> {
    await this.rights.scopeOn(studyId, caller.userId);
    return { items: await this.audiences.ofAddresses(caller, studyId, recipients) };
  }
}
