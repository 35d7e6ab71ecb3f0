import { Module } from '@nestjs/common';
import { RightsModule } from '../rights/rights.module.ts';
import { JobsModule } from '../jobs/jobs.module.ts';
import { JobLinksController } from './job-links.controller.ts';
import { PageReaders } from '../pages/page-readers.service.ts';
import { LinkAccess } from './link-access.service.ts';
import { LinkRenewals } from './link-renewal.service.ts';
import { LinksController } from './links.controller.ts';
import { LinksService } from './links.service.ts';

@Module({
  imports: [RightsModule, JobsModule],
  controllers: [LinksController, JobLinksController],
  providers: [LinksService, LinkAccess, LinkRenewals, PageReaders],
})
export class LinksModule {}
