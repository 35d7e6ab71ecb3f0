import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Open } from '../auth/auth.guard.ts';
import { Unlimited } from '../http/admission.guard.ts';
import { Answers, OpenProblems } from '../openapi/answers.ts';
import { HealthService } from './health.service.ts';

const alive = z.object({ status: z.literal('ok') });
const ready = z.object({ status: z.literal('ready'), dependencies: z.array(z.string()) });

@Open()
@Unlimited()
@ApiTags('health')
@Controller()
export class HealthController {
  constructor(@Inject(HealthService) private readonly health: HealthService) {}

  @Get('healthz')
  @ApiOperation({ summary: 'Liveness: the process answers' })
  @Answers(200, 'It does.', alive)
  getHealth(): z.infer<typeof alive> {
    return { status: 'ok' };
  }

  @Get('readyz')
  @ApiOperation({ summary: 'Readiness: every server that it needs answers' })
  @Answers(200, 'All do.', ready)
  @OpenProblems('DEPENDENCY_DOWN')
  async getReadiness(): Promise<z.infer<typeof ready>> {
    return { status: 'ready', dependencies: await this.health.demandAll() };
  }
}
