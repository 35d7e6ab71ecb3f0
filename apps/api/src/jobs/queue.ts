/** An open run's place among the others, in the order in which the task queues hand them out. */
import type { RunDocument } from '@rounds/contracts/collections';

export type Place = Pick<RunDocument, '_id' | 'studyId' | 'priority' | 'createdAt' | 'queuedAt'>;

const RANKS = { high: 0, normal: 1, low: 2 } as const;

const queuedAt = (run: Place): number => (run.queuedAt ?? run.createdAt).getTime();

const isOlder = (one: Place, other: Place): boolean =>
  queuedAt(one) < queuedAt(other) || (queuedAt(one) === queuedAt(other) && one._id < other._id);

const byStudy = (runs: readonly Place[]): Place[][] => {
  const groups = new Map<string, Place[]>();
  for (const run of runs) groups.set(run.studyId, [...(groups.get(run.studyId) ?? []), run]);
  return [...groups.values()];
};

/**
 * How many open runs go before this one: each of a higher priority; of its own priority the older ones of its
 * study and, because studies take turns, as many of every other study; one more where that study was first.
 *
 * @param open every run whose time has come; this one may be among them
 */
export const countAhead = (run: Place, open: readonly Place[]): number => {
  const others = open.filter(({ _id }) => _id !== run._id);
  const higher = others.filter(({ priority }) => RANKS[priority] < RANKS[run.priority]);
  const peers = others.filter(({ priority }) => priority === run.priority);
  const own = [...peers.filter(({ studyId }) => studyId === run.studyId), run];
  const ownAhead = own.filter((each) => isOlder(each, run)).length;
  const turns = byStudy(peers.filter(({ studyId }) => studyId !== run.studyId)).map((study) => {
    const wasFirst = study.some((each) => own.every((mine) => isOlder(each, mine)));
    return Math.min(study.length, ownAhead + (wasFirst ? 1 : 0));
  });
  return higher.length + ownAhead + turns.reduce((sum, count) => sum + count, 0);
};
