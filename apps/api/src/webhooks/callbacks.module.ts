import { Module } from '@nestjs/common';
import { Callbacks } from './callbacks.service.ts';

@Module({ providers: [Callbacks], exports: [Callbacks] })
export class CallbacksModule {}
