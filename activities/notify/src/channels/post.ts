/** The sender of channels that take an HTTP POST: one call, judged as the ledger needs it. */
import type { Clock } from '@rounds/adapters/clock';
import type { Sender, SendResult } from '@rounds/adapters/channels/sender';
import {
  NoAnswer,
  NotAllowed,
  postOnce,
  type Answer,
  type PostSettings,
} from '@rounds/adapters/webhooks/post-once';
import { askedMs } from '../webhooks/back-off.ts';

export interface PostMeans {
  /** Where calls may lead, and how long they may take: as for webhooks. */
  readonly calls: PostSettings;
  readonly now: Clock;
}

export interface PostMessage {
  /** A secret: it stands in no reason. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const LONGEST_ID = 200;

/** Redirects too: they are not followed, and whoever answers with one has not taken the message. */
const resultOf = ({ statusCode, headers, retryAfter }: Answer, idHeader: string, now: Date): SendResult => {
  const reason = `Answered ${String(statusCode)}.`;
  const id = headers[idHeader];
  if (statusCode >= 200 && statusCode < 300)
    return { status: 'accepted', providerId: typeof id === 'string' ? id.slice(0, LONGEST_ID) : '' };
  // A gateway may have lost an answer that meant yes.
  if (statusCode >= 500) return { status: 'unknown', reason };
  if (statusCode !== 429) return { status: 'refused', reason };
  const after = askedMs(retryAfter, now.getTime());
  return { status: 'busy', reason, ...(after === null ? {} : { retryAfterMs: after }) };
};

const unanswered = (error: unknown): SendResult => {
  if (!(error instanceof NoAnswer)) throw error;
  const { message: reason, left } = error;
  if (error instanceof NotAllowed) return { status: 'refused', reason };
  return { status: left ? 'unknown' : 'unreachable', reason };
};

/**
 * Receivers know no ids: each call is another message, so one whose fate is open is never sent again by itself.
 *
 * @param provider as reasons name it
 * @param idHeader of the answer, lower case: what the receiver knows the message by
 */
export const createPostSender = (
  provider: string,
  { calls, now }: PostMeans,
  idHeader = 'x-request-id',
): Sender<PostMessage> => ({
  provider,
  refusal: 'CHANNEL_REJECTED',
  recognisesForMs: 0,
  send: async (_id, { url, headers, body }) => {
    try {
      return resultOf(
        await postOnce(url, { 'user-agent': 'Rounds/1', ...headers }, body, calls),
        idHeader,
        now(),
      );
    } catch (error) {
      return unanswered(error);
    }
  },
});
