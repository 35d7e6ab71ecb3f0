import { Module } from '@nestjs/common';
import { PageReaders } from '../pages/page-readers.service.ts';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts';
import { UnsubscribeController } from './unsubscribe.controller.ts';
import { UnsubscribeService } from './unsubscribe.service.ts';

@Module({
  imports: [SubscriptionsModule],
  controllers: [UnsubscribeController],
  providers: [UnsubscribeService, PageReaders],
})
export class UnsubscribeModule {}
