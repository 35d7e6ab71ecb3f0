/**
 * The same week of the same subjects after a history of one length and of ten, or a hundred, times that length: what
 * the next weekly report costs, and the most memory that it takes.
 */
import { join } from 'node:path';
import { FORMATS } from '@rounds/contracts/formats';
import { rounded } from './measure.ts';
import { withFolder } from './stack/folder.ts';
import { withStack, type BenchOptions, type Stack } from './stack/stack.ts';
import { subscribe, type Subscriber } from './stack/subscriber.ts';
import { longStudy } from './study/long-study.ts';
import { warmUp } from './study/warm-up.ts';
import { bringWeeks } from './study/weekly-study.ts';

/** The goal is said of 100. */
const LONGEST = 10;
/** With whom the short history has 60,000 rows, about as many as a real study. */
const SUBJECTS = 100;

const report = async (stack: Stack, { nextReport }: Subscriber) => {
  const { peakMb, result } = await stack.peakOf(() => stack.costOf(nextReport));
  const { cpuSeconds, seconds, byProcess } = result;
  return { cpuSeconds, seconds, byProcess, peakMb, mostMb: Math.max(...Object.values(peakMb)) };
};

const measureLength = async (stack: Stack, folder: string, factor: number, subjects: number) => {
  const weeks = bringWeeks(stack, folder, longStudy(factor, subjects));
  const { rows } = await weeks.first();
  const wish = { studyId: weeks.studyId, formats: FORMATS };
  const subscriber = await subscribe(stack, `long-${factor}@example.org`, wish);
  const first = await report(stack, subscriber);
  await weeks.next();
  return { factor, rows, first, next: await report(stack, subscriber) };
};

type Length = Awaited<ReturnType<typeof measureLength>>;

/** Of the long history to the short one, in time and in the memory of the process that needs most. */
const ratios = (short: Length, long: Length) => ({
  ratio: rounded(long.next.cpuSeconds / short.next.cpuSeconds),
  ratioMemory: rounded(long.next.mostMb / short.next.mostMb),
  ratioFirst: rounded(long.first.cpuSeconds / short.first.cpuSeconds),
});

export const measureHistory = async (
  stack: Stack,
  folder: string,
  { longest, subjects }: { readonly longest: number; readonly subjects: number },
) => {
  await warmUp(stack, join(folder, 'sample'));
  const short = await measureLength(stack, join(folder, 'short'), 1, subjects);
  const long = await measureLength(stack, join(folder, 'long'), longest, subjects);
  return { ...ratios(short, long), lengths: [short, long] };
};

export const historyBench = ({ size = LONGEST, ...options }: BenchOptions) =>
  withStack(options, (stack) =>
    withFolder((folder) => measureHistory(stack, folder, { longest: size, subjects: SUBJECTS })),
  );
