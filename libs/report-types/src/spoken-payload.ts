import type { WebhookPayload } from '@rounds/contracts/webhook';
import { toldWords } from './model/parts/why.ts';
import { voiceOf } from './model/words/voice.ts';

/** What the receiver of a call reads: programs get English. */
export const spokenPayload = ({ error, ...payload }: WebhookPayload) => ({
  ...payload,
  ...(error && { error: { code: error.code, message: toldWords(error, voiceOf()) } }),
});

export type SpokenPayload = ReturnType<typeof spokenPayload>;
