/**
 * What a subscription's workflow remembers between two plans, as pure steps: which moments were dealt with, which days
 * were made, and what a change does to both. Without it, what the API promises and what the workflow does could only be
 * compared by letting weeks pass.
 */
import { DAY_MS } from './durations.ts';
import type { RunToMake } from './activities.ts';
import type { NextRun } from './timetable.ts';
import type { Desired } from './messages.ts';
import type { LocalDate } from './period.ts';

export interface Planned {
  readonly desired: Desired;
  /** Epoch ms: runs due at or before this moment were dealt with. */
  readonly doneUntil: number;
}

/** No holiday season moves a run further; a day that an exception names is remembered for as long as the exception. */
const REMEMBERED_MS = 62 * DAY_MS;

export const isDue = (next: NextRun | null | undefined, now: number): boolean =>
  next != null && next.at <= now;

/** What to ask for the next run; null: there is none. */
export const toPlan = ({ desired, doneUntil }: Planned, now: number): RunToMake | null =>
  desired.status === 'active' ? { ...desired, after: doneUntil, now } : null;

/** The run is begun: neither its moment nor its day comes again. */
export const begun = <S extends Planned>(state: S, { at, due }: NextRun): S => ({
  ...state,
  doneUntil: at,
  desired: { ...state.desired, made: remembered([...(state.desired.made ?? []), due], state.desired, at) },
});

/**
 * A change counts from now on: a new schedule or new holidays make up no runs of the past, and what came due while
 * the subscription was paused is skipped. A run that is already due is still made, unless the change is about that very
 * run; where the schedule changes, that run has been begun before the change is taken.
 *
 * @param next as it was planned before the change
 */
export const taken = <S extends Planned>(
  state: S,
  wanted: Desired,
  next: NextRun | null | undefined,
  now: number,
): S => {
  const { desired, doneUntil } = state;
  // What was passed over stays passed over: forgetting an old skip must not bring its run back.
  const passed = next != null && isDue(next, now) && !isRescheduled(desired, wanted) ? next.at - 1 : now;
  const made = remembered([...(desired.made ?? []), ...(wanted.made ?? [])], wanted, now);
  const known = made.length === 0 ? {} : { made };
  return { ...state, desired: { ...wanted, ...known }, doneUntil: Math.max(doneUntil, passed) };
};

/** Whether all future runs change; changes of single ones do not count. */
export const isRescheduled = (held: Desired, wanted: Desired): boolean => rhythmOf(held) !== rhythmOf(wanted);

const rhythmOf = ({ schedule, holidays }: Desired): string => JSON.stringify([schedule, holidays]);

const remembered = (
  made: readonly LocalDate[],
  { exceptions = [] }: Pick<Desired, 'exceptions'>,
  at: number,
): LocalDate[] => {
  const forgotten = new Date(at - REMEMBERED_MS).toISOString().slice(0, 10);
  const kept = made.filter((due) => due >= forgotten || exceptions.some((each) => each.due === due));
  return [...new Set(kept)].sort();
};
