import type { DeliveryDocument } from '@rounds/contracts/collections';
import type { Channel } from './channel.ts';
import { createEmailChannel, type EmailMeans } from './email/email.ts';

export type ChannelMeans = EmailMeans;

/** One line a channel. */
export const createChannels = (
  means: ChannelMeans,
): Readonly<Record<DeliveryDocument['channel'], Channel>> => ({
  email: createEmailChannel(means),
});
