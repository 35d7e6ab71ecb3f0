import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import { RoundsError, type ErrorCode } from '@rounds/contracts/errors';
import type { Request } from 'express';
import { catchError, from, type Observable } from 'rxjs';
import { findCaller } from '../auth/caller.ts';
import { routeOf } from '../http/request-id.ts';
import { forLog } from '../platform/for-log.ts';
import { LOGGER } from '../platform/tokens.ts';
import { AuditTrail } from './audit-trail.service.ts';

/** What one may not know of is not found. */
const REFUSED: readonly ErrorCode[] = ['FORBIDDEN', 'NOT_FOUND', 'STUDY_NOT_FOUND'];
/** Characters: ids are shorter. */
const LONGEST_ID = 128;

/** Ids as they were asked for; what may be an address, or is none of ours, is left out. */
const askedFor = (request: Request): Record<string, string> => {
  const body = (request.body ?? {}) as { readonly studyId?: unknown };
  const named = { studyId: body.studyId, ...request.params };
  return Object.fromEntries(
    Object.entries(named).filter(
      (each): each is [string, string] =>
        typeof each[1] === 'string' && each[1].length <= LONGEST_ID && !each[1].includes('@'),
    ),
  );
};

/** Enters what a person tried and was refused: once an hour for the same thing. */
@Injectable()
export class RefusalsInterceptor implements NestInterceptor {
  constructor(
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    return next.handle().pipe(catchError((error: unknown) => from(this.refuse(request, error))));
  }

  private async refuse(request: Request, error: unknown): Promise<never> {
    if (error instanceof RoundsError && REFUSED.includes(error.code))
      await this.enter(request, error.code).catch((fault: unknown) => {
        this.logger.error({ fault: forLog(fault) }, 'A refusal could not be entered in the audit trail.');
      });
    throw error;
  }

  private async enter(request: Request, code: ErrorCode): Promise<void> {
    const caller = findCaller(request);
    if (caller === undefined) return;
    const ids = askedFor(request);
    const id = `${request.method} ${routeOf(request)}`;
    const study = ids.studyId === undefined ? {} : { studyId: ids.studyId };
    const deed = { action: 'access.refuse', id, ...study, details: { code, ...ids } } as const;
    await this.audit.recordHourly(caller, deed, [ids, code]);
  }
}
