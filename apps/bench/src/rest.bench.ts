/** What the product needs while nobody asks anything of it, and what its processes keep after a hundred reports. */
import { setTimeout as delay } from 'node:timers/promises';
import { FORMATS } from '@rounds/contracts/formats';
import { rounded } from './measure.ts';
import { withFolder } from './stack/folder.ts';
import { expectStatus, gatherCrowd, type Person } from './stack/people.ts';
import { withStack, type BenchOptions, type Stack } from './stack/stack.ts';
import { importSample } from './study/sample.ts';

const REPORTS = 100;
const AT_ONCE = 4;
/** Garbage of the start is collected, and caches that expire have. */
const SETTLE_S = 15;
const AT_REST_S = 30;

/** One report after the other. @returns how many were completed */
const makeReports = async (by: Person, studyId: string, reports: number): Promise<number> => {
  let completed = 0;
  for (let n = 0; n < reports; n += 1) {
    const wish = { studyId, reportType: 'study-weekly', formats: FORMATS };
    const answer = await by.call('POST', '/reports/generate', wish, { prefer: 'wait=60' });
    const { status } = expectStatus(answer, 200) as { status: string };
    if (status === 'completed') completed += 1;
  }
  return completed;
};

export const measureRest = async (
  stack: Stack,
  folder: string,
  { reports, seconds, settle }: { reports: number; seconds: number; settle: number },
) => {
  const { studyId } = await importSample(stack, folder);
  const { members } = await gatherCrowd(stack, studyId, AT_ONCE);
  await delay(settle * 1000);
  const rest = await stack.costOf(() => delay(seconds * 1000));
  const memory = await stack.memory();
  const made = await Promise.all(
    members.map((member) => makeReports(member, studyId, Math.ceil(reports / AT_ONCE))),
  );
  await delay(settle * 1000);
  const after = await stack.memory();
  return {
    ratio: rounded(after.mb / memory.mb),
    reports: made.reduce((sum, each) => sum + each, 0),
    percentOfCore: rounded((100 * rest.cpuSeconds) / rest.seconds),
    percentByProcess: Object.fromEntries(
      Object.entries(rest.byProcess).map(([name, cpu]) => [name, rounded((100 * cpu) / rest.seconds)]),
    ),
    ...{ memory, after },
  };
};

export const restBench = ({ size = REPORTS, ...options }: BenchOptions) =>
  withStack(options, (stack) =>
    withFolder((folder) =>
      measureRest(stack, folder, { reports: size, seconds: AT_REST_S, settle: SETTLE_S }),
    ),
  );
