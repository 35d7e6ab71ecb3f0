import { Module } from '@nestjs/common';
import { RightsModule } from '../rights/rights.module.ts';
import { ClosingController } from './closing.controller.ts';
import { ClosingService } from './closing.service.ts';
import { LinkPolicyController } from './link-policy.controller.ts';
import { StudiesController } from './studies.controller.ts';
import { StudiesService } from './studies.service.ts';
import { UploadsService } from './uploads.service.ts';

@Module({
  imports: [RightsModule],
  controllers: [StudiesController, ClosingController, LinkPolicyController],
  providers: [StudiesService, UploadsService, ClosingService],
  exports: [StudiesService],
})
export class StudiesModule {}
