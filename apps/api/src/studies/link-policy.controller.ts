import { Body, Controller, Inject, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createStudiesRepository, type StudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import { RoundsError } from '@rounds/contracts/errors';
import { LINK_POLICIES } from '@rounds/contracts/link-policy';
import { z } from 'zod';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { FromCaller, isOperator, type Caller } from '../auth/caller.ts';
import { Answers, Problems } from '../openapi/answers.ts';

const linkPolicyBody = z
  .strictObject({
    linkPolicy: z
      .enum(LINK_POLICIES)
      .describe(
        'Of the links that are mailed, also of those that were: whoever has one, or the recipient signed in.',
      ),
  })
  .meta({ id: 'SetLinkPolicy' });

const linkPolicyAnswer = z
  .object({ studyId: z.string(), linkPolicy: z.enum(LINK_POLICIES) })
  .meta({ id: 'StudyLinkPolicy' });

@ApiTags('studies')
@Controller('api/v1/studies/:studyId')
export class LinkPolicyController {
  constructor(
    @Inject(createStudiesRepository) private readonly studies: StudiesRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  @Put('link-policy')
  @ApiOperation({ summary: 'Say how the mailed links of a study open (operators)' })
  @Answers(200, 'From now on, for every link of the study.', linkPolicyAnswer)
  @Problems('STUDY_NOT_FOUND')
  async setLinkPolicy(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Body({ schema: linkPolicyBody }) { linkPolicy }: z.infer<typeof linkPolicyBody>,
  ): Promise<z.infer<typeof linkPolicyAnswer>> {
    if (!isOperator(caller)) throw new RoundsError('FORBIDDEN', 'Only an operator says how links open.');
    const before = await this.audit.change(
      caller,
      (audited) => this.studies.setLinkPolicy(studyId, linkPolicy, audited),
      (study) => ({
        ...{ action: 'study.link-policy', id: studyId, studyId },
        ...valuesOf('study', study, { ...study, linkPolicy }),
      }),
    );
    if (before === null) throw new RoundsError('STUDY_NOT_FOUND', `There is no study ${studyId}.`);
    return { studyId, linkPolicy };
  }
}
