import { Inject, Injectable } from '@nestjs/common';
import { parseSecretKeys, seal } from '@rounds/adapters/crypto/sealed';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import { testWebhook } from '@rounds/adapters/temporal/commands/test-webhook';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import type { ApiConfig } from '../config.ts';
import { Pending } from '../platform/pending.ts';
import { CONFIG, TEMPORAL } from '../platform/tokens.ts';
import { Callbacks } from './callbacks.service.ts';
import type { WebhookTestAnswer, WebhookTestBody } from './webhooks.dto.ts';

/** Calls to try a receiver by. They leave from where all calls do, and under the same rules. */
@Injectable()
export class WebhookTests {
  constructor(
    @Inject(Callbacks) private readonly callbacks: Callbacks,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(Pending) private readonly pending: Pending,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /** @throws RoundsError INVALID_INPUT for an address that is not allowed here, RATE_LIMITED, DEPENDENCY_DOWN */
  async test(caller: Caller, body: WebhookTestBody): Promise<WebhookTestAnswer> {
    this.callbacks.accept(body, '');
    const id = opaqueId('test');
    const keys = parseSecretKeys(this.config.ROUNDS_SECRET_KEYS);
    await this.audit.record(caller, { action: 'webhook.test', id });
    const test = { id, callerId: caller.userId, sealed: seal(keys, JSON.stringify(body)) };
    const outcome = await this.pending.track(testWebhook(this.temporal.client, test));
    return { id, taken: outcome.error === null, ...outcome };
  }
}
