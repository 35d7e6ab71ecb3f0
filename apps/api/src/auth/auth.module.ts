import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { AccountsService } from './accounts.service.ts';
import { AuthGuard } from './auth.guard.ts';

@Module({ imports: [AuditModule], providers: [AuthGuard, AccountsService], exports: [AuthGuard] })
export class AuthModule {}
