import { Module } from '@nestjs/common';
import { Authority } from './authority.service.ts';
import { Rights } from './rights.service.ts';

@Module({ providers: [Authority, Rights], exports: [Authority, Rights] })
export class RightsModule {}
