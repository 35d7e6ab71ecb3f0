import { Module } from '@nestjs/common';
import { ReportTypesController } from './report-types.controller.ts';

@Module({ controllers: [ReportTypesController] })
export class ReportTypesModule {}
