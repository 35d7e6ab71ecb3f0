import { Inject, Injectable } from '@nestjs/common';
import { createHaltsRepository, type HaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import { createStudiesRepository, type StudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { haltId, INSTALLATION, type HaltDocument } from '@rounds/contracts/halt';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import type { HaltsAnswer, HeldBy, PutHaltBody } from './halts.dto.ts';

const shown = ({ studyId, reason, at }: HaltDocument): NonNullable<HeldBy> => ({
  scope: studyId === undefined ? 'installation' : 'study',
  studyId: studyId ?? null,
  reason,
  since: at.toISOString(),
});

@Injectable()
export class Halts {
  constructor(
    @Inject(createHaltsRepository) private readonly halts: HaltsRepository,
    @Inject(createStudiesRepository) private readonly studies: StudiesRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async list(): Promise<HaltsAnswer> {
    const standing = await this.halts.all();
    const emails = await this.users.emails(standing.map(({ by }) => by));
    return { items: standing.map((halt) => ({ ...shown(halt), by: emails.get(halt.by) ?? halt.by })) };
  }

  /** @returns for each study what holds it */
  async holding(): Promise<(studyId: string) => HeldBy> {
    const standing = new Map((await this.halts.all()).map((halt) => [halt._id, shown(halt)]));
    return (studyId) => standing.get(INSTALLATION) ?? standing.get(haltId(studyId)) ?? null;
  }

  /** @throws RoundsError STUDY_NOT_FOUND */
  async put(caller: Caller, { halted, studyId, reason }: PutHaltBody): Promise<HaltsAnswer> {
    if (studyId !== undefined && (await this.studies.find(studyId)) === null)
      throw new RoundsError('STUDY_NOT_FOUND', `There is no study ${studyId}.`);
    const halt = { reason, by: caller.userId, at: new Date(this.now()) };
    const about = { id: haltId(studyId), ...defined({ studyId }), details: { reason } };
    if (halted)
      await this.audit.change(
        caller,
        (audited) => this.halts.set(studyId, halt, audited),
        ({ before }) => ({
          ...{ action: 'halt.set', ...about },
          ...valuesOf('halt', before, { ...halt, ...(before === null ? {} : { at: before.at }) }),
        }),
      );
    else
      await this.audit.change(
        caller,
        (audited) => this.halts.lift(studyId, audited),
        (lifted) => ({ action: 'halt.lift', ...about, ...valuesOf('halt', lifted, null) }),
      );
    return this.list();
  }
}
