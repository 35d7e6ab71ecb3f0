import { Body, Controller, Get, Inject, Patch } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { Versioned } from '../http/versioned.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { ChangeMeBody, MeAnswer } from './me.dto.ts';
import { MeService } from './me.service.ts';

@ApiTags('studies')
@Controller('api/v1/me')
export class MeController {
  constructor(@Inject(MeService) private readonly me: MeService) {}

  @Get()
  @ApiOperation({ summary: 'Who you are here, and what you may see' })
  @Versioned()
  @Answers(200, 'You.', MeAnswer)
  @Problems('NOT_FOUND')
  getMe(@FromCaller() caller: Caller): Promise<MeAnswer> {
    return this.me.read(caller);
  }

  @Patch()
  @ApiOperation({ summary: 'Choose the language and the time zone of your reports and mails' })
  @Versioned()
  @Answers(200, 'Chosen; the next run heeds it.', MeAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  changeMe(
    @FromCaller() caller: Caller,
    @Body({ schema: ChangeMeBody }) body: ChangeMeBody,
  ): Promise<MeAnswer> {
    return this.me.change(caller, body);
  }
}
