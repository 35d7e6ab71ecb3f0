import { Module } from '@nestjs/common';
import { StudiesModule } from '../studies/studies.module.ts';
import { MeController } from './me.controller.ts';
import { MeService } from './me.service.ts';

@Module({ imports: [StudiesModule], controllers: [MeController], providers: [MeService] })
export class MeModule {}
