import { address } from '@rounds/contracts/callback';
import { CHANNEL_KINDS } from '@rounds/contracts/channel';
import { z } from 'zod';

const MOST_CHANNELS = 5;

const kind = z.enum(CHANNEL_KINDS);

const newChannel = z
  .strictObject({
    kind,
    url: address.describe('Where messages are posted. A secret: it is shown in no answer.'),
  })
  .meta({ id: 'NewChannel' });

const keptChannel = z
  .strictObject({ id: z.string().min(1).describe('As it is shown.') })
  .meta({ id: 'KeptChannel' });

export const newChannels = z
  .array(newChannel)
  .max(MOST_CHANNELS)
  .describe('Told that a report is there, beside the recipients, and nothing of what it says.');

export const changedChannels = z
  .array(z.union([newChannel, keptChannel]))
  .max(MOST_CHANNELS)
  .describe('All that there shall be: new ones, and the ids of those that stay.');
export type AskedChannel = z.infer<typeof changedChannels>[number];

export const channelAnswer = z
  .object({ id: z.string(), kind, host: z.string().describe('All that is shown of the address.') })
  .meta({ id: 'Channel' });
