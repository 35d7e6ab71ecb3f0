import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.service.ts';
import { AuditController } from './audit.controller.ts';
import { OpeningsController } from './openings.controller.ts';

/** Global, because every feature that changes something records it. */
@Global()
@Module({
  controllers: [AuditController, OpeningsController],
  providers: [AuditTrail],
  exports: [AuditTrail],
})
export class AuditModule {}
