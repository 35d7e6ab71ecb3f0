import { Inject, Injectable } from '@nestjs/common';
import { parseSecretKeys } from '@rounds/adapters/crypto/sealed';
import { acceptCallback } from '@rounds/adapters/webhooks/accept-callback';
import type { Callback, StoredCallback } from '@rounds/contracts/callback';
import type { ApiConfig } from '../config.ts';
import { CONFIG } from '../platform/tokens.ts';

/** The only way from what a caller asks for to what a run or a subscription keeps. */
@Injectable()
export class Callbacks {
  constructor(@Inject(CONFIG) private readonly config: ApiConfig) {}

  /**
   * @param path before the names of the fields in the caller's body
   * @throws RoundsError INVALID_INPUT for an address that this installation does not allow
   */
  accept(callback: Callback, path = 'callback.'): StoredCallback {
    const policy = {
      allowHttp: this.config.ROUNDS_WEBHOOK_ALLOW_HTTP,
      allowPrivate: this.config.ROUNDS_WEBHOOK_ALLOW_PRIVATE,
    };
    return acceptCallback(callback, policy, parseSecretKeys(this.config.ROUNDS_SECRET_KEYS), path);
  }
}
