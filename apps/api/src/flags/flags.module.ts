import { Module } from '@nestjs/common';
import { FlagSettings } from './flag-settings.service.ts';
import { FlagsController } from './flags.controller.ts';
import { Flags } from './flags.service.ts';

@Module({ controllers: [FlagsController], providers: [Flags, FlagSettings], exports: [Flags] })
export class FlagsModule {}
