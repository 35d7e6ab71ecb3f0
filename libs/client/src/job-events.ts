/** A job as it goes on, live. */
import type { components } from './generated/api.ts';
import type { RoundsClient } from './client.ts';
import { pause } from './retry.ts';
import { readEvents } from './server-sent-events.ts';

export type Job = components['schemas']['Job'];

/** As `GET /api/v1/jobs/{jobId}/events` tells it. */
export interface JobEvent extends Pick<Job, 'jobId' | 'status' | 'step' | 'progress'> {
  /** For `lastEventId`. */
  readonly id: string;
  /** `end`: of a try; more events follow only when the job was resumed. */
  readonly type: 'progress' | 'end';
  readonly redrives: number;
  /** Instant. */
  readonly at: string;
  readonly reason?: string;
  readonly error?: NonNullable<Job['error']>;
}

const RECONNECT_MS = 1_000;
const OPEN: readonly Job['status'][] = ['queued', 'processing'];
const NO_CONTENT = 204;

export const isOver = ({ status }: Pick<Job, 'status'>): boolean => !OPEN.includes(status);

export interface FollowOptions {
  readonly signal?: AbortSignal;
  /** Go on after this event; what came before is not sent again. */
  readonly lastEventId?: string;
}

/**
 * What happens to a job until it is over. A connection that breaks is opened again after the last event, so none
 * is missed and none comes twice.
 *
 * @throws RoundsProblem when the job cannot be followed (any more), the signal's reason when it fires
 */
export const followJob = async function* (
  client: Pick<RoundsClient, 'open'>,
  jobId: string,
  options: FollowOptions = {},
): AsyncGenerator<JobEvent> {
  const { signal = new AbortController().signal } = options;
  let lastEventId = options.lastEventId ?? '';
  let waitMs = RECONNECT_MS;
  for (;;) {
    const before = lastEventId === '' ? {} : { 'Last-Event-ID': lastEventId };
    const headers = { Accept: 'text/event-stream', ...before };
    const path = `/api/v1/jobs/${encodeURIComponent(jobId)}/events`;
    const { status, body } = await client.open(path, { headers, signal });
    if (status === NO_CONTENT || body === null) return;
    let ended = false;
    try {
      for await (const { event, data, id, retryMs } of readEvents(body, lastEventId)) {
        lastEventId = id;
        waitMs = retryMs ?? waitMs;
        const type = event === 'end' ? 'end' : 'progress';
        // Only the end of the stream shows whether it is the last one: after an earlier end a job was resumed.
        ended = type === 'end';
        yield { ...(JSON.parse(data) as Omit<JobEvent, 'id' | 'type'>), id, type };
      }
    } catch (error) {
      if (signal.aborted || error instanceof SyntaxError) throw error;
      ended = false;
    }
    if (ended) return;
    await pause(waitMs, signal);
  }
};
