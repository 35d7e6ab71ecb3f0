/**
 * How quickly the API answers while many subscriptions sleep: 30 new ones and 300 reads a second at once, against the
 * same with few.
 */
import { FORMATS } from '@rounds/contracts/formats';
import { rounded } from './measure.ts';
import { withFolder } from './stack/folder.ts';
import { inTurn } from './stack/in-turn.ts';
import { load, type Answered } from './stack/load.ts';
import { expectStatus, gatherCrowd, type Person } from './stack/people.ts';
import { subscribeMany, type Sleepers } from './stack/sleepers.ts';
import { withStack, type BenchOptions, type Stack } from './stack/stack.ts';
import { importSample } from './study/sample.ts';

const MEMBERS = 20;
const FEW = 100;
const SIZE = 2_000;
const SECONDS = 15;
const SUBSCRIBES = 30;
/** Of each of the four ways to read. */
const READS = 75;

/** A finished report of theirs, to ask for. */
const finishedJob = async (by: Person, studyId: string): Promise<string> => {
  const wish = { studyId, reportType: 'study-weekly', formats: FORMATS.slice(0, 1) };
  const job = await by.call('POST', '/reports/generate', wish, { prefer: 'wait=60' });
  return (expectStatus(job, 200) as { jobId: string }).jobId;
};

type Kinds = 'subscribe' | 'read' | 'list' | 'listJobs' | 'job';

/** Everything at once. */
const answers = async (
  stack: Stack,
  sleepers: Sleepers,
  jobId: string,
  seconds: number,
): Promise<Readonly<Record<Kinds, Answered>>> => {
  const { crowd, ids } = sleepers;
  const { members, operator } = crowd;
  const reading = (by: (index: number) => Person, path: (index: number) => string): Promise<Answered> =>
    load({
      ...{ url: stack.urls.api, calls: READS * seconds, perSecond: READS },
      next: (index) => ({ by: by(index), method: 'GET', path: path(index) }),
    });
  const each = (index: number): Person => inTurn(members, index);
  const [subscribe, read, list, listJobs, job] = await Promise.all([
    subscribeMany(stack, sleepers, SUBSCRIBES * seconds, SUBSCRIBES),
    reading(
      () => operator,
      (index) => `/subscriptions/${inTurn(ids, index)}`,
    ),
    reading(each, () => '/subscriptions?limit=20'),
    reading(each, () => '/jobs?limit=20'),
    reading(
      () => each(0),
      () => `/jobs/${encodeURIComponent(jobId)}`,
    ),
  ]);
  return { subscribe, read, list, listJobs, job };
};

const worst = (kinds: Readonly<Record<Kinds, Answered>>): number =>
  Math.max(...Object.values(kinds).map(({ p99 }) => p99));

export const measureApi = async (
  stack: Stack,
  folder: string,
  { size, members, seconds }: { readonly size: number; readonly members: number; readonly seconds: number },
) => {
  const { studyId } = await importSample(stack, folder);
  const crowd = await gatherCrowd(stack, studyId, members);
  const jobId = await finishedJob(inTurn(crowd.members, 0), studyId);
  const sleepers: Sleepers = { studyId, crowd, ids: [] };
  await subscribeMany(stack, sleepers, Math.min(FEW, size));
  const few = await answers(stack, sleepers, jobId, seconds);
  await subscribeMany(stack, sleepers, size);
  const many = await answers(stack, sleepers, jobId, seconds);
  return { ratio: rounded(worst(many) / worst(few)), subscribed: sleepers.ids.length, many, few };
};

export const apiBench = ({ size = SIZE, ...options }: BenchOptions) =>
  withStack(options, (stack) =>
    withFolder((folder) => measureApi(stack, folder, { size, members: MEMBERS, seconds: SECONDS })),
  );
