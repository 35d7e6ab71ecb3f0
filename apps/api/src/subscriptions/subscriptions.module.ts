import { Module } from '@nestjs/common';
import { RightsModule } from '../rights/rights.module.ts';
import { TemplatesModule } from '../templates/templates.module.ts';
import { RecipientsService } from './recipients.service.ts';
import { SubscriptionWorkflows } from './subscription-workflows.service.ts';
import { SubscriptionsController } from './subscriptions.controller.ts';
import { SubscriptionsService } from './subscriptions.service.ts';

@Module({
  imports: [RightsModule, TemplatesModule],
  controllers: [SubscriptionsController],
  providers: [SubscriptionsService, RecipientsService, SubscriptionWorkflows],
})
export class SubscriptionsModule {}
