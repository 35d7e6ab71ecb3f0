import { Module } from '@nestjs/common';
import { RightsModule } from '../rights/rights.module.ts';
import { CancellationService } from './cancellation.service.ts';
import { JobStates } from './job-state.service.ts';
import { JobsController } from './jobs.controller.ts';
import { JobsService } from './jobs.service.ts';

@Module({
  imports: [RightsModule],
  controllers: [JobsController],
  providers: [JobsService, JobStates, CancellationService],
  exports: [JobsService, CancellationService],
})
export class JobsModule {}
