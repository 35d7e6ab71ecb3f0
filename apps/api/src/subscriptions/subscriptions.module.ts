import { Module } from '@nestjs/common';
import { HaltsModule } from '../halts/halts.module.ts';
import { ReportsModule } from '../reports/reports.module.ts';
import { RightsModule } from '../rights/rights.module.ts';
import { TemplatesModule } from '../templates/templates.module.ts';
import { CallbacksModule } from '../webhooks/callbacks.module.ts';
import { Audiences } from './audiences.service.ts';
import { CalendarController } from './calendar.controller.ts';
import { CalendarService } from './calendar.service.ts';
import { ChannelsService } from './channels.service.ts';
import { Destinations } from './destinations.service.ts';
import { EqualSubscriptions } from './equal-subscriptions.service.ts';
import { HandOver } from './hand-over.service.ts';
import { Invitations } from './invitations.service.ts';
import { NewSubscriptions } from './new-subscriptions.service.ts';
import { OptOuts } from './opt-outs.service.ts';
import { PreviewController } from './preview.controller.ts';
import { PreviewService } from './preview.service.ts';
import { RecipientsController } from './recipients.controller.ts';
import { RecipientsService } from './recipients.service.ts';
import { SchedulesController } from './schedules.controller.ts';
import { SteeringController } from './steering.controller.ts';
import { SubscriptionChanges } from './subscription-changes.service.ts';
import { SubscriptionPresenter } from './subscription-presenter.service.ts';
import { SubscriptionRecords } from './subscription-records.service.ts';
import { SubscriptionWorkflows } from './subscription-workflows.service.ts';
import { SubscriptionsController } from './subscriptions.controller.ts';
import { UnreadSubscriptions } from './unread-subscriptions.service.ts';
import { SubscriptionsService } from './subscriptions.service.ts';

@Module({
  imports: [HaltsModule, ReportsModule, RightsModule, TemplatesModule, CallbacksModule],
  controllers: [
    SubscriptionsController,
    SteeringController,
    CalendarController,
    PreviewController,
    RecipientsController,
    SchedulesController,
  ],
  providers: [
    SubscriptionsService,
    SubscriptionRecords,
    SubscriptionChanges,
    SubscriptionPresenter,
    Audiences,
    Destinations,
    CalendarService,
    ChannelsService,
    EqualSubscriptions,
    HandOver,
    Invitations,
    NewSubscriptions,
    OptOuts,
    PreviewService,
    RecipientsService,
    SubscriptionWorkflows,
    UnreadSubscriptions,
  ],
  exports: [HandOver, OptOuts, SubscriptionsService, SubscriptionChanges],
})
export class SubscriptionsModule {}
