import type { DeliveryChannel } from '@rounds/contracts/channel';
import type { Channel } from './channel.ts';
import { createEmailChannel, type EmailMeans } from './email/email.ts';
import type { PostMeans } from './post.ts';
import { createTeamsChannel } from './teams/teams.ts';

export type ChannelMeans = EmailMeans & PostMeans;

/** One line a channel. */
export const createChannels = (means: ChannelMeans): Readonly<Record<DeliveryChannel, Channel>> => ({
  email: createEmailChannel(means),
  teams: createTeamsChannel(means),
});
