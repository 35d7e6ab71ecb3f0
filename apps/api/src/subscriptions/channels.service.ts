import { Inject, Injectable } from '@nestjs/common';
import { parseSecretKeys, seal } from '@rounds/adapters/crypto/sealed';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import { addressFault } from '@rounds/adapters/webhooks/accept-callback';
import type { SubscriptionChannel } from '@rounds/contracts/channel';
import { invalidInput } from '@rounds/contracts/errors';
import type { ApiConfig } from '../config.ts';
import { CONFIG } from '../platform/tokens.ts';
import type { ChannelWish } from './channels.dto.ts';

/** The only way from what a caller asks for to what a subscription keeps: its addresses are read by nobody again. */
@Injectable()
export class ChannelsService {
  constructor(@Inject(CONFIG) private readonly config: ApiConfig) {}

  /**
   * @param current those of which one may be kept by its id
   * @throws RoundsError INVALID_INPUT for an address that this installation does not allow, or an id that is none
   */
  accept(
    wishes: readonly ChannelWish[],
    current: readonly SubscriptionChannel[] = [],
  ): readonly SubscriptionChannel[] {
    const faults = wishes.flatMap((wish, place) => this.faultIn(wish, place, current));
    if (faults.length > 0) throw invalidInput('body', faults);
    return wishes.flatMap((wish) => {
      if (!('url' in wish)) return current.filter(({ id }) => id === wish.id);
      const { kind, url } = wish;
      const sealedUrl = seal(parseSecretKeys(this.config.ROUNDS_SECRET_KEYS), url);
      return [{ id: opaqueId('chn'), kind, host: new URL(url).host, sealedUrl }];
    });
  }

  private faultIn(wish: ChannelWish, place: number, current: readonly SubscriptionChannel[]) {
    if (!('url' in wish)) {
      const message = 'must be the id of a channel of this subscription';
      return current.some(({ id }) => id === wish.id) ? [] : [{ path: ['channels', place, 'id'], message }];
    }
    const message = addressFault(wish.url, {
      allowHttp: this.config.ROUNDS_WEBHOOK_ALLOW_HTTP,
      allowPrivate: this.config.ROUNDS_WEBHOOK_ALLOW_PRIVATE,
    });
    return message === null ? [] : [{ path: ['channels', place, 'url'], message }];
  }
}
