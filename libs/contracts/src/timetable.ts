/** A schedule with all that a subscription changes about it. The arithmetic is in timetable-arithmetic.ts. */
import type { Holidays } from './holidays.ts';
import type { LocalDate, LocalDateTime, Period } from './period.ts';
import type { Schedule } from './schedule.ts';

/** One run that goes otherwise than the schedule says. The due day stays its identity, and with it its period. */
export interface RunException {
  /** Local day on which the schedule has the run. */
  readonly due: LocalDate;
  /** When it is made instead, on the schedule's clock; null: not at all. */
  readonly to: LocalDateTime | null;
}

export interface Timetable {
  readonly schedule: Schedule;
  /** Last local day on which a run may be due. */
  readonly until?: LocalDate | undefined;
  /** Day on which the study closes: like `until`, but nothing that the subscriber chose. */
  readonly closedAt?: LocalDate | undefined;
  /** Runs that somebody skipped or moved, one a due day. They win over snooze and holidays. */
  readonly exceptions?: readonly RunException[] | undefined;
  /** Runs due before this local day are left out. */
  readonly snoozedUntil?: LocalDate | undefined;
  readonly holidays?: Holidays | undefined;
  /** Due days whose run was begun: whatever else changes, none of them comes again. */
  readonly made?: readonly LocalDate[] | undefined;
}

/** The moment of a run, computed outside the workflow and recorded in its history. */
export interface NextRun {
  readonly due: LocalDate;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The same moment on the local clock, for people: ISO 8601 with offset. */
  readonly local: string;
  readonly period: Period;
  /** Version of the time-zone data that it was computed by, e.g. `2026b`; absent from plans of earlier versions. */
  readonly zones?: string;
}

/** The timetable that a subscription's record wants. */
export const timetableOf = (
  subscription: Omit<Timetable, 'closedAt'> & { readonly studyClosedAt?: LocalDate | undefined },
): Timetable => ({
  schedule: subscription.schedule,
  until: subscription.until,
  closedAt: subscription.studyClosedAt,
  exceptions: subscription.exceptions,
  snoozedUntil: subscription.snoozedUntil,
  holidays: subscription.holidays,
  made: subscription.made,
});
