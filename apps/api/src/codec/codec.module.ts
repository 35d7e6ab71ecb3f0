import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.ts';
import { CodecController } from './codec.controller.ts';

@Module({ imports: [AuthModule], controllers: [CodecController] })
export class CodecModule {}
