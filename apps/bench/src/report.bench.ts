/**
 * What one weekly report costs, from the moment it is due to its mail, in seconds of CPU of every process: the first
 * ever of a study, the next after a week's rows came in, and those of further subscribers of the same scope.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS } from '@rounds/contracts/formats';
import { rounded } from './measure.ts';
import { startStack, type Cost, type Stack, type StackOptions } from './stack/stack.ts';
import { subscribe, type Subscriber } from './stack/subscriber.ts';
import { readWeeklyStudy } from './study/weekly-study.ts';

const SUBSCRIBERS = 4;

/** Weeks of the small study first: a worker that has just started is still being compiled. */
const warmUp = async (stack: Stack, folder: string): Promise<void> => {
  await stack.cli('sample', folder);
  const { studyId } = (await stack.cli('import', folder, '--shift-to-today')) as { studyId: string };
  const subscriber = await subscribe(stack, 'warm@example.org', { studyId, formats: FORMATS });
  for (let week = 0; week < 2; week += 1) await subscriber.nextReport();
};

/** The mean of several that are due in the same moment. */
const each = ({ cpuSeconds, byProcess, seconds }: Cost, times: number): Cost => ({
  cpuSeconds: rounded(cpuSeconds / times),
  seconds: rounded(seconds / times),
  byProcess: Object.fromEntries(
    Object.entries(byProcess).map(([name, part]) => [name, rounded(part / times)]),
  ),
});

export const reportBench = async (options: Pick<StackOptions, 'profile'>) => {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-bench-'));
  const study = await readWeeklyStudy();
  const stack = await startStack(options);
  const bring = async (name: string, write: (to: string) => Promise<void>) => {
    await write(join(folder, name));
    return (await stack.cli('import', join(folder, name), '--shift-to-today')) as { rows: number };
  };
  const due = async (subscribers: readonly Subscriber[]): Promise<Cost> => {
    const cost = await stack.costOf(() => Promise.all(subscribers.map(({ nextReport }) => nextReport())));
    return each(cost, subscribers.length);
  };
  try {
    await warmUp(stack, join(folder, 'sample'));
    await bring('opening', (to) => study.opening(to));
    const { rows } = await bring('first', (to) => study.untilWeek(0, to));
    const wish = { studyId: study.studyId, formats: FORMATS };
    const one = await subscribe(stack, 'one@example.org', wish);
    const others: Subscriber[] = [];
    for (let n = 0; n < SUBSCRIBERS; n += 1)
      others.push(await subscribe(stack, `other-${n}@example.org`, wish));

    const first = await due([one]);
    const secondOfFirst = await due(others);
    await bring('next', (to) => study.untilWeek(1, to));
    const next = await due([one]);
    const second = await due(others);
    const ratio = rounded(second.cpuSeconds / first.cpuSeconds);
    return { ratio, study: study.kind, rows, first, next, second, secondOfFirst };
  } finally {
    await stack.stop();
    await rm(folder, { recursive: true });
  }
};
