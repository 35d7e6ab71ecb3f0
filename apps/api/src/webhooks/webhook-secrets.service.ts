import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { parseSecretKeys, seal, unseal } from '@rounds/adapters/crypto/sealed';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import {
  createWebhookSecretsRepository,
  type WebhookSecretsRepository,
} from '@rounds/adapters/mongo/webhook-secrets.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import { HOUR_MS } from '@rounds/contracts/durations';
import { RoundsError } from '@rounds/contracts/errors';
import type { WebhookSecretDocument } from '@rounds/contracts/webhook';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import type { ApiConfig } from '../config.ts';
import type { Page } from '../http/page.dto.ts';
import { CLOCK, CONFIG, type Clock } from '../platform/tokens.ts';
import type { NewSecret, ShownSecret } from './webhooks.dto.ts';

const SECRET_BYTES = 32;
/** Each call bears a signature of every one. */
const MOST_SECRETS = 10;

const show = ({ _id, createdAt, signsUntil }: WebhookSecretDocument): ShownSecret => ({
  id: _id,
  createdAt: createdAt.toISOString(),
  signsUntil: signsUntil?.toISOString() ?? null,
});

/** A caller's own signing secrets. Values are sealed before they are written, and shown once. */
@Injectable()
export class WebhookSecrets {
  constructor(
    @Inject(createWebhookSecretsRepository) private readonly secrets: WebhookSecretsRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async list({ userId }: Caller): Promise<Page<ShownSecret>> {
    const found = await this.secrets.signing(userId, new Date(this.now()));
    return { items: found.map(show), nextCursor: null };
  }

  /**
   * @param key of the request's Idempotency-Key: the same one finds the same secret
   * @throws RoundsError CONFLICT when there are as many as can be
   */
  async create(caller: Caller, key: string | undefined): Promise<NewSecret> {
    const held = await this.secrets.signing(caller.userId, new Date(this.now()));
    const id = this.idOf(key);
    if (held.length >= MOST_SECRETS && !held.some(({ _id }) => _id === id))
      throw new RoundsError(
        'CONFLICT',
        `You have ${String(MOST_SECRETS)} signing secrets: delete one of them first.`,
      );
    return await this.add(caller, id);
  }

  /**
   * A new secret signs from now on, the old one beside it for some hours, so that receivers can change over.
   *
   * @throws RoundsError NOT_FOUND
   */
  async rotate(caller: Caller, id: string, key: string | undefined): Promise<NewSecret> {
    return await this.add(caller, this.idOf(key), await this.demand(caller, id));
  }

  /** What was made with the key, without its value, which was shown. @throws RoundsError NOT_FOUND */
  async made(caller: Caller, key: string | undefined): Promise<NewSecret> {
    return show(await this.demand(caller, this.idOf(key)));
  }

  /** It signs no more, at once. @throws RoundsError NOT_FOUND */
  async remove(caller: Caller, id: string): Promise<void> {
    const isRemoved = await this.audit.change(
      caller,
      (audited) => this.secrets.remove(id, caller.userId, audited),
      () => ({ action: 'webhook.delete', id }),
    );
    if (!isRemoved) throw unknown();
  }

  private idOf(key: string | undefined): string {
    return key === undefined ? opaqueId('whs') : `whs_${key}`;
  }

  private async demand({ userId }: Caller, id: string): Promise<WebhookSecretDocument> {
    const found = await this.secrets.find(id, userId, new Date(this.now()));
    if (found === null) throw unknown();
    return found;
  }

  /** @param old signs some hours more */
  private async add(caller: Caller, id: string, old?: WebhookSecretDocument): Promise<NewSecret> {
    const keys = parseSecretKeys(this.config.ROUNDS_SECRET_KEYS);
    const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
    const made = {
      _id: id,
      ownerId: caller.userId,
      sealed: seal(keys, secret),
      createdAt: new Date(this.now()),
    };
    const signsUntil = new Date(this.now() + this.config.ROUNDS_WEBHOOK_OVERLAP_H * HOUR_MS);
    const isNew = await this.audit.change(
      caller,
      async (audited) => {
        const isNew = await this.secrets.insert(made, audited);
        if (isNew && old !== undefined) await this.secrets.endAt(old._id, caller.userId, signsUntil, audited);
        return isNew;
      },
      () =>
        old === undefined
          ? { action: 'webhook.create', id }
          : {
              ...{ action: 'webhook.change', id, details: { instead: old._id } },
              ...valuesOf('secret', old, { signsUntil: old.signsUntil ?? signsUntil }),
            },
    );
    const stored = isNew ? made : await this.secrets.findNewest(id, caller.userId);
    if (stored === null) throw unknown();
    return { ...show(stored), secret: unseal(keys, stored.sealed) };
  }
}

const unknown = () => new RoundsError('NOT_FOUND', 'You have no such signing secret.');
