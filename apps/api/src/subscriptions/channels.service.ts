import { Inject, Injectable } from '@nestjs/common';
import { parseSecretKeys, seal } from '@rounds/adapters/crypto/sealed';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import { addressFault } from '@rounds/adapters/webhooks/accept-callback';
import type { SubscriptionChannel } from '@rounds/contracts/channel';
import { invalidInput } from '@rounds/contracts/errors';
import { broken, brokenBy } from '@rounds/contracts/rules';
import type { ApiConfig } from '../config.ts';
import { CONFIG } from '../platform/tokens.ts';
import type { AskedChannel } from './channels.dto.ts';

/** The only way from what a caller asks for to what a subscription keeps: its addresses are read by nobody again. */
@Injectable()
export class ChannelsService {
  constructor(@Inject(CONFIG) private readonly config: ApiConfig) {}

  /**
   * @param current those of which one may be kept by its id
   * @throws RoundsError INVALID_INPUT for an address that this installation does not allow, or an id that is none
   */
  accept(
    asked: readonly AskedChannel[],
    current: readonly SubscriptionChannel[] = [],
  ): readonly SubscriptionChannel[] {
    const faults = asked.flatMap((channel, place) => this.faultIn(channel, place, current));
    if (faults.length > 0) throw invalidInput('body', faults);
    return asked.flatMap((channel) => {
      if (!('url' in channel)) return current.filter(({ id }) => id === channel.id);
      const { kind, url } = channel;
      const sealedUrl = seal(parseSecretKeys(this.config.ROUNDS_SECRET_KEYS), url);
      return [{ id: opaqueId('chn'), kind, host: new URL(url).host, sealedUrl }];
    });
  }

  private faultIn(channel: AskedChannel, place: number, current: readonly SubscriptionChannel[]) {
    if (!('url' in channel)) {
      const isKnown = current.some(({ id }) => id === channel.id);
      return isKnown ? [] : [broken(`channels.${place}.id`, 'unknown-channel')];
    }
    const fault = addressFault(channel.url, {
      allowHttp: this.config.ROUNDS_WEBHOOK_ALLOW_HTTP,
      allowPrivate: this.config.ROUNDS_WEBHOOK_ALLOW_PRIVATE,
    });
    return fault === null ? [] : [brokenBy(`channels.${place}.url`, fault)];
  }
}
