import { Module } from '@nestjs/common';
import { HaltsController } from './halts.controller.ts';
import { Halts } from './halts.service.ts';

@Module({ controllers: [HaltsController], providers: [Halts], exports: [Halts] })
export class HaltsModule {}
