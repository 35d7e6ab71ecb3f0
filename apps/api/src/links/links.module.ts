import { Module } from '@nestjs/common';
import { RightsModule } from '../rights/rights.module.ts';
import { LinksController } from './links.controller.ts';
import { LinksService } from './links.service.ts';

@Module({ imports: [RightsModule], controllers: [LinksController], providers: [LinksService] })
export class LinksModule {}
