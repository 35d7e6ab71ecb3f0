import { Inject, Injectable } from '@nestjs/common';
import {
  createWebhookDeliveriesRepository,
  type WebhookDeliveriesRepository,
  type WebhookSight,
} from '@rounds/adapters/mongo/webhook-deliveries.repository';
import { startWebhook } from '@rounds/adapters/temporal/commands/start-webhook';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { valuesOf } from '@rounds/contracts/audit-values';
import { RoundsError } from '@rounds/contracts/errors';
import type { WebhookDeliveryDocument } from '@rounds/contracts/webhook';
import { spokenPayload } from '@rounds/report-types/spoken-payload';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { isOperator, seesAll, type Caller } from '../auth/caller.ts';
import type { ApiConfig } from '../config.ts';
import { cutPage, type Page } from '../http/page.dto.ts';
import { Pending } from '../platform/pending.ts';
import { CONFIG, TEMPORAL } from '../platform/tokens.ts';
import { Rights } from '../rights/rights.service.ts';
import type { WebhookDeliveriesQueryDto, WebhookDeliveryAnswer } from './webhooks.dto.ts';

const unknown = () =>
  new RoundsError(
    'NOT_FOUND',
    'There is no such webhook call among those you may see; the log forgets old ones.',
  );

@Injectable()
export class WebhookDeliveries {
  constructor(
    @Inject(createWebhookDeliveriesRepository) private readonly log: WebhookDeliveriesRepository,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(Pending) private readonly pending: Pending,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  async list(caller: Caller, query: WebhookDeliveriesQueryDto): Promise<Page<WebhookDeliveryAnswer>> {
    const { limit, cursor: after, jobId: runId, state } = query;
    const sight = await this.sightOf(caller);
    const found = await this.log.list({ ...sight, runId, state, after, limit: limit + 1 });
    const { items, nextCursor } = cutPage(found, limit);
    return { items: items.map((each) => this.show(each)), nextCursor };
  }

  /** @throws RoundsError NOT_FOUND */
  async read(caller: Caller, id: string): Promise<WebhookDeliveryAnswer> {
    return this.show(await this.find(caller, id));
  }

  /**
   * The same call again, under the same `webhook-id` and with a new timestamp, whatever became of it before.
   *
   * @throws RoundsError NOT_FOUND, FORBIDDEN for an auditor, DEPENDENCY_DOWN when Temporal is away: ask again
   */
  async replay(caller: Caller, id: string): Promise<WebhookDeliveryAnswer> {
    const found = await this.find(caller, id);
    const { ownerId } = found;
    if (ownerId !== caller.userId && !isOperator(caller))
      throw new RoundsError('FORBIDDEN', 'Only who asked for the job, or an operator, may send it again.');
    const replayed = await this.audit.change(
      caller,
      (audited) => this.log.replay(id, audited),
      (after) => ({
        ...{ action: 'webhook.replay', id, studyId: after.studyId },
        ...valuesOf('call', found, after),
      }),
    );
    if (replayed === null) throw unknown();
    await this.pending.track(startWebhook(this.temporal.client, replayed));
    return this.show(replayed);
  }

  /** @throws RoundsError NOT_FOUND alike for no such call and one that is not the caller's to see */
  private async find(caller: Caller, id: string): Promise<WebhookDeliveryDocument> {
    const found = await this.log.find(id, await this.sightOf(caller));
    if (found === null) throw unknown();
    return found;
  }

  /** As with jobs: whoever lost the study sees nothing of it any more. */
  private async sightOf(caller: Caller): Promise<WebhookSight> {
    const studies = await this.rights.studiesOf(caller);
    return { studies, ownerId: seesAll(caller) ? undefined : caller.userId };
  }

  private show(call: WebhookDeliveryDocument): WebhookDeliveryAnswer {
    const { _id: id, runId: jobId, studyId, url, state, payload, replays, attempts } = call;
    const link = payload.link === undefined ? {} : { link: this.config.ROUNDS_PUBLIC_URL + payload.link };
    return {
      ...{ id, jobId, studyId, url, state, replays },
      payload: { ...spokenPayload(payload), ...link },
      attempts: attempts.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
      createdAt: call.createdAt.toISOString(),
      deliveredAt: call.deliveredAt?.toISOString() ?? null,
    };
  }
}
