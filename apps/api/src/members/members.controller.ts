import { Body, Controller, Delete, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromCaller, type Caller } from '../auth/caller.ts';
import type { Page } from '../http/page.dto.ts';
import { Conditional, Versioned } from '../http/versioned.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { MemberAnswer, MemberBody, membersPage, MembersQuery } from './members.dto.ts';
import { MembersService } from './members.service.ts';

@ApiTags('members')
@Controller('api/v1/studies/:studyId/members')
export class MembersController {
  constructor(@Inject(MembersService) private readonly members: MembersService) {}

  @Get()
  @ApiOperation({
    summary: 'Who may see the study, for operators, auditors and who manages it: those of their sites',
  })
  @Answers(200, 'One page, the newest rights first.', membersPage)
  @Problems('INVALID_INPUT', 'STUDY_NOT_FOUND')
  listMembers(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Query({ schema: MembersQuery }) query: MembersQuery,
  ): Promise<Page<MemberAnswer>> {
    return this.members.list(caller, studyId, query);
  }

  @Put(':user')
  @Versioned()
  @ApiOperation({
    summary: 'Say what somebody may see of the study, by user id or e-mail address',
    description: `Replaces what they held. An operator, or a member who manages the study: nobody gives more than they
hold, changes who holds more, or changes their own. Unblinding somebody needs an \`Audit-Reason\`.`,
  })
  @Answers(200, 'From now on.', MemberAnswer)
  @Problems('NOT_FOUND', 'STUDY_NOT_FOUND', 'UNPROCESSABLE', 'CONFLICT')
  setMember(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Param('user') user: string,
    @Body({ schema: MemberBody }) body: MemberBody,
  ): Promise<MemberAnswer> {
    return this.members.set(caller, studyId, user, body);
  }

  @Delete(':user')
  @Conditional()
  @ApiOperation({ summary: 'Take the right on the study away; links that were mailed stop opening' })
  @Answers(204, 'From now on.')
  @Problems('NOT_FOUND', 'STUDY_NOT_FOUND', 'CONFLICT')
  async removeMember(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Param('user') user: string,
  ): Promise<void> {
    await this.members.remove(caller, studyId, user);
  }
}
