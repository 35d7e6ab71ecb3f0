import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { Authority } from '../rights/authority.service.ts';
import { UsersAnswer, UsersQuery } from './members.dto.ts';
import { People } from './people.service.ts';

@ApiTags('members')
@Controller('api/v1/users')
export class UsersController {
  constructor(
    @Inject(Authority) private readonly authority: Authority,
    @Inject(People) private readonly people: People,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'People by a part of address or name, for operators, auditors and who manages a study',
  })
  @Answers(200, 'Those who are known here.', UsersAnswer)
  @Problems('INVALID_INPUT')
  async findUsers(
    @FromCaller() caller: Caller,
    @Query({ schema: UsersQuery }) { query }: UsersQuery,
  ): Promise<UsersAnswer> {
    await this.authority.demandAny(caller);
    const found = await this.people.search(query);
    return { items: found.map(({ _id: id, email, name }) => ({ id, email, name })) };
  }
}
