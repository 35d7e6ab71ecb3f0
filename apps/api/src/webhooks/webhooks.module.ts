import { Module } from '@nestjs/common';
import { RightsModule } from '../rights/rights.module.ts';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.ts';
import { WebhookDeliveries } from './webhook-deliveries.service.ts';
import { WebhookSecretsController } from './webhook-secrets.controller.ts';
import { WebhookSecrets } from './webhook-secrets.service.ts';

@Module({
  imports: [RightsModule],
  controllers: [WebhookSecretsController, WebhookDeliveriesController],
  providers: [WebhookSecrets, WebhookDeliveries],
})
export class WebhooksModule {}
