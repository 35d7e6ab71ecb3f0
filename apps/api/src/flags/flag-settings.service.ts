import { Inject, Injectable } from '@nestjs/common';
import { normalAddress } from '@rounds/adapters/mail/email-address';
import { createFlagsRepository, type FlagsRepository } from '@rounds/adapters/mongo/flags.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import { RoundsError } from '@rounds/contracts/errors';
import { FLAGS, undecided, type FlagDocument, type FlagName } from '@rounds/contracts/flag';
import { broken } from '@rounds/contracts/rules';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { demandOperator, demandSeesAll, type Caller } from '../auth/caller.ts';
import { demandMatch } from '../http/entity-tag.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { flagName, type FlagAnswer, type SetFlagBody } from './flags.dto.ts';
import { Flags } from './flags.service.ts';

type Setting = Omit<FlagDocument, 'updatedAt'> & { readonly updatedAt?: Date };

/** What operators decide about flags. */
@Injectable()
export class FlagSettings {
  constructor(
    @Inject(createFlagsRepository) private readonly flags: FlagsRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(Flags) private readonly evaluation: Flags,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async list(caller: Caller): Promise<FlagAnswer[]> {
    demandSeesAll(caller);
    const decided = new Map((await this.flags.all()).map((flag) => [flag._id, flag]));
    const names = Object.keys(FLAGS) as FlagName[];
    const settings = names.map((name) => decided.get(name) ?? undecided(name));
    return Promise.all(settings.map((setting) => this.present(setting)));
  }

  /** @throws RoundsError FORBIDDEN, NOT_FOUND */
  async read(caller: Caller, name: string): Promise<FlagAnswer> {
    demandSeesAll(caller);
    return this.present(await this.find(name));
  }

  /** @throws RoundsError FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, UNPROCESSABLE (no such user), CONFLICT */
  async set(
    caller: Caller,
    name: string,
    { enabled, percentage, on, off }: SetFlagBody,
  ): Promise<FlagAnswer> {
    demandOperator(caller);
    const before = await this.find(name);
    const { _id, revision } = before;
    demandMatch(caller, revision);
    const flag = {
      ...{ _id, enabled, percentage, revision: revision + 1 },
      on: await this.idsOf('on', on),
      off: await this.idsOf('off', off),
      updatedAt: new Date(this.now()),
    };
    const details = { enabled, percentage, on: flag.on, off: flag.off, revision: flag.revision };
    const isSet = await this.audit.change(
      caller,
      (audited) => this.flags.set(flag, audited),
      () => ({ action: 'flag.set', id: _id, details, ...valuesOf('flag', before, flag) }),
    );
    if (!isSet) throw new RoundsError('CONFLICT', 'Someone else set this flag just now: read it again.');
    this.evaluation.changed();
    return this.present(flag);
  }

  private async find(name: string): Promise<Setting> {
    const parsed = flagName.safeParse(name);
    if (!parsed.success) throw new RoundsError('NOT_FOUND', 'There is no such flag.');
    return (await this.flags.find(parsed.data)) ?? undecided(parsed.data);
  }

  private async idsOf(field: 'on' | 'off', emails: readonly string[]): Promise<string[]> {
    const users = await this.users.findByEmails(emails);
    const ids = new Map(users.map(({ _id, email }) => [email, _id]));
    const unknown = emails.flatMap((email, place) => (ids.has(normalAddress(email)) ? [] : [place]));
    if (unknown.length > 0)
      throw new RoundsError('UNPROCESSABLE', 'A flag knows users who were here once.', {
        fields: unknown.map((place) => broken(`${field}.${place}`, 'not-a-user')),
      });
    return [...new Set(ids.values())];
  }

  private async present({ _id, updatedAt, on, off, ...setting }: Setting): Promise<FlagAnswer> {
    const emails = await this.users.emails([...on, ...off]);
    const emailOf = (id: string) => emails.get(id) ?? id;
    return {
      name: _id,
      description: FLAGS[_id],
      ...setting,
      on: on.map(emailOf),
      off: off.map(emailOf),
      updatedAt: updatedAt?.toISOString() ?? null,
    };
  }
}
