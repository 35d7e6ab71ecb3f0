/** What comes when: the moments that the API promises, and behind them those that the schedule alone would bring. */
import type { components } from '@rounds/client/generated/api';

export type Subscription = components['schemas']['Subscription'];
export type SchedulePreview = components['schemas']['SchedulePreview'];
type Exception = Subscription['exceptions'][number];

export interface Planned {
  /** Day on which the schedule has it: it names the report. */
  readonly due: string;
  /** When it comes, with the schedule's offset; null: it does not. */
  readonly at: string | null;
  /** Where the schedule has it. */
  readonly scheduledFor: string;
  readonly state: 'comes' | 'moved' | 'skipped' | 'snoozed';
  /** The holiday that did it; null: somebody's wish. In English. */
  readonly holiday: string | null;
}

type Planning = Pick<
  Subscription,
  'status' | 'heldBy' | 'nextRuns' | 'exceptions' | 'snoozedUntil' | 'studyClosedAt'
>;

/** So many moments the API tells; fewer: it ends after them. */
const TOLD = 5;
const DAY_LENGTH = 'yyyy-mm-dd'.length;

/** On the clock of the schedule, in whose offset the API writes. */
export const localDay = (at: string): string => at.slice(0, DAY_LENGTH);

const instant = (at: string): number => Date.parse(at);

const ofException = ({ due, at, scheduledFor, change, holiday }: Exception): Planned => ({
  due,
  at,
  scheduledFor,
  state: change,
  holiday,
});

const usual = (due: string, at: string): Planned => ({
  due,
  at,
  scheduledFor: at,
  state: 'comes',
  holiday: null,
});

/** Once for each of them: of two reports at one moment, one may have been moved there. */
const withoutEach = (moments: readonly string[], taken: readonly string[]): string[] =>
  taken.reduce<string[]>(
    (left, at) => {
      const index = left.indexOf(at);
      return index === -1 ? left : left.toSpliced(index, 1);
    },
    [...moments],
  );

/** A moment to which nothing was moved is of the local day that it falls on. */
const promised = ({ nextRuns, exceptions }: Planning): Planned[] => {
  const moved = exceptions.flatMap(({ at }) => at ?? []);
  return withoutEach(nextRuns, moved).map((at) => usual(localDay(at), at));
};

const isSnoozed = ({ snoozedUntil }: Planning, due: string): boolean =>
  snoozedUntil !== null && due < snoozedUntil;

/** As the schedule with its holidays has them, by their due days. */
const scheduled = ({ runs, exceptions }: SchedulePreview): Planned[] => {
  const byHoliday = exceptions.map(ofException);
  const taken = new Set(byHoliday.map(({ due }) => due));
  return [...byHoliday, ...runs.filter(({ due }) => !taken.has(due)).map(({ due, at }) => usual(due, at))];
};

const inOrder = (a: Planned, b: Planned): number =>
  instant(a.at ?? a.scheduledFor) - instant(b.at ?? b.scheduledFor);

/** Nothing is planned while it is paused, or over, or while all sending is halted. */
const isPlanning = ({ status, heldBy }: Planning): boolean => status === 'active' && heldBy === null;

/**
 * What a snooze leaves out stands nowhere but in the schedule, and so do reports after the fifth. Before the fifth the
 * API alone counts: it knows what was made already.
 */
const fromSchedule = (planning: Planning, preview: SchedulePreview, known: readonly Planned[]): Planned[] => {
  const taken = new Set(known.map(({ due }) => due));
  const last = planning.nextRuns.at(-1);
  const goesOn = planning.nextRuns.length >= TOLD && last !== undefined;
  return scheduled(preview)
    .filter(({ due }) => !taken.has(due) && due <= (planning.studyClosedAt ?? due))
    .flatMap((run): Planned[] => {
      if (isSnoozed(planning, run.due)) return [{ ...run, at: null, state: 'snoozed', holiday: null }];
      return goesOn && instant(run.at ?? run.scheduledFor) > instant(last) ? [run] : [];
    });
};

/** @param preview of the same schedule, until and holidays; absent: not there yet */
export const planOf = (planning: Planning, preview?: SchedulePreview): Planned[] => {
  if (!isPlanning(planning)) return [];
  const known = [...promised(planning), ...planning.exceptions.map(ofException)];
  const later = preview === undefined ? [] : fromSchedule(planning, preview, known);
  return [...known, ...later].sort(inOrder);
};

/** Those that come, on the local day on which they do. */
export const comingOn = (plan: readonly Planned[], day: string): Planned[] =>
  plan.filter(({ at }) => at !== null && localDay(at) === day);

/** Those that the schedule has that day and that do not come then. */
export const missingOn = (plan: readonly Planned[], day: string): Planned[] =>
  plan.filter(({ due, at }) => due === day && (at === null || localDay(at) !== day));

/** Those that a snooze until a day would leave out: what somebody asked of a single one stands over it. */
export const leftOutBefore = (plan: readonly Planned[], until: string): Planned[] =>
  plan.filter(
    ({ due, state, holiday }) =>
      due < until && (state === 'comes' || (state === 'moved' && holiday !== null)),
  );
