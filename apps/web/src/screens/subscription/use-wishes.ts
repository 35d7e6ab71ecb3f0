/** Wishes about single reports and about a while, each with the one that takes it back. */
import { useVoice } from '../../words/voice-context.tsx';
import { localMoment } from '../../model/local-moment.ts';
import type { Planned, Subscription } from './plan.ts';
import { steering, useSteering, type Step } from './use-steering.ts';
import { moved, restored, skipped, snoozed } from './wishes.ts';

const LOCAL_LENGTH = 'yyyy-mm-ddThh:mm'.length;

/** On the clock of the schedule, in whose offset the moment is written. */
export const localTime = (at: string): string => at.slice(0, LOCAL_LENGTH);

export const useWishes = ({ id, schedule: { timeZone }, snoozedUntil }: Subscription) => {
  const { say, day, moment } = useVoice();
  const { steer, isPending } = useSteering(id);
  const skip = (run: Planned): Step => ({
    act: () => steering.skip(id, run.due),
    wish: skipped(run),
    told: say('told.skipped', { at: moment(run.at ?? run.scheduledFor, timeZone) }),
  });
  const move = (run: Planned, to: string): Step => {
    const { at } = localMoment(to, timeZone);
    return {
      act: () => steering.move(id, run.due, to),
      wish: moved(run, at),
      told: say('told.moved', { at: moment(at, timeZone) }),
    };
  };
  const restore = (run: Planned): Step => ({
    act: () => steering.restore(id, run.due),
    wish: restored(run),
    told: say('told.restored', { at: moment(run.scheduledFor, timeZone) }),
  });
  const snooze = (until: string | null): Step => ({
    act: () => steering.snooze(id, until),
    wish: snoozed(until),
    told: until === null ? say('told.awake') : say('told.snoozed', { day: day(until) }),
  });
  /** What a report that somebody skipped or moved goes back to. */
  const asBefore = (run: Planned): Step => {
    const isWish = run.holiday === null && run.state !== 'comes' && run.state !== 'snoozed';
    if (!isWish) return restore(run);
    return run.at === null ? skip(run) : move(run, localTime(run.at));
  };
  return {
    isPending,
    skip: (run: Planned) => {
      steer({ ...skip(run), undo: asBefore(run) });
    },
    move: (run: Planned, to: string) => {
      steer({ ...move(run, to), undo: asBefore(run) });
    },
    restore: (run: Planned) => {
      steer({ ...restore(run), undo: asBefore(run) });
    },
    /** Of one that a holiday or a snooze leaves out: a wish of its own, for the moment that it had. */
    sendAnyway: (run: Planned) => {
      steer({ ...move(run, localTime(run.scheduledFor)), undo: restore(run) });
    },
    snooze: (until: string | null) => {
      steer({ ...snooze(until), undo: snooze(snoozedUntil) });
    },
  };
};
