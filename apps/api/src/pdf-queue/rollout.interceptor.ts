import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { RoundsError } from '@rounds/contracts/errors';
import type { Request, Response } from 'express';
import { of, type Observable } from 'rxjs';
import { callerOf } from '../auth/caller.ts';
import type { ApiConfig } from '../config.ts';
import { Flags } from '../flags/flags.service.ts';
import { retryWhileDown } from '../http/retry-while-down.ts';
import { CONFIG } from '../platform/tokens.ts';

/** These routes are for the users of the rollout; the others are sent to the older queue, or get its address. */
@Injectable()
export class PdfQueueRollout implements NestInterceptor {
  constructor(
    @Inject(Flags) private readonly flags: Flags,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const caller = callerOf(request);
    if (await retryWhileDown(() => this.flags.isOn('pdf-queue-routes', caller))) return next.handle();
    const older = this.config.ROUNDS_PDF_QUEUE_URL;
    if (older === undefined)
      throw new RoundsError(
        'NOT_FOUND',
        'These routes are not open to you yet: go on with the older queue, use /api/v1/reports/generate, or ask an operator for the flag pdf-queue-routes.',
      );
    const response = context.switchToHttp().getResponse<Response>();
    response.status(307).location(older + request.originalUrl);
    return of(undefined);
  }
}
