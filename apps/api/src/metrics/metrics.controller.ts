import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AuthGuard, Open } from '../auth/auth.guard.ts';
import { demandSeesAll } from '../auth/caller.ts';
import type { ApiConfig } from '../config.ts';
import { Unlimited } from '../http/admission.guard.ts';
import { Problems } from '../openapi/answers.ts';
import { CONFIG } from '../platform/tokens.ts';
import { Metrics } from './metrics.service.ts';

@Open()
@Unlimited()
@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(AuthGuard) private readonly auth: AuthGuard,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /** For who bears ROUNDS_METRICS_TOKEN, as Prometheus does, and for operators and auditors. */
  @Get()
  @ApiOperation({ summary: 'Durations of requests, open jobs, the process: for Prometheus' })
  @ApiResponse({
    status: 200,
    description: 'Prometheus’ text format.',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  @Problems()
  async getMetrics(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    if (!this.isScraper(request.get('Authorization') ?? ''))
      demandSeesAll(await this.auth.authenticate(request));
    response.setHeader('Content-Type', this.metrics.contentType);
    return this.metrics.text();
  }

  private isScraper(authorization: string): boolean {
    const { ROUNDS_METRICS_TOKEN } = this.config;
    if (ROUNDS_METRICS_TOKEN === undefined) return false;
    const [offered = Buffer.of(), needed = Buffer.of()] = [
      authorization,
      `Bearer ${ROUNDS_METRICS_TOKEN}`,
    ].map((text) => Buffer.from(text));
    return offered.length === needed.length && timingSafeEqual(offered, needed);
  }
}
