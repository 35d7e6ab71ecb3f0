import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.ts';
import { AddressSuppressor } from './address-suppressor.service.ts';
import { HooksController } from './hooks.controller.ts';
import { ProviderEvents } from './provider-events.service.ts';

@Module({
  imports: [JobsModule],
  controllers: [HooksController],
  providers: [ProviderEvents, AddressSuppressor],
})
export class HooksModule {}
