import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.ts';
import { PageReaders } from '../pages/page-readers.service.ts';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts';
import { SuppressionsModule } from '../suppressions/suppressions.module.ts';
import { WebhooksModule } from '../webhooks/webhooks.module.ts';
import { AddressNotices } from './address-notices.service.ts';
import { JobNotices } from './job-notices.service.ts';
import { NoticePages } from './notice-pages.service.ts';
import { NoticesController } from './notices.controller.ts';
import { SubscriptionNotices } from './subscription-notices.service.ts';
import { WebhookNotices } from './webhook-notices.service.ts';

@Module({
  imports: [JobsModule, SubscriptionsModule, SuppressionsModule, WebhooksModule],
  controllers: [NoticesController],
  providers: [NoticePages, JobNotices, SubscriptionNotices, WebhookNotices, AddressNotices, PageReaders],
})
export class NoticesModule {}
