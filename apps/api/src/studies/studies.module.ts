import { Module } from '@nestjs/common';
import { RightsModule } from '../rights/rights.module.ts';
import { StudiesController } from './studies.controller.ts';
import { StudiesService } from './studies.service.ts';
import { UploadsService } from './uploads.service.ts';

@Module({
  imports: [RightsModule],
  controllers: [StudiesController],
  providers: [StudiesService, UploadsService],
  exports: [StudiesService],
})
export class StudiesModule {}
