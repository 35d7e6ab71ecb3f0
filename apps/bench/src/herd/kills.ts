/** A herd in which each process of the product dies once, as `kill -9` ends it. */
import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '@rounds/adapters/clock';
import { rounded } from '../measure.ts';
import type { Stack } from '../stack/stack.ts';
import { countMails, mailsSince } from './mails.ts';
import { lostAndTwice, waitForMails, type Gathering } from './due.ts';
import type { Reader } from './readers.ts';

/** Long enough for the one before to be there again. */
const BETWEEN_KILLS_MS = 4_000;

const kill = async (stack: Stack, name: string): Promise<void> => {
  const service = (await stack.processes()).find((each) => each.name === name);
  if (service === undefined) throw new Error(`${name} does not run.`);
  process.kill(service.pid, 'SIGKILL');
};

/** One after the other. @returns those that were killed before all was over */
const killEach = async (stack: Stack, isOver: () => boolean): Promise<string[]> => {
  const killed: string[] = [];
  for (const { name } of await stack.processes()) {
    if (isOver()) break;
    await kill(stack, name);
    killed.push(name);
    await delay(BETWEEN_KILLS_MS);
  }
  return killed;
};

/** @throws Error when the mails do not all come within half an hour */
export const stampedeUnderKills = async (
  stack: Stack,
  readers: readonly Reader[],
  size: number,
  gather: Gathering,
) => {
  const letGo = await gather(stack, readers, size);
  const before = await countMails(stack);
  const due = systemClock().getTime();
  await letGo();
  let over = false;
  const killing = killEach(stack, () => over);
  await waitForMails(stack, before + size);
  over = true;
  const seconds = rounded((systemClock().getTime() - due) / 1000);
  const killed = await killing;
  return { killed, seconds, ...lostAndTwice(await mailsSince(stack, due), readers, size) };
};
