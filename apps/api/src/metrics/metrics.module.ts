import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.ts';
import { MetricsController } from './metrics.controller.ts';
import { Metrics } from './metrics.service.ts';

@Module({ imports: [AuthModule], controllers: [MetricsController], providers: [Metrics], exports: [Metrics] })
export class MetricsModule {}
