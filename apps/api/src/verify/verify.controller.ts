import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { AnswersAnew } from '../http/idempotency.interceptor.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { VerifyAnswer, VerifyBody } from './verify.dto.ts';
import { VerifyService } from './verify.service.ts';

@ApiTags('verify')
@Controller('api/v1/verify')
export class VerifyController {
  constructor(@Inject(VerifyService) private readonly verification: VerifyService) {}

  /** Changes nothing, and tells what is so now: an answer of yesterday must not come back for its key. */
  @Post()
  @AnswersAnew()
  @ApiOperation({
    summary: 'Whether a file is one that Rounds made and sent, unaltered, to whom and when',
    description: `The file stays with you: only its hash is asked about. Operators and auditors are told of every file,
others of those that they may see of the runs that they asked for or receive. Whatever else there is, is \`unknown\`,
as what there is not.`,
  })
  @Answers(200, 'What can be said of it.', VerifyAnswer)
  @Problems()
  verifyFile(
    @FromCaller() caller: Caller,
    @Body({ schema: VerifyBody }) body: VerifyBody,
  ): Promise<VerifyAnswer> {
    return this.verification.verify(caller, body);
  }
}
