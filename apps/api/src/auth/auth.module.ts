import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { AccountsService } from './accounts.service.ts';
import { AuthGuard } from './auth.guard.ts';
import { SignIns } from './sign-ins.service.ts';

@Module({ imports: [AuditModule], providers: [AuthGuard, AccountsService, SignIns], exports: [AuthGuard] })
export class AuthModule {}
