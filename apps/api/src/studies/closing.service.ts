import { Inject, Injectable } from '@nestjs/common';
import {
  createStudyClosingRepository,
  type StudyClosingRepository,
} from '@rounds/adapters/mongo/study-closing.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import { RoundsError } from '@rounds/contracts/errors';
import type { LocalDate } from '@rounds/contracts/period';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { isOperator, type Caller } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import type { ClosingAnswer } from './closing.dto.ts';

/** A study closes, and its subscriptions with it. Housekeeping applies it to their workflows. */
@Injectable()
export class ClosingService {
  constructor(
    @Inject(createStudyClosingRepository) private readonly closing: StudyClosingRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @throws RoundsError FORBIDDEN unless an operator, STUDY_NOT_FOUND */
  close(caller: Caller, studyId: string, at = localDateAt(this.now(), 'UTC')): Promise<ClosingAnswer> {
    return this.set(caller, studyId, at);
  }

  /** @throws RoundsError FORBIDDEN unless an operator, STUDY_NOT_FOUND */
  reopen(caller: Caller, studyId: string): Promise<ClosingAnswer> {
    return this.set(caller, studyId, null);
  }

  private async set(caller: Caller, studyId: string, closedAt: LocalDate | null): Promise<ClosingAnswer> {
    if (!isOperator(caller)) throw new RoundsError('FORBIDDEN', 'Only an operator closes or opens a study.');
    const action = closedAt === null ? 'study.reopen' : 'study.close';
    const after = closedAt === null ? {} : { closedAt };
    const done = await this.audit.change(
      caller,
      (audited) => this.closing.set(studyId, closedAt, new Date(this.now()), audited),
      ({ before, subscriptions }) => ({
        ...{ action, id: studyId, studyId, details: { subscriptions, ...after } },
        ...valuesOf('study', before, after),
      }),
    );
    if (done === null) throw new RoundsError('STUDY_NOT_FOUND', `There is no study ${studyId}.`);
    return { studyId, closedAt, subscriptions: done.subscriptions };
  }
}
