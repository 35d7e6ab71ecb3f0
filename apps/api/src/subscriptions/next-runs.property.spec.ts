/**
 * Small. Random lives of subscriptions: wishes as the API takes them (calendar-wishes.ts, rules.ts), the loop of the
 * workflow over its own steps (subscription-plan.ts) and its own planning. What was promised before each stretch of
 * time is compared with what was begun in it.
 */
import assert from 'node:assert/strict';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import type { Holidays } from '@rounds/contracts/holidays';
import type { Desired } from '@rounds/contracts/messages';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import type { Schedule } from '@rounds/contracts/schedule';
import {
  begun,
  isDue,
  isRescheduled,
  taken,
  toPlan,
  type Planned,
} from '@rounds/contracts/subscription-plan';
import { anySchedule, DAY, daysAfter, ms } from '@rounds/contracts/testing/wall-clock';
import { timetableOf, type NextRun } from '@rounds/contracts/timetable';
import { runToMake } from '@rounds/contracts/timetable-arithmetic';
import fc from 'fast-check';
import { checkSnooze, move, restore, skip } from './run-exceptions.ts';
import { upcomingRuns } from './present-subscription.ts';
import { checkTimetable } from './rules.ts';

const LIVES = 10_000;
const SHOWN = 3;

type Record = Pick<
  SubscriptionDocument,
  'schedule' | 'until' | 'studyClosedAt' | 'exceptions' | 'snoozedUntil' | 'holidays' | 'made'
> & { readonly status: Desired['status']; readonly revision: number };

/** A subscription's record and its workflow, on one clock. */
class Life {
  now: number;
  record: Record;
  private readonly catchUp: Desired['catchUp'];
  private state: Planned;
  private next: NextRun | null | undefined;
  private plannedAt = 0;

  constructor(schedule: Schedule, catchUp: Desired['catchUp'], now: number) {
    this.now = now;
    this.record = { schedule, status: 'active', revision: 1 };
    this.catchUp = catchUp;
    this.state = { desired: this.desired(), doneUntil: now };
  }

  get promised(): NextRun[] {
    return upcomingRuns(this.record, this.now, SHOWN);
  }

  /** As the API writes it and tells it at once; answers whether it was taken. */
  wish(change: (record: Record) => Partial<Record>): boolean {
    try {
      const changed = { ...this.record, ...change(this.record), revision: this.record.revision + 1 };
      this.record = changed;
    } catch (error) {
      if (error instanceof RoundsError) return false;
      throw error;
    }
    this.apply(this.desired());
    return true;
  }

  /** The workflow's loop up to a moment. @returns the runs that it began */
  sleepUntil(end: number): NextRun[] {
    const made: NextRun[] = [];
    for (;;) {
      this.plan();
      if (isDue(this.next, this.now)) made.push(this.begin());
      else if (this.next != null && this.next.at <= end) this.now = this.next.at;
      else break;
    }
    this.now = end;
    return made;
  }

  private desired(): Desired {
    const { revision, status } = this.record;
    return { ...timetableOf(this.record), revision, status, catchUp: this.catchUp };
  }

  private plan(): void {
    const outdated = isDue(this.next, this.now) && this.plannedAt < (this.next?.at ?? 0);
    if (this.next !== undefined && !outdated) return;
    const wanted = toPlan(this.state, this.now);
    this.plannedAt = this.now;
    this.next = wanted === null ? null : runToMake(wanted);
  }

  private apply(wanted: Desired): void {
    this.plan();
    if (isRescheduled(this.state.desired, wanted) && isDue(this.next, this.now)) this.begin();
    this.state = taken(this.state, wanted, this.next, this.now);
    this.next = undefined;
  }

  private begin(): NextRun {
    const run = this.next;
    if (run == null) throw new Error('no run is due');
    // A run is known by its day: what was begun before is not begun again, and nothing would come.
    if (this.state.desired.made?.includes(run.due)) throw new Error(`${run.due} was made before`);
    this.state = begun(this.state, run);
    this.record = { ...this.record, ...(this.state.desired.made && { made: this.state.desired.made }) };
    this.next = undefined;
    return run;
  }
}

/** How a stretch of time ends: at, shortly before or after one of the promised moments, or anywhere. */
const anyStretch = fc.record({
  run: fc.nat(SHOWN - 1),
  beside: fc.oneof(
    fc.constantFrom(-1, 0, 1, -60_000, 60_000, 9 * 60 * 60 * 1000),
    fc.integer({ min: -DAY, max: 2 * DAY }),
  ),
});

/** Around changes of the clock, to the hour and half: in the gaps, in the overlaps, at midnight. */
const anyTime = fc.constantFrom('00:00', '00:30', '01:45', '02:00', '02:30', '03:15', '08:00', '23:45');
const anyBeginning = fc
  .tuple(fc.constantFrom('2026-02-20', '2026-09-15', '2027-03-01'), fc.integer({ min: 0, max: 40 * 24 * 60 }))
  .map(([day, minutes]) => ms(`${day}T00:00Z`) + minutes * 60_000);
const someSchedule = fc.tuple(anySchedule, anyTime).map(([schedule, at]) => ({ ...schedule, at }));

const anyNumber = fc.nat(1_000);
const anyHolidays = fc.record({
  policy: fc.constantFrom('skip', 'next-working-day', 'previous-working-day'),
  from: fc.integer({ min: -20, max: 30 }),
  days: fc.integer({ min: 1, max: 24 }),
  every: fc.constantFrom(1, 1, 2, 7),
});

const anyWish = fc.oneof(
  fc.record({ kind: fc.constant('reschedule'), schedule: someSchedule }),
  fc.record({ kind: fc.constant('another time of the day'), at: anyTime }),
  fc.record({ kind: fc.constant('another zone'), schedule: someSchedule }),
  fc.record({ kind: fc.constant('skip'), run: fc.nat(SHOWN) }),
  fc.record({
    kind: fc.constant('move'),
    run: fc.nat(SHOWN),
    days: fc.integer({ min: -30, max: 40 }),
    at: anyTime,
  }),
  fc.record({ kind: fc.constant('move beside another'), run: fc.nat(SHOWN), other: fc.nat(SHOWN) }),
  fc.record({
    kind: fc.constant('move what was made'),
    nth: anyNumber,
    days: fc.integer({ min: 0, max: 20 }),
  }),
  fc.record({ kind: fc.constant('restore'), nth: anyNumber }),
  fc.record({ kind: fc.constant('snooze'), days: fc.integer({ min: 1, max: 60 }) }),
  fc.constant({ kind: 'wake' } as const),
  fc.constant({ kind: 'pause' } as const),
  fc.constant({ kind: 'resume' } as const),
  fc.record({ kind: fc.constant('holidays'), holidays: anyHolidays }),
  fc.record({ kind: fc.constant('until'), days: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ kind: fc.constant('close the study'), days: fc.integer({ min: 0, max: 60 }) }),
);
type Wish = typeof anyWish extends fc.Arbitrary<infer W> ? W : never;

const nthOf = <T>(list: readonly T[], nth: number): T | undefined => list[nth % Math.max(1, list.length)];

type HolidayWish = Extract<Wish, { kind: 'holidays' }>['holidays'];

const holidaysOf = (today: string, { policy, from, days, every }: HolidayWish): Holidays => ({
  policy,
  dates: Array.from({ length: days }, (_, index) => daysAfter(today, from + index * every)),
});

/** What the API makes of a wish; it throws where the API refuses. */
const changeBy =
  (wish: Wish, life: Life) =>
  (record: Record): Partial<Record> => {
    const { now } = life;
    const timetable = timetableOf(record);
    const { schedule } = record;
    const today = localDateAt(now, schedule.timeZone);
    const checked = (change: Partial<Record>): Partial<Record> => {
      checkTimetable({ ...timetableOf({ ...record, ...change }), closedAt: undefined }, now);
      return change;
    };
    switch (wish.kind) {
      case 'reschedule':
        return checked({ schedule: wish.schedule });
      case 'another time of the day':
        return checked({ schedule: { ...schedule, at: wish.at } });
      case 'another zone':
        return checked({ schedule: { ...schedule, timeZone: wish.schedule.timeZone } });
      case 'skip':
        return { exceptions: skip(timetable, now, life.promised[wish.run]?.due).exceptions };
      case 'move': {
        const from = life.promised[wish.run]?.due ?? today;
        return { exceptions: move(timetable, now, { from, to: `${daysAfter(from, wish.days)}T${wish.at}` }) };
      }
      case 'move beside another': {
        const { promised } = life;
        const to = promised[wish.other]?.local.slice(0, 16) ?? `${today}T12:00`;
        return { exceptions: move(timetable, now, { from: promised[wish.run]?.due ?? today, to }) };
      }
      case 'move what was made': {
        const from = nthOf(record.made ?? [], wish.nth) ?? today;
        return { exceptions: move(timetable, now, { from, to: `${daysAfter(today, wish.days)}T23:30` }) };
      }
      case 'restore':
        return {
          exceptions: restore(timetable, now, nthOf(record.exceptions ?? [], wish.nth)?.due ?? today),
        };
      case 'snooze': {
        const until = daysAfter(today, wish.days);
        checkSnooze(timetable, now, until);
        return { snoozedUntil: until };
      }
      case 'wake':
        // Before any day to come.
        return record.snoozedUntil === undefined ? {} : { snoozedUntil: today };
      case 'pause':
        return { status: 'paused' };
      case 'resume':
        return { status: 'active' };
      case 'holidays':
        return checked({ holidays: holidaysOf(today, wish.holidays) });
      case 'until':
        return checked({ until: daysAfter(today, wish.days) });
      case 'close the study':
        return { studyClosedAt: daysAfter(today, wish.days) };
    }
  };

const shown = (runs: readonly NextRun[]) =>
  runs.map(({ due, local, at }) => `${due} at ${local}+${String(at % 60_000)} ms`).join('\n');

describe('nextRuns', () => {
  it(`promises what the workflow then makes, no more and no less, in ${String(LIVES)} random lives`, () => {
    const counts = { runs: 0, wishes: 0, refused: 0 };
    const anyLife = fc.record({
      schedule: someSchedule,
      catchUp: fc.constantFrom('latest', 'all', 'skip'),
      begins: anyBeginning,
      chapters: fc.array(fc.record({ wish: anyWish, stretch: anyStretch }), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(anyLife, ({ schedule, catchUp, begins, chapters }) => {
        const life = new Life(schedule, catchUp, begins);
        for (const { wish, stretch } of chapters) {
          const taken = life.wish(changeBy(wish, life));
          counts[taken ? 'wishes' : 'refused'] += 1;
          const { promised, now } = life;
          const last = promised.at(-1)?.at ?? now + 40 * DAY;
          // No further than was promised: all that is begun by then must have been.
          const end = Math.min(last, Math.max(now, (promised[stretch.run]?.at ?? now) + stretch.beside));
          const made = life.sleepUntil(end);
          counts.runs += made.length;
          assert.equal(shown(made), shown(promised.filter(({ at }) => at <= end)));
        }
      }),
      { numRuns: LIVES },
    );
    // That something happened in them.
    expect(counts.runs).toBeGreaterThan(LIVES);
    expect(counts.wishes).toBeGreaterThan(LIVES);
    expect(counts.refused).toBeGreaterThan(LIVES / 10);
  });
});
