import { Inject, Injectable } from '@nestjs/common';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { UserDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { invalidInput, RoundsError } from '@rounds/contracts/errors';
import { DEFAULT_LANGUAGE, type Language } from '@rounds/contracts/language';
import { broken } from '@rounds/contracts/rules';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { demandMatch } from '../http/entity-tag.ts';
import { StudiesService } from '../studies/studies.service.ts';
import type { ApiConfig } from '../config.ts';
import { CONFIG } from '../platform/tokens.ts';
import type { ChangeMeBody, MeAnswer } from './me.dto.ts';
import { offeredLanguages } from './offered-languages.ts';

@Injectable()
export class MeService {
  constructor(
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(StudiesService) private readonly studies: StudiesService,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  async read(caller: Caller): Promise<MeAnswer> {
    return await this.present(caller, await this.find(caller));
  }

  /** @throws RoundsError INVALID_INPUT for a language that is not offered, PRECONDITION_FAILED, CONFLICT (two changes at once) */
  async change(caller: Caller, { language, timeZone }: ChangeMeBody): Promise<MeAnswer> {
    const user = await this.find(caller);
    demandMatch(caller, user.revision ?? 1);
    this.demandOffered(language);
    const change = defined({ language, timeZone });
    const fields = Object.keys(change);
    if (fields.length === 0) return await this.present(caller, user);
    const changed = await this.audit.change(
      caller,
      (audited) => this.users.change(user, change, audited),
      (after) => ({
        ...{ action: 'user.change', id: user._id, details: { fields } },
        ...valuesOf('user', user, after),
      }),
    );
    if (changed === null)
      throw new RoundsError('CONFLICT', 'You changed this from elsewhere at the same time: try again.');
    return await this.present(caller, changed);
  }

  private demandOffered(language: Language | undefined): void {
    const offered = offeredLanguages(this.config);
    if (language === undefined || offered.includes(language)) return;
    throw invalidInput('body', [broken('language', 'language-not-offered', { known: offered, language })]);
  }

  /** The guard has seen the user a moment ago. */
  private async find({ userId }: Caller): Promise<UserDocument> {
    const user = await this.users.find(userId);
    if (user === null) throw new RoundsError('NOT_FOUND', 'You are no longer known here.');
    return user;
  }

  private async present(caller: Caller, user: UserDocument): Promise<MeAnswer> {
    const { _id: id, email, name, roles, language = DEFAULT_LANGUAGE, timeZone = null, revision = 1 } = user;
    const studies = await this.studies.ofCaller(caller);
    const languages = offeredLanguages(this.config);
    return { id, email, name, roles: [...roles], language, languages, timeZone, studies, revision };
  }
}
