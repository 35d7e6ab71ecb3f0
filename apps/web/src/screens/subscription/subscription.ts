import type { components } from '@rounds/client/generated/api';

export type Subscription = components['schemas']['Subscription'];

interface Planned {
  /** Day on which the schedule has it: it names the report. */
  readonly due: string;
  readonly at: string;
  readonly isMoved: boolean;
}

type Planning = Pick<Subscription, 'nextRuns' | 'exceptions'>;

/** A moment without an exception is of the local day that it falls on. */
export const plannedOf = ({ nextRuns, exceptions }: Planning): Planned[] =>
  nextRuns.map((at) => {
    const moved = exceptions.find((exception) => exception.change === 'moved' && exception.at === at);
    return { due: moved?.due ?? at.slice(0, 'yyyy-mm-dd'.length), at, isMoved: moved !== undefined };
  });

/** Skipped by somebody, not by a holiday: those can be brought back one by one. */
export const skippedOf = ({ exceptions }: Planning) =>
  exceptions.filter(({ change, holiday }) => change === 'skipped' && holiday === null);
