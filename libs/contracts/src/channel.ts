/** By what a report reaches people: e-mail to members, and the channels that a subscription names (docs/channels.md). */

/** What a subscription may name, as people know it. Each has a folder of that name in activities/notify/src/channels. */
export const CHANNELS = {
  teams: 'Microsoft Teams',
} as const;
export type ChannelKind = keyof typeof CHANNELS;
export const CHANNEL_KINDS = Object.keys(CHANNELS) as [ChannelKind, ...ChannelKind[]];

/** The ledger's word for it. */
export type DeliveryChannel = 'email' | ChannelKind;

/** A channel of a subscription. Its address is a secret: whoever knows it may post there. */
export interface SubscriptionChannel {
  /** Opaque: `chn_…`. Another address is another channel. */
  readonly id: string;
  readonly kind: ChannelKind;
  /** All that is shown of the address. */
  readonly host: string;
  /** Sealed by the key ring ROUNDS_SECRET_KEYS. */
  readonly sealedUrl: string;
}

/** Stands for the channel wherever a recipient's id does: `teams:chn_…`. */
export const channelRecipient = ({ kind, id }: Pick<SubscriptionChannel, 'kind' | 'id'>): string =>
  `${kind}:${id}`;

const kindOf = (recipientId: string): ChannelKind | undefined =>
  CHANNEL_KINDS.find((kind) => recipientId.startsWith(`${kind}:`));

/** By what the recipient of that id is reached: users by e-mail. */
export const channelOf = (recipientId: string): DeliveryChannel => kindOf(recipientId) ?? 'email';

/** `Microsoft Teams`; undefined for a user. */
export const channelName = (recipientId: string): string | undefined => {
  const kind = kindOf(recipientId);
  return kind && CHANNELS[kind];
};
