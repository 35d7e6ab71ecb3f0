import { Module } from '@nestjs/common';
import { RightsModule } from '../rights/rights.module.ts';
import { LogosService } from './logos.service.ts';
import { TemplateContents } from './template-contents.service.ts';
import { TemplateUse } from './template-use.service.ts';
import { TemplatesController } from './templates.controller.ts';
import { TemplatesService } from './templates.service.ts';

@Module({
  imports: [RightsModule],
  controllers: [TemplatesController],
  providers: [TemplatesService, TemplateContents, TemplateUse, LogosService],
  exports: [TemplateUse],
})
export class TemplatesModule {}
