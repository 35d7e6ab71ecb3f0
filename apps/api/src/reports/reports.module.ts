import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.ts';
import { RightsModule } from '../rights/rights.module.ts';
import { TemplatesModule } from '../templates/templates.module.ts';
import { CallbacksModule } from '../webhooks/callbacks.module.ts';
import { Admissions } from './admissions.service.ts';
import { NewRuns } from './new-runs.service.ts';
import { OnDemandPlans } from './on-demand-plans.service.ts';
import { ReportRequests } from './report-requests.service.ts';
import { ReportsController } from './reports.controller.ts';
import { ReportsService } from './reports.service.ts';

@Module({
  imports: [JobsModule, RightsModule, TemplatesModule, CallbacksModule],
  controllers: [ReportsController],
  providers: [Admissions, NewRuns, OnDemandPlans, ReportRequests, ReportsService],
  exports: [NewRuns, ReportRequests, ReportsService],
})
export class ReportsModule {}
