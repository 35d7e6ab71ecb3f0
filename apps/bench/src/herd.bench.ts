/**
 * Everybody's report due in the same minute, as on Monday at eight: how long until the last mail is there, and what
 * urgent reports wait meanwhile. Once with a mail provider that takes all at once, once while every process is killed in
 * turn, once with a provider that takes five a second.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { inOneMinute, stampede } from './herd/due.ts';
import { stampedeUnderKills } from './herd/kills.ts';
import { gatherReaders, SCOPES, type Reader } from './herd/readers.ts';
import { rounded } from './measure.ts';
import { withFolder } from './stack/folder.ts';
import { inTurn } from './stack/in-turn.ts';
import { latencyOf } from './stack/latency.ts';
import { expectStatus } from './stack/people.ts';
import { UNLIMITED, withStack, type BenchOptions, type Stack } from './stack/stack.ts';

const SIZE = 500;
const SUBSCRIPTIONS_A_STUDY = 100;
const STUDIES = { least: 2, most: 20 };
/** Mails a second that the provider takes. */
const PROVIDER = 5;
const URGENT_EVERY_MS = 5_000;

interface Moments {
  readonly createdAt: string;
  readonly startedAt: string;
}

/** Reports that somebody waits for, one after the other. @returns ms from asking to the start of each */
const askUrgently = async ({ person, studyId }: Reader, isOver: () => boolean): Promise<number[]> => {
  const waits: number[] = [];
  while (!isOver()) {
    const next = delay(URGENT_EVERY_MS);
    const wish = { studyId, reportType: 'study-weekly', formats: ['pdf'], priority: 'high' };
    const asked = await person.call('POST', '/reports/generate', wish, { prefer: 'wait=60' });
    const { jobId } = asked.body as { jobId: string };
    const job = await person.call('GET', `/jobs/${encodeURIComponent(jobId)}`);
    const { createdAt, startedAt } = expectStatus(job, 200) as Moments;
    waits.push(Date.parse(startedAt) - Date.parse(createdAt));
    await next;
  }
  return waits;
};

/** The largest study's readers ask for urgent reports meanwhile. */
export const measureStampede = async (stack: Stack, readers: readonly Reader[], size: number) => {
  let over = false;
  const asking = askUrgently(inTurn(readers, readers.length - 1), () => over);
  const { lost, twice, mails, cost, latenessS, latenessOf } = await stampede(
    stack,
    readers,
    size,
    inOneMinute,
  );
  over = true;
  const waits = await asking;
  return {
    ...{ mails: mails.length, lost, twice, lastMailS: latenessS.most, latenessS },
    smallestStudyS: latenessOf(readers.slice(0, SCOPES)),
    urgentToStartMs: { asked: waits.length, ...latencyOf(waits) },
    ...{ cpuSeconds: cost.cpuSeconds, byProcess: cost.byProcess },
  };
};

const measureHerd = async (stack: Stack, folder: string, size: number) => {
  const wanted = Math.round(size / SUBSCRIPTIONS_A_STUDY);
  const studies = Math.min(STUDIES.most, Math.max(STUDIES.least, wanted));
  const readers = await gatherReaders(stack, folder, studies);
  const unlimited = await measureStampede(stack, readers, size);
  const killed = await stampedeUnderKills(stack, readers, size, inOneMinute);
  await stack.restart({ ROUNDS_RESEND_RATE: String(PROVIDER) });
  const limited = await measureStampede(stack, readers, size);
  const ratio = rounded(limited.lastMailS / unlimited.lastMailS);
  return { ratio, subscriptions: size, studies, scopes: readers.length, unlimited, killed, limited };
};

export const herdBench = ({ size = SIZE, ...options }: BenchOptions) =>
  withStack({ ...options, servers: UNLIMITED }, (stack) =>
    withFolder((folder) => measureHerd(stack, folder, size)),
  );
