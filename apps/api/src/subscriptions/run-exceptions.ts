/** Skipping, moving and restoring single runs of a timetable; each refuses what cannot be done, by field. */
import { DAY_MS } from '@rounds/contracts/durations';
import { invalidInput, RoundsError } from '@rounds/contracts/errors';
import type { LocalDate, LocalDateTime } from '@rounds/contracts/period';
import { broken, type RuleCode } from '@rounds/contracts/rules';
import { dueOn, isDueDay, localDateAt, momentOf } from '@rounds/contracts/schedule-arithmetic';
import type { RunException, Timetable } from '@rounds/contracts/timetable';
import { isMade, nextRun, runOn } from '@rounds/contracts/timetable-arithmetic';

const ONE_YEAR_MS = 366 * DAY_MS;
const MOST_EXCEPTIONS = 100;
/** By then every workflow has applied an exception: it is kept no longer. */
const REMEMBERED_MS = 60 * DAY_MS;

const refuse = <Code extends RuleCode>(...fault: Parameters<typeof broken<Code>>): never => {
  throw invalidInput('body', [broken(...fault)]);
};

const conflict = (message: string): never => {
  throw new RoundsError('CONFLICT', message);
};

/**
 * Leaves a run out: the next one, or the one that is named.
 *
 * @throws RoundsError CONFLICT when none is left after it, INVALID_INPUT
 */
export const skip = (
  timetable: Timetable,
  now: number,
  due?: LocalDate,
): { readonly due: LocalDate; readonly exceptions: readonly RunException[] } => {
  const run = due === undefined ? nextRun(timetable, now) : runOn(timetable, due);
  if (run === null || run.at <= now)
    return due === undefined ? conflict('No run is left to skip.') : refuse('due', 'not-to-come');
  const exceptions = replace(timetable, now, { due: run.due, to: null });
  if (nextRun({ ...timetable, exceptions }, now) === null)
    conflict('It is the last run: cancel the subscription instead.');
  return { due: run.due, exceptions };
};

const refuseDay = (next: LocalDate | undefined): never =>
  next === undefined ? refuse('from', 'nothing-due') : refuse('from', 'not-due', { next });

/** @throws RoundsError INVALID_INPUT, CONFLICT */
export const move = (
  timetable: Timetable,
  now: number,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDateTime },
): readonly RunException[] => {
  const { schedule } = timetable;
  const { timeZone } = schedule;
  if (!isDueDay(schedule, from)) refuseDay(nextRun(timetable, now)?.due);
  if (isMade(timetable, from)) refuse('from', 'run-was-made');
  const held = runOn(timetable, from) ?? dueOn(schedule, from);
  if (held.at <= now) refuse('from', 'run-was-due', { due: held.local });
  const moment = momentOf(timeZone, to).at;
  if (moment <= now) refuse('to', 'in-the-past', { today: localDateAt(now, timeZone), timeZone });
  if (moment > now + ONE_YEAR_MS) refuse('to', 'beyond-a-year');
  const exceptions = replace(timetable, now, { due: from, to });
  if (runOn({ ...timetable, exceptions }, from) === null) refuse('from', 'after-the-last-day');
  return exceptions;
};

/**
 * Takes a skip or a move back: the run is made as the schedule has it.
 *
 * @throws RoundsError NOT_FOUND, CONFLICT when its own moment has passed
 */
export const restore = (timetable: Timetable, now: number, due: LocalDate): readonly RunException[] => {
  const others = (timetable.exceptions ?? []).filter((each) => each.due !== due);
  if (others.length === timetable.exceptions?.length || timetable.exceptions === undefined)
    throw new RoundsError('NOT_FOUND', `The run due ${due} was neither skipped nor moved.`);
  if (isMade(timetable, due)) conflict(`The run due ${due} was made meanwhile.`);
  const run = runOn({ ...timetable, exceptions: others }, due);
  if (run !== null && run.at <= now) conflict('Its own moment has passed: move it to another one instead.');
  return others;
};

/** @throws RoundsError INVALID_INPUT */
export const checkSnooze = (timetable: Timetable, now: number, until: LocalDate): void => {
  const { timeZone } = timetable.schedule;
  const today = localDateAt(now, timeZone);
  if (until <= today) refuse('until', 'not-after-today', { today, timeZone });
  if (until > localDateAt(now + ONE_YEAR_MS, timeZone)) refuse('until', 'snoozed-for-long');
  if (nextRun({ ...timetable, snoozedUntil: until }, now) === null) refuse('until', 'snoozed-for-good');
};

const replace = (
  { schedule, exceptions = [] }: Timetable,
  now: number,
  added: RunException,
): readonly RunException[] => {
  const forgotten = localDateAt(now - REMEMBERED_MS, schedule.timeZone);
  const kept = exceptions.filter((each) => each.due !== added.due && (each.to ?? each.due) >= forgotten);
  if (kept.length >= MOST_EXCEPTIONS)
    conflict(`${String(MOST_EXCEPTIONS)} runs are skipped or moved, which is the limit.`);
  return [...kept, added];
};
