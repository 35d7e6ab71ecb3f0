import { Module } from '@nestjs/common';
import { SuppressionsController } from './suppressions.controller.ts';

@Module({ controllers: [SuppressionsController] })
export class SuppressionsModule {}
