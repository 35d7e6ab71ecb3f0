import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { deviations, nextRuns } from '@rounds/contracts/timetable-arithmetic';
import { AnswersAnew } from '../http/idempotency.interceptor.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { presentDeviation, zoneWarnings } from './present-subscription.ts';
import { checkTimetable } from './rules.ts';
import { PreviewScheduleBody, SchedulePreview } from './schedules.dto.ts';

@ApiTags('subscriptions')
@Controller('api/v1/schedules')
export class SchedulesController {
  constructor(@Inject(CLOCK) private readonly now: Clock) {}

  @Post('preview')
  @AnswersAnew()
  @ApiOperation({ summary: 'The next runs of a schedule that nobody has subscribed to yet' })
  @Answers(200, 'As a subscription would have them; nothing is kept.', SchedulePreview)
  @Problems('INVALID_INPUT')
  previewSchedule(
    @Body({ schema: PreviewScheduleBody }) { count, ...timetable }: PreviewScheduleBody,
  ): SchedulePreview {
    const now = this.now();
    checkTimetable(timetable, now);
    const runs = nextRuns(timetable, now, count);
    return {
      runs: runs.map(({ due, local: at, period }) => ({ due, at, period })),
      exceptions: deviations(timetable, now, runs).map(presentDeviation),
      warnings: zoneWarnings(timetable),
    };
  }
}
