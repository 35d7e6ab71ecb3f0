import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { RoundsError } from '@rounds/contracts/errors';
import type { Request, Response } from 'express';
import { Open } from '../auth/auth.guard.ts';
import type { ApiConfig } from '../config.ts';
import { Unlimited } from '../http/admission.guard.ts';
import { OpenProblems } from '../openapi/answers.ts';
import { CONFIG } from '../platform/tokens.ts';
import { Metrics } from './metrics.service.ts';

@Open()
@Unlimited()
@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /** Behind ROUNDS_METRICS_TOKEN; without one, open while developing and closed elsewhere. */
  @Get()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Durations of requests, open jobs, the process: for Prometheus' })
  @ApiResponse({
    status: 200,
    description: 'Prometheus’ text format.',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  @OpenProblems('UNAUTHENTICATED', 'FORBIDDEN', 'INTERNAL')
  async getMetrics(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    this.demandScraper(request.get('Authorization') ?? '');
    response.setHeader('Content-Type', this.metrics.contentType);
    return this.metrics.text();
  }

  private demandScraper(authorization: string): void {
    const { ROUNDS_ENV, ROUNDS_METRICS_TOKEN } = this.config;
    if (ROUNDS_METRICS_TOKEN === undefined) {
      if (ROUNDS_ENV === 'development') return;
      throw new RoundsError(
        'FORBIDDEN',
        'Metrics are closed: ROUNDS_METRICS_TOKEN opens them to who has it.',
      );
    }
    const [offered, needed] = [authorization, `Bearer ${ROUNDS_METRICS_TOKEN}`].map((text) =>
      Buffer.from(text),
    );
    if (offered?.length !== needed?.length || !timingSafeEqual(offered ?? Buffer.of(), needed ?? Buffer.of()))
      throw new RoundsError('UNAUTHENTICATED', 'This needs the token of ROUNDS_METRICS_TOKEN.');
  }
}
