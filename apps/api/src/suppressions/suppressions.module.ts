import { Module } from '@nestjs/common';
import { SuppressionsController } from './suppressions.controller.ts';
import { Suppressions } from './suppressions.service.ts';

@Module({ controllers: [SuppressionsController], providers: [Suppressions], exports: [Suppressions] })
export class SuppressionsModule {}
