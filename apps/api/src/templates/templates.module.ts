import { Module, RequestMethod, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { raw } from 'express';
import { RightsModule } from '../rights/rights.module.ts';
import { LogosService, MOST_LOGO_BYTES } from './logos.service.ts';
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
export class TemplatesModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(raw({ type: ['image/png', 'image/jpeg', 'image/svg+xml'], limit: MOST_LOGO_BYTES }))
      .forRoutes({ path: 'api/v1/templates/logos', method: RequestMethod.POST });
  }
}
