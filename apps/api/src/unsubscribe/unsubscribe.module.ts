import { Module } from '@nestjs/common';
import { PageReaders } from '../pages/page-readers.service.ts';
import { UnsubscribeController } from './unsubscribe.controller.ts';
import { UnsubscribeService } from './unsubscribe.service.ts';

@Module({ controllers: [UnsubscribeController], providers: [UnsubscribeService, PageReaders] })
export class UnsubscribeModule {}
