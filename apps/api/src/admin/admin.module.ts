import { Module } from '@nestjs/common';
import { HaltsModule } from '../halts/halts.module.ts';
import { JobsModule } from '../jobs/jobs.module.ts';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts';
import { AdminController } from './admin.controller.ts';
import { FailuresService } from './failures.service.ts';
import { MailsInDoubtController } from './mails-in-doubt.controller.ts';
import { OverviewService } from './overview.service.ts';
import { TaskQueues } from './task-queues.service.ts';

@Module({
  imports: [HaltsModule, JobsModule, SubscriptionsModule],
  controllers: [AdminController, MailsInDoubtController],
  providers: [OverviewService, TaskQueues, FailuresService],
})
export class AdminModule {}
