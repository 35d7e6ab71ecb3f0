import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.ts';
import { RightsModule } from '../rights/rights.module.ts';
import { VerifyController } from './verify.controller.ts';
import { VerifyService } from './verify.service.ts';

@Module({ imports: [JobsModule, RightsModule], controllers: [VerifyController], providers: [VerifyService] })
export class VerifyModule {}
