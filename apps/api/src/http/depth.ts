import { RoundsError } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';

/** More than anything that Rounds takes; MongoDB keeps 100 levels and V8's stack some thousands. */
export const MOST_LEVELS = 32;

/** Level by level, since what nests too deep must not be walked by recursion. */
const isDeeper = (value: unknown, levels: number): boolean => {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.values(each) as unknown[]) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
};

/** @throws RoundsError INVALID_INPUT */
export const demandShallow = (body: unknown): void => {
  if (!isDeeper(body, MOST_LEVELS)) return;
  throw new RoundsError('INVALID_INPUT', 'The body is nested too deep.', {
    fields: [broken('body', 'nested-too-deep', { max: MOST_LEVELS })],
  });
};
