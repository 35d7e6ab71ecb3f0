import { Module } from '@nestjs/common';
import { HaltsModule } from '../halts/halts.module.ts';
import { RightsModule } from '../rights/rights.module.ts';
import { CancellationService } from './cancellation.service.ts';
import { JobStates } from './job-state.service.ts';
import { JobActionsController } from './job-actions.controller.ts';
import { JobFeed } from './job-feed.service.ts';
import { JobPresenter } from './job-presenter.service.ts';
import { ChosenFiles } from './chosen-files.service.ts';
import { Downloads } from './downloads.service.ts';
import { Files } from './files.service.ts';
import { JobFilesController } from './job-files.controller.ts';
import { JobsController } from './jobs.controller.ts';
import { JobsService } from './jobs.service.ts';
import { MailSettling } from './mail-settling.service.ts';
import { Openings } from './openings.service.ts';
import { QueueEstimates } from './queue-estimates.service.ts';
import { Redeliveries } from './redeliveries.service.ts';
import { Redrives } from './redrive.service.ts';
import { RunEnds } from './run-ends.service.ts';
import { StoppedRuns } from './stopped-runs.service.ts';
import { RunMails } from './run-mails.service.ts';
import { Releases } from './releases.service.ts';
import { ReportViews } from './report-views.service.ts';

@Module({
  imports: [HaltsModule, RightsModule],
  controllers: [JobsController, JobActionsController, JobFilesController],
  providers: [
    JobsService,
    JobPresenter,
    JobStates,
    QueueEstimates,
    CancellationService,
    Redrives,
    Releases,
    Redeliveries,
    MailSettling,
    JobFeed,
    ChosenFiles,
    Downloads,
    Files,
    ReportViews,
    Openings,
    RunEnds,
    RunMails,
    StoppedRuns,
  ],
  exports: [
    JobsService,
    JobStates,
    QueueEstimates,
    CancellationService,
    Redrives,
    Redeliveries,
    MailSettling,
    Downloads,
    Files,
    Openings,
  ],
})
export class JobsModule {}
