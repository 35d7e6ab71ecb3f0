import { Module } from '@nestjs/common';
import { Rights } from './rights.service.ts';

@Module({ providers: [Rights], exports: [Rights] })
export class RightsModule {}
