/**
 * Subscriptions that sleep, by the thousand: how fast they are taken when there are few and when there are many, what
 * they need of disk and memory, how quickly one of them is found and told something; then the same after a restart.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { rounded } from './measure.ts';
import { withFolder } from './stack/folder.ts';
import { inTurn } from './stack/in-turn.ts';
import { load } from './stack/load.ts';
import { gatherCrowd } from './stack/people.ts';
import { subscribeMany, type Sleepers } from './stack/sleepers.ts';
import { withStack, type BenchOptions, type Stack } from './stack/stack.ts';
import { withTemporal } from './stack/temporal.ts';
import { importSample } from './study/sample.ts';

const MEMBERS = 50;
const FIRST = 1_000;
const SIZE = 3_000;
const PER_SECOND = 30;
const SECONDS = 10;
const LOOKS = { calls: 100, perSecond: 20 };
const SIGNALS = { calls: 30, perSecond: 5 };

const MB = 1024 * 1024;

const folderMb = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map((file) => stat(file).then(({ size }) => size)));
  return rounded(sizes.reduce((sum, size) => sum + size, 0) / MB);
};

/** Of those that Temporal knows to be asleep. */
const countAsleep = (stack: Stack): Promise<number> =>
  withTemporal(stack, async ({ client }) => {
    const query = 'WorkflowType = "subscription" AND ExecutionStatus = "Running"';
    return (await client.workflow.count(query)).count;
  });

/** Lists, reads and pauses some of them; ms. */
const look = async (stack: Stack, { crowd, ids }: Sleepers, from: number) => {
  const { operator, members } = crowd;
  const url = stack.urls.api;
  const idOf = (index: number): string => inTurn(ids, from + index * 37);
  const get = (path: (index: number) => string) =>
    load({ url, ...LOOKS, next: (index) => ({ by: operator, method: 'GET', path: path(index) }) });
  const list = await load({
    ...{ url, ...LOOKS },
    next: (index) => ({
      by: inTurn(members, index),
      method: 'GET',
      path: '/subscriptions?limit=20',
    }),
  });
  const listAll = await get(() => '/subscriptions?limit=20');
  const read = await get((index) => `/subscriptions/${idOf(index)}`);
  const pause = await load({
    ...{ url, ...SIGNALS },
    next: (index) => ({
      by: operator,
      method: 'POST',
      path: `/subscriptions/${idOf(index)}/pause`,
      body: {},
    }),
  });
  return { listP99: list.p99, listAllP99: listAll.p99, readP99: read.p99, pauseP99: pause.p99 };
};

/** @param seconds of subscribing at the pace of which the goal is said */
export const measureSleepers = async (
  stack: Stack,
  folder: string,
  { size, members, seconds }: { readonly size: number; readonly members: number; readonly seconds: number },
) => {
  const { studyId } = await importSample(stack, folder);
  const sleepers: Sleepers = { studyId, crowd: await gatherCrowd(stack, studyId, members), ids: [] };
  const chunk = Math.min(FIRST, Math.floor(size / 2));
  const first = await subscribeMany(stack, sleepers, chunk);
  if (size > 2 * chunk) await subscribeMany(stack, sleepers, size - 2 * chunk);
  const last = await subscribeMany(stack, sleepers, chunk);
  const paced = await subscribeMany(stack, sleepers, PER_SECOND * seconds, PER_SECOND);
  const [asleep, memory, looks] = [
    await countAsleep(stack),
    await stack.memory(),
    await look(stack, sleepers, 0),
  ];
  const disk = {
    temporalMb: await folderMb(join(stack.home, 'temporal')),
    mongodbMb: await folderMb(join(stack.home, 'mongodb')),
  };

  const readyInS = await stack.restart();
  const again = {
    readyInS,
    asleep: await countAsleep(stack),
    looks: await look(stack, sleepers, 1),
    memory: await stack.memory(),
  };
  return {
    ratio: rounded(last.perSecond / first.perSecond),
    ...{ subscribed: sleepers.ids.length, asleep },
    ...{ firstPerSecond: first.perSecond, lastPerSecond: last.perSecond, pacedP99: paced.p99 },
    ...{ disk, memory, looks, again },
  };
};

export const sleepersBench = ({ size = SIZE, ...options }: BenchOptions) =>
  withStack(options, (stack) =>
    withFolder((folder) => measureSleepers(stack, folder, { size, members: MEMBERS, seconds: SECONDS })),
  );
