import { createHash } from 'node:crypto';
import type { FlagDocument } from '@rounds/contracts/flag';

export type Reason = 'DISABLED' | 'TARGETING_MATCH' | 'SPLIT' | 'DEFAULT';

export interface Evaluation {
  readonly value: boolean;
  readonly reason: Reason;
}

/**
 * Where a user stands between 0 and 100 with regard to one flag: always the same place, and for each flag another
 * one, so that it is not always the same users who are first.
 */
export const placeOf = (flag: string, userId: string): number => {
  const hash = createHash('sha256').update(`${flag}|${userId}`).digest();
  return (hash.readUInt32BE(0) / 2 ** 32) * 100;
};

/** Off is off; then what is said of the user; then their place. Without a user only a full rollout is on. */
export const evaluate = (
  flag: Pick<FlagDocument, '_id' | 'enabled' | 'percentage' | 'on' | 'off'>,
  userId: string | undefined,
): Evaluation => {
  const { enabled, percentage, on, off } = flag;
  if (!enabled) return { value: false, reason: 'DISABLED' };
  if (userId !== undefined && off.includes(userId)) return { value: false, reason: 'TARGETING_MATCH' };
  if (userId !== undefined && on.includes(userId)) return { value: true, reason: 'TARGETING_MATCH' };
  if (userId === undefined || percentage <= 0 || percentage >= 100)
    return { value: percentage >= 100, reason: 'DEFAULT' };
  return { value: placeOf(flag._id, userId) < percentage, reason: 'SPLIT' };
};
