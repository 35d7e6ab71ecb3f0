import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { demandOperator, demandSeesAll, FromCaller, type Caller } from '../auth/caller.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { HaltsAnswer, PutHaltBody } from './halts.dto.ts';
import { Halts } from './halts.service.ts';

@ApiTags('admin')
@Controller('api/v1/admin/halt')
export class HaltsController {
  constructor(@Inject(Halts) private readonly halts: Halts) {}

  @Get()
  @ApiOperation({ summary: 'What is halted, since when and why; for operators and auditors' })
  @Answers(200, 'What stands; nothing, usually.', HaltsAnswer)
  @Problems()
  readHalts(@FromCaller() caller: Caller): Promise<HaltsAnswer> {
    demandSeesAll(caller);
    return this.halts.list();
  }

  @Put()
  @ApiOperation({
    summary: 'Halt everything or a study, or lift it: nothing is made or mailed meanwhile; for operators',
  })
  @Answers(200, 'What stands now. Doing it again is no harm.', HaltsAnswer)
  @Problems('STUDY_NOT_FOUND')
  putHalt(
    @FromCaller() caller: Caller,
    @Body({ schema: PutHaltBody }) body: PutHaltBody,
  ): Promise<HaltsAnswer> {
    demandOperator(caller);
    return this.halts.put(caller, body);
  }
}
