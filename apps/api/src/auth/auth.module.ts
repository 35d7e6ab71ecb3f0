import { Module } from '@nestjs/common';
import { AuthGuard } from './auth.guard.ts';

@Module({ providers: [AuthGuard], exports: [AuthGuard] })
export class AuthModule {}
