import { Inject, Injectable } from '@nestjs/common';
import {
  createTemplatesRepository,
  type TemplateContent,
  type TemplatesRepository,
} from '@rounds/adapters/mongo/templates.repository';
import { narrow, type Studies } from '@rounds/adapters/mongo/study-filter';
import type { AuditAction } from '@rounds/contracts/audit';
import { valuesOf } from '@rounds/contracts/audit-values';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
import { templateVersion, type TemplateDocument } from '@rounds/contracts/template';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { demandOperator, type Caller } from '../auth/caller.ts';
import { demandMatch } from '../http/entity-tag.ts';
import { cutPage, type Page } from '../http/page.dto.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { Rights } from '../rights/rights.service.ts';
import { presentTemplate } from './present-template.ts';
import { TemplateContents } from './template-contents.service.ts';
import type {
  ChangeTemplateBody,
  CreateTemplateBody,
  TemplateAnswer,
  TemplatesQueryDto,
} from './templates.dto.ts';

/** What a version is made of beside its content. */
type Origin = Pick<TemplateDocument, 'name' | 'reportType'> & { readonly requestKey?: string };

export interface ChangedTemplate {
  readonly template: TemplateAnswer;
  /** Whether the change made the next version, because the one it began from was used. */
  readonly isNew: boolean;
}

/**
 * Operators write templates, since they decide how every study's reports look; members read those that they may
 * use: shared ones and those of their studies (docs/decisions/0016-templates.md).
 */
@Injectable()
export class TemplatesService {
  constructor(
    @Inject(createTemplatesRepository) private readonly templates: TemplatesRepository,
    @Inject(TemplateContents) private readonly contents: TemplateContents,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * A new template, or the next version of one that has the name.
   *
   * @param requestKey derived from the Idempotency-Key, where there is one
   * @throws RoundsError FORBIDDEN, INVALID_INPUT, CONFLICT (the name is another report type's)
   */
  async create(
    caller: Caller,
    body: CreateTemplateBody,
    requestKey: string | undefined,
  ): Promise<TemplateAnswer> {
    demandOperator(caller);
    const { name, reportType, title = name, ...rest } = body;
    const made = requestKey === undefined ? null : await this.templates.madeBy(name, requestKey);
    if (made !== null) return presentTemplate(made);
    const origin = { name, reportType, ...defined({ requestKey }) };
    const content = await this.contents.of(reportType, { title, ...rest });
    return this.add(caller, origin, content, 'template.create');
  }

  async list(caller: Caller, query: TemplatesQueryDto): Promise<Page<TemplateAnswer>> {
    const { limit, cursor: after, studyId, reportType } = query;
    const held = await this.rights.studiesOf(caller);
    const studies = narrow(held, studyId);
    const found = await this.templates.list({ studies, reportType, after, limit: limit + 1 });
    const { items, nextCursor } = cutPage(found, limit);
    return { items: seenWith(items, held).map(presentTemplate), nextCursor };
  }

  async read(caller: Caller, reference: string): Promise<TemplateAnswer> {
    return presentTemplate(await this.find(caller, reference));
  }

  async versions(caller: Caller, name: string): Promise<{ items: TemplateAnswer[] }> {
    await this.find(caller, name);
    const held = await this.rights.studiesOf(caller);
    return { items: seenWith(await this.templates.versions(name), held).map(presentTemplate) };
  }

  /** @throws RoundsError FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, INVALID_INPUT, CONFLICT */
  async change(caller: Caller, reference: string, body: ChangeTemplateBody): Promise<ChangedTemplate> {
    demandOperator(caller);
    const found = await this.find(caller, reference);
    demandMatch(caller, found.revision);
    const content = await this.contents.changed(found, body);
    if (found.usedAt === undefined && found.retiredAt === undefined) {
      const changed = await this.audit.change(
        caller,
        (audited) => this.templates.change(found, content, new Date(this.now()), audited),
        (after) => ({
          ...{ action: 'template.change', id: after._id, details: { fields: Object.keys(body) } },
          ...valuesOf('template', found, after),
        }),
      );
      // Used or changed since it was read: what the caller saw is not what would be changed.
      if (changed === null)
        throw new RoundsError('CONFLICT', 'It was used or changed just now: read it again.');
      return { template: presentTemplate(changed), isNew: false };
    }
    const { name, reportType } = found;
    return {
      template: await this.add(caller, { name, reportType }, content, 'template.change'),
      isNew: true,
    };
  }

  /** @throws RoundsError FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED */
  async retire(caller: Caller, reference: string): Promise<TemplateAnswer> {
    demandOperator(caller);
    const found = await this.find(caller, reference);
    demandMatch(caller, found.revision);
    const retiredAt = new Date(this.now());
    if (found.retiredAt === undefined)
      await this.audit.change(
        caller,
        (audited) => this.templates.retire(reference, retiredAt, audited),
        () => ({
          ...{ action: 'template.retire', id: reference },
          ...valuesOf('template', found, { ...found, retiredAt }),
        }),
      );
    return this.read(caller, found._id);
  }

  /** @throws RoundsError NOT_FOUND alike for no such template and one of other studies */
  private async find(caller: Caller, reference: string): Promise<TemplateDocument> {
    const found = await this.templates.find(reference);
    const [seen] = found === null ? [] : seenWith([found], await this.rights.studiesOf(caller));
    if (seen === undefined)
      throw new RoundsError('NOT_FOUND', 'There is no such template among those you may see.');
    return seen;
  }

  /** Whoever is faster gets the number; who comes second gets the next one. */
  private async add(
    caller: Caller,
    origin: Origin,
    content: TemplateContent,
    action: Extract<AuditAction, `template.${string}`>,
  ): Promise<TemplateAnswer> {
    const [newest] = await this.templates.versions(origin.name);
    if (newest !== undefined && newest.reportType !== origin.reportType)
      throw new RoundsError('CONFLICT', `This name is taken by a template of ${newest.reportType}.`, {
        fields: [broken('name', 'template-name-taken')],
      });
    const version = (newest?.version ?? 0) + 1;
    const at = new Date(this.now());
    const template: TemplateDocument = {
      _id: templateVersion(origin.name, version),
      // Above that of the version before: the ETag of a name, which stands for its newest, never comes twice.
      ...{ ...origin, version, ...content, revision: (newest?.revision ?? 0) + 1 },
      ...{ createdBy: caller.userId, createdAt: at, updatedAt: at },
    };
    const isFirst = await this.audit.change(
      caller,
      (audited) => this.templates.insert(template, audited),
      () => ({
        ...{ action, id: template._id, details: { version } },
        ...valuesOf('template', newest ?? null, template),
      }),
    );
    return isFirst ? presentTemplate(template) : this.add(caller, origin, content, action);
  }
}

/** Those usable for a study of the caller's, naming no other study: callers do not learn which others there are. */
const seenWith = (templates: readonly TemplateDocument[], held: Studies): TemplateDocument[] =>
  templates.flatMap((template) => {
    if (held === 'every' || template.studies === 'all') return [template];
    const studies = template.studies.filter((study) => held.includes(study));
    return studies.length === 0 ? [] : [{ ...template, studies }];
  });
