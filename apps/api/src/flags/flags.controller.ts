import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { Versioned } from '../http/versioned.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { FlagSettings } from './flag-settings.service.ts';
import { FlagAnswer, flagsAnswer, SetFlagBody } from './flags.dto.ts';

@ApiTags('admin')
@Controller('api/v1/admin/flags')
export class FlagsController {
  constructor(@Inject(FlagSettings) private readonly settings: FlagSettings) {}

  @Get()
  @ApiOperation({ summary: 'Rollout flags; for operators and auditors' })
  @Answers(200, 'Every flag.', flagsAnswer)
  @Problems()
  async listFlags(@FromCaller() caller: Caller): Promise<{ items: FlagAnswer[] }> {
    return { items: await this.settings.list(caller) };
  }

  @Get(':flag')
  @ApiOperation({ summary: 'One rollout flag; for operators and auditors' })
  @Versioned()
  @Answers(200, 'The flag.', FlagAnswer)
  @Problems('NOT_FOUND')
  getFlag(@FromCaller() caller: Caller, @Param('flag') name: string): Promise<FlagAnswer> {
    return this.settings.read(caller, name);
  }

  @Put(':flag')
  @ApiOperation({ summary: 'Decide who gets what a flag switches; for operators' })
  @Versioned()
  @Answers(200, 'Decided; every process follows within seconds.', FlagAnswer)
  @Problems('NOT_FOUND', 'CONFLICT', 'UNPROCESSABLE')
  setFlag(
    @FromCaller() caller: Caller,
    @Param('flag') name: string,
    @Body({ schema: SetFlagBody }) body: SetFlagBody,
  ): Promise<FlagAnswer> {
    return this.settings.set(caller, name, body);
  }
}
