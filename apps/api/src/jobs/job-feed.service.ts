import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import type { Response } from 'express';
import type { Caller } from '../auth/caller.ts';
import type { ApiConfig } from '../config.ts';
import { Shutdown } from '../platform/shutdown.ts';
import { CLOCK, CONFIG, type Clock } from '../platform/tokens.ts';
import { eventsAfter, eventsOf, written, type JobEvent } from './job-events.ts';
import { JobStates, type JobState } from './job-state.service.ts';
import { createJobsRepository, type JobsRepository } from './jobs.repository.ts';
import { JobsService } from './jobs.service.ts';

/** How late an event may come. Watchers of one job share each reading of its state. */
const LOOK_MS = 1_000;
/** A comment is sent, so that neither side nor a proxy takes the silence for the end. */
const HEARTBEAT_MS = 15_000;
/** The watcher's right is checked before each event, and after so long without one. */
const CHECK_MS = 5_000;
/** After which a browser that lost the connection reconnects. */
const RETRY_MS = 2_000;

const HEADERS = {
  'Content-Type': 'text/event-stream',
  // `no-transform`: compression would hold back what is to arrive at once.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
} as const;

/** Sends the events of jobs as they happen. */
@Injectable()
export class JobFeed {
  private readonly looks = new Map<string, Promise<JobState>>();
  /** How many streams are open, by user id. */
  private readonly open = new Map<string, number>();

  constructor(
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(JobStates) private readonly states: JobStates,
    @Inject(JobsService) private readonly service: JobsService,
    @Inject(Shutdown) private readonly shutdown: Shutdown,
    @Inject(CONFIG) private readonly config: Pick<ApiConfig, 'ROUNDS_OPEN_JOBS_CALLER'>,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * Until the job has ended, the watcher leaves or may no longer see it, or the process stops. Who has got the end
   * already gets 204: a browser then does not reconnect.
   *
   * @throws RoundsError RATE_LIMITED
   */
  async stream(caller: Caller, run: RunDocument, lastId: string, response: Response): Promise<void> {
    // Read anew: a state from before the caller resumed the job would show its old end.
    this.looks.delete(run._id);
    const first = eventsOf(await this.look(run));
    if (first.at(-1)?.type === 'end' && eventsAfter(first, lastId).length === 0) {
      response.status(204).end();
      return;
    }
    this.enter(caller);
    const gone = new AbortController();
    response.once('close', () => {
      gone.abort();
    });
    response.writeHead(200, HEADERS);
    response.write(`retry: ${RETRY_MS}\n\n`);
    const signal = AbortSignal.any([gone.signal, this.shutdown.signal]);
    // Also when a server does not answer: the watcher reconnects and gets the rest.
    await this.send(caller, run, lastId, response, signal).finally(() => {
      response.end();
      this.leave(caller);
    });
  }

  /** Each costs a look a second for as long as its job is open: nobody watches more jobs than they may have open. */
  private enter({ userId }: Caller): void {
    const open = this.open.get(userId) ?? 0;
    const most = this.config.ROUNDS_OPEN_JOBS_CALLER;
    if (open >= most)
      throw new RoundsError('RATE_LIMITED', `You follow ${most} jobs already: end one of the streams.`, {
        retryAfterMs: CHECK_MS,
      });
    this.open.set(userId, open + 1);
  }

  private leave({ userId }: Caller): void {
    const left = (this.open.get(userId) ?? 1) - 1;
    if (left > 0) this.open.set(userId, left);
    else this.open.delete(userId);
  }

  private async send(
    caller: Caller,
    run: RunDocument,
    lastId: string,
    response: Response,
    signal: AbortSignal,
  ): Promise<void> {
    let sent = lastId;
    let checkedAt = performance.now();
    for (let heardAt = performance.now(); !signal.aborted;) {
      const fresh = eventsAfter(eventsOf(await this.look(run)), sent);
      if (fresh.length > 0 || performance.now() - checkedAt >= CHECK_MS) {
        if (!(await this.maySee(caller, run))) return;
        checkedAt = performance.now();
      }
      for (const event of fresh) response.write(written(event));
      const last: JobEvent | undefined = fresh.at(-1);
      if (last?.type === 'end') return;
      sent = last?.id ?? sent;
      if (fresh.length > 0) heardAt = performance.now();
      if (performance.now() - heardAt >= HEARTBEAT_MS) {
        response.write(': still there\n\n');
        heardAt = performance.now();
      }
      await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Their token is still valid, and so is their right. */
  private async maySee(caller: Caller, { _id }: RunDocument): Promise<boolean> {
    if (caller.tokenEndsAt.getTime() <= this.now()) return false;
    return this.service.find(caller, _id).then(
      () => true,
      () => false,
    );
  }

  /** The job as it is now, or was a moment ago. */
  private look(run: RunDocument): Promise<JobState> {
    const shared = this.looks.get(run._id);
    if (shared !== undefined) return shared;
    const look = this.lookAnew(run);
    this.looks.set(run._id, look);
    setTimeout(() => this.looks.delete(run._id), LOOK_MS / 2).unref();
    return look;
  }

  private async lookAnew({ _id, studyId }: RunDocument): Promise<JobState> {
    const run = await this.jobs.find(_id, [studyId], undefined);
    if (run === null) throw new Error('A run is no longer there.');
    return this.states.current(run);
  }
}
