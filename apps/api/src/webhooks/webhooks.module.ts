import { Module } from '@nestjs/common';
import { RightsModule } from '../rights/rights.module.ts';
import { CallbacksModule } from './callbacks.module.ts';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.ts';
import { WebhookDeliveries } from './webhook-deliveries.service.ts';
import { WebhookSecretsController } from './webhook-secrets.controller.ts';
import { WebhookSecrets } from './webhook-secrets.service.ts';
import { WebhookTestsController } from './webhook-tests.controller.ts';
import { WebhookTests } from './webhook-tests.service.ts';

@Module({
  imports: [RightsModule, CallbacksModule],
  controllers: [WebhookSecretsController, WebhookTestsController, WebhookDeliveriesController],
  providers: [WebhookSecrets, WebhookTests, WebhookDeliveries],
  exports: [WebhookDeliveries],
})
export class WebhooksModule {}
