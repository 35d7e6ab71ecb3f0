import { Module } from '@nestjs/common';
import { RightsModule } from '../rights/rights.module.ts';
import { ClosingController } from './closing.controller.ts';
import { ClosingService } from './closing.service.ts';
import { LinkPolicyController } from './link-policy.controller.ts';
import { DocumentsController } from './documents.controller.ts';
import { DocumentsService } from './documents.service.ts';
import { StudiesController } from './studies.controller.ts';
import { StudiesService } from './studies.service.ts';
import { UploadsService } from './uploads.service.ts';

@Module({
  imports: [RightsModule],
  controllers: [StudiesController, DocumentsController, ClosingController, LinkPolicyController],
  providers: [DocumentsService, StudiesService, UploadsService, ClosingService],
  exports: [StudiesService],
})
export class StudiesModule {}
