/**
 * What one weekly report costs, from the moment it is due to its mail, in seconds of CPU of every process: the first
 * ever of a study, the next after a week's rows came in, and those of further subscribers of the same scope.
 */
import { join } from 'node:path';
import { FORMATS } from '@rounds/contracts/formats';
import { rounded } from './measure.ts';
import { withFolder } from './stack/folder.ts';
import { withStack, type BenchOptions, type Cost, type Stack } from './stack/stack.ts';
import { subscribe, type Subscriber } from './stack/subscriber.ts';
import { warmUp } from './study/warm-up.ts';
import { bringWeeks, readWeeklyStudy, type WeeklyStudy } from './study/weekly-study.ts';

/** Further subscribers of one scope, due in the same moment. */
const SUBSCRIBERS = 4;

/** The mean of several that are due in the same moment. */
const each = ({ cpuSeconds, byProcess, seconds }: Cost, times: number): Cost => ({
  cpuSeconds: rounded(cpuSeconds / times),
  seconds: rounded(seconds / times),
  byProcess: Object.fromEntries(
    Object.entries(byProcess).map(([name, part]) => [name, rounded(part / times)]),
  ),
});

/** @param subscribers beside the first one */
export const measureReport = async (
  stack: Stack,
  folder: string,
  study: WeeklyStudy,
  subscribers: number,
) => {
  const weeks = bringWeeks(stack, join(folder, 'weeks'), study);
  const due = async (of: readonly Subscriber[]): Promise<Cost> => {
    const cost = await stack.costOf(() => Promise.all(of.map(({ nextReport }) => nextReport())));
    return each(cost, of.length);
  };
  await warmUp(stack, join(folder, 'sample'));
  const { rows } = await weeks.first();
  const wish = { studyId: study.studyId, formats: FORMATS };
  const one = await subscribe(stack, 'one@example.org', wish);
  const others: Subscriber[] = [];
  for (let n = 0; n < subscribers; n += 1)
    others.push(await subscribe(stack, `other-${n}@example.org`, wish));

  const first = await due([one]);
  const secondOfFirst = await due(others);
  await weeks.next();
  const next = await due([one]);
  const second = await due(others);
  const ratio = rounded(second.cpuSeconds / first.cpuSeconds);
  return { ratio, study: study.kind, rows, first, next, second, secondOfFirst };
};

export const reportBench = ({ size = SUBSCRIBERS, ...options }: BenchOptions) =>
  withStack(options, (stack) =>
    withFolder(async (folder) => measureReport(stack, folder, await readWeeklyStudy(), size)),
  );
