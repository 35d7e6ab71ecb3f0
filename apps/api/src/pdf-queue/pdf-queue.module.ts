import { Module } from '@nestjs/common';
import { FlagsModule } from '../flags/flags.module.ts';
import { JobsModule } from '../jobs/jobs.module.ts';
import { ReportsModule } from '../reports/reports.module.ts';
import { OlderJobsController } from './older-jobs.controller.ts';
import { PdfQueueController } from './pdf-queue.controller.ts';
import { PdfQueueService } from './pdf-queue.service.ts';

/** What callers of the older PDF queue know, until they have moved to /api/v1. */
@Module({
  imports: [FlagsModule, JobsModule, ReportsModule],
  controllers: [PdfQueueController, OlderJobsController],
  providers: [PdfQueueService],
})
export class PdfQueueModule {}
