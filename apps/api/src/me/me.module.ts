import { Module } from '@nestjs/common';
import { StudiesModule } from '../studies/studies.module.ts';
import { MeController } from './me.controller.ts';

@Module({ imports: [StudiesModule], controllers: [MeController] })
export class MeModule {}
