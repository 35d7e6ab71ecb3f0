import { Module } from '@nestjs/common';
import { RightsModule } from '../rights/rights.module.ts';
import { StudiesController } from './studies.controller.ts';
import { StudiesService } from './studies.service.ts';

@Module({
  imports: [RightsModule],
  controllers: [StudiesController],
  providers: [StudiesService],
  exports: [StudiesService],
})
export class StudiesModule {}
