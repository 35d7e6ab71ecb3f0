/** A job as it goes on, live. */
import type { components } from './generated/api.ts';
import type { RoundsClient } from './client.ts';
import { pause } from './retry.ts';
import { readEvents } from './server-sent-events.ts';

export type Job = components['schemas']['Job'];

const RECONNECT_MS = 1_000;
const OPEN: readonly Job['status'][] = ['queued', 'processing'];

export const isOver = ({ status }: Pick<Job, 'status'>): boolean => !OPEN.includes(status);

export interface FollowOptions {
  readonly signal?: AbortSignal;
  /** Go on behind this event; what came before is not told again. */
  readonly lastEventId?: string;
}

/**
 * The states of a job until it is over. A connection that breaks is opened again behind the last event, so none is
 * missed and none comes twice.
 *
 * @throws RoundsProblem when the job cannot be followed (any more), the signal's reason when it fires
 */
export const followJob = async function* (
  client: Pick<RoundsClient, 'open'>,
  jobId: string,
  options: FollowOptions = {},
): AsyncGenerator<Job> {
  const { signal = new AbortController().signal } = options;
  let lastEventId = options.lastEventId ?? '';
  let waitMs = RECONNECT_MS;
  for (;;) {
    const headers = {
      Accept: 'text/event-stream',
      ...(lastEventId === '' ? {} : { 'Last-Event-ID': lastEventId }),
    };
    const { body } = await client.open(`/api/v1/jobs/${encodeURIComponent(jobId)}/events`, {
      headers,
      signal,
    });
    try {
      for await (const { data, id, retryMs } of readEvents(body ?? new ReadableStream(), lastEventId)) {
        lastEventId = id;
        waitMs = retryMs ?? waitMs;
        const job = JSON.parse(data) as Job;
        yield job;
        if (isOver(job)) return;
      }
    } catch (error) {
      if (signal.aborted || error instanceof SyntaxError) throw error;
    }
    await pause(waitMs, signal);
  }
};
