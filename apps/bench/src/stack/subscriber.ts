/** A member of a study who subscribes by the API and waits for their mail. */
import { callerOf, until, type Job } from '@rounds/e2e/caller';
import type { Format } from '@rounds/contracts/formats';
import type { Stack } from './stack.ts';
import { tell } from './tell.ts';

/** Midnight of Monday in UTC: the next due moment ends the current week, on whatever day and hour it is asked for. */
const WEEKLY = { every: 'week', on: 'monday', at: '00:00', timeZone: 'UTC' } as const;

export interface Wish {
  readonly studyId: string;
  readonly formats: readonly Format[];
}

export const subscribe = async (stack: Stack, email: string, { studyId, formats }: Wish) => {
  await stack.cli('grant', '--user', email, '--study', studyId, '--unblinded');
  const caller = await callerOf(stack, email);
  const wish = { studyId, reportType: 'study-weekly', schedule: WEEKLY, formats, evenIfEqual: true };
  const { status, body } = await caller.call('POST', '/subscriptions', wish);
  if (status !== 201) throw new Error(`Subscribing answered ${status}: ${JSON.stringify(body)}`);
  const { id } = body as { id: string };

  const jobs = async (): Promise<readonly Job[]> =>
    ((await caller.call('GET', `/jobs?subscriptionId=${id}`)).body as { items: Job[] }).items;

  /** Lets the week pass, and waits for its report and mail. @throws Error unless it was completed */
  const nextReport = async (): Promise<Job> => {
    const before = (await caller.mails()).length;
    await stack.cli('fast-forward', id);
    await until(`a mail to ${email}`, async () => ((await caller.mails()).length > before ? true : null));
    const [newest] = await jobs();
    const job = await caller.finished(newest?.jobId ?? '');
    if (job.status !== 'completed')
      throw new Error(`The run ended ${job.status}: ${JSON.stringify(job.error ?? job.reason)}`);
    tell(`a report for ${email}`);
    return job;
  };

  return { id, caller, nextReport };
};
export type Subscriber = Awaited<ReturnType<typeof subscribe>>;
