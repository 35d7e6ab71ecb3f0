import { Module } from '@nestjs/common';
import { HooksController } from './hooks.controller.ts';
import { ProviderEvents } from './provider-events.service.ts';

@Module({ controllers: [HooksController], providers: [ProviderEvents] })
export class HooksModule {}
