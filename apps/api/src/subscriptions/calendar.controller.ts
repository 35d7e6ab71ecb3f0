import { Body, Controller, Delete, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { ErrorCode } from '@rounds/contracts/errors';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { Versioned } from '../http/versioned.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { MoveRunBody, SkipNextAnswer, SkipNextBody, SnoozeBody } from './calendar.dto.ts';
import { CalendarService } from './calendar.service.ts';
import { SubscriptionAnswer } from './subscriptions.dto.ts';

const REFUSALS: readonly ErrorCode[] = [
  'INVALID_INPUT',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'IDEMPOTENCY_KEY_REUSED',
  'PAYLOAD_TOO_LARGE',
];

@ApiTags('subscriptions')
@Controller('api/v1/subscriptions/:subscriptionId')
export class CalendarController {
  constructor(@Inject(CalendarService) private readonly calendar: CalendarService) {}

  @Post('skip-next')
  @ApiOperation({ summary: 'Leave out the next run; again: one more' })
  @Versioned()
  @Answers(200, 'Skipped; `skipped` says which.', SkipNextAnswer)
  @Problems(...REFUSALS)
  skipNextRun(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Body({ schema: SkipNextBody }) { due }: SkipNextBody,
  ): Promise<SkipNextAnswer> {
    return this.calendar.skipNext(caller, id, due);
  }

  @Post('snooze')
  @ApiOperation({ summary: 'Leave out what is due before a day, or end that' })
  @Versioned()
  @Answers(200, 'Snoozed, or awake.', SubscriptionAnswer)
  @Problems(...REFUSALS)
  snoozeSubscription(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Body({ schema: SnoozeBody }) { until }: SnoozeBody,
  ): Promise<SubscriptionAnswer> {
    return this.calendar.snooze(caller, id, until);
  }

  @Post('move-run')
  @ApiOperation({ summary: 'Make one run at another time' })
  @Versioned()
  @Answers(200, 'Moved.', SubscriptionAnswer)
  @Problems(...REFUSALS)
  moveRun(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Body({ schema: MoveRunBody }) body: MoveRunBody,
  ): Promise<SubscriptionAnswer> {
    return this.calendar.move(caller, id, body);
  }

  @Delete('exceptions/:due')
  @ApiOperation({ summary: 'Take a skip or a move back' })
  @ApiParam({ name: 'due', schema: { type: 'string', format: 'date' } })
  @Versioned()
  @Answers(200, 'The run goes as the schedule says.', SubscriptionAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  restoreRun(
    @FromCaller() caller: Caller,
    @Param('subscriptionId') id: string,
    @Param('due') due: string,
  ): Promise<SubscriptionAnswer> {
    return this.calendar.restore(caller, id, due);
  }
}
