import { Inject, Injectable } from '@nestjs/common';
import { createImportsRepository, type ImportsRepository } from '@rounds/adapters/mongo/imports.repository';
import {
  createRefusalsRepository,
  type RefusalsRepository,
} from '@rounds/adapters/mongo/refusals.repository';
import type { ImportDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
import type { Scope } from '@rounds/contracts/scope';
import { seesAll, type Caller } from '../auth/caller.ts';
import { cutPageBy, type Page } from '../http/page.dto.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { Rights } from '../rights/rights.service.ts';
import {
  NO_DOMAIN,
  refusalsCursor,
  type ImportAnswer,
  type ImportDetails,
  type ImportsQuery,
  type RefusalsPage,
  type RefusalsQuery,
} from './imports.dto.ts';
import { presentDetails, presentFacets, presentImport, presentRefusal } from './present-import.ts';

/** To find a row by its rule would confirm what it quotes. */
const demandRuleShown = ({ rule }: RefusalsQuery, { unblinded }: Scope): void => {
  if (rule === undefined || unblinded) return;
  throw new RoundsError('FORBIDDEN', 'What rules say is for whoever may see treatment arms.', {
    fields: [broken('rule', 'not-while-blinded')],
  });
};

@Injectable()
export class ImportsService {
  constructor(
    @Inject(createImportsRepository) private readonly imports: ImportsRepository,
    @Inject(createRefusalsRepository) private readonly refused: RefusalsRepository,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @throws RoundsError STUDY_NOT_FOUND */
  async list(caller: Caller, studyId: string, query: ImportsQuery): Promise<Page<ImportAnswer>> {
    await this.scopeOf(caller, studyId);
    const { limit, cursor: after, domain } = query;
    const found = await this.imports.list(studyId, { domain, after, limit: limit + 1 });
    const { items, nextCursor } = cutPageBy(found, limit, ({ startedAt }) => startedAt);
    return { items: items.map((each) => presentImport(each, new Date(this.now()))), nextCursor };
  }

  /** @throws RoundsError STUDY_NOT_FOUND, NOT_FOUND, FORBIDDEN where the blinded look for a rule */
  async show(
    caller: Caller,
    studyId: string,
    importId: string,
    query: RefusalsQuery,
  ): Promise<ImportDetails> {
    const scope = await this.scopeOf(caller, studyId);
    demandRuleShown(query, scope);
    const imported = await this.imports.find(studyId, importId);
    if (imported === null) throw new RoundsError('NOT_FOUND', 'There is no such import of this study.');
    return {
      ...presentDetails(imported, scope, new Date(this.now())),
      refusals: scope.sites === 'all' ? await this.refusals(imported, scope, query) : null,
    };
  }

  private async refusals(
    imported: ImportDocument,
    scope: Scope,
    { limit, cursor: before = 0, ...query }: RefusalsQuery,
  ): Promise<RefusalsPage> {
    const filters = { ...query, domain: query.domain === NO_DOMAIN ? null : query.domain };
    const found = await this.refused.page(imported, filters, { before, limit: limit + 1 });
    return {
      items: found.slice(0, limit).map((refusal) => presentRefusal(refusal, scope)),
      nextCursor: found.length > limit ? refusalsCursor(before + limit) : null,
      ...(before === 0
        ? presentFacets(await this.refused.facets(imported, filters), scope)
        : { found: null, facets: null }),
    };
  }

  /** Operators and auditors see imports of every study, and what only the unblinded may see as members alone. */
  private async scopeOf(caller: Caller, studyId: string): Promise<Scope> {
    if (!seesAll(caller)) return this.rights.scopeOn(studyId, caller.userId);
    const held = await this.rights.findScope(studyId, caller.userId);
    return { sites: 'all', unblinded: held?.unblinded ?? false };
  }
}
