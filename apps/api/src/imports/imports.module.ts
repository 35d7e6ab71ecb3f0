import { Module } from '@nestjs/common';
import { RightsModule } from '../rights/rights.module.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsService } from './imports.service.ts';

@Module({ imports: [RightsModule], controllers: [ImportsController], providers: [ImportsService] })
export class ImportsModule {}
