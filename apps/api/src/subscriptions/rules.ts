/** What a request must satisfy beside its shape. */
import { invalidInput, RoundsError } from '@rounds/contracts/errors';
import { parseInput } from '@rounds/contracts/input';
import { broken } from '@rounds/contracts/rules';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import type { Timetable } from '@rounds/contracts/timetable';
import { nextRun } from '@rounds/contracts/timetable-arithmetic';
import { REPORT_TYPES, type ReportTypeId } from '@rounds/report-types/catalogue';

/** @throws RoundsError INVALID_INPUT naming each parameter that the report type does not take */
export const checkParameters = (
  reportType: ReportTypeId,
  parameters: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  parseInput(REPORT_TYPES[reportType].parameters, parameters, 'body', 'parameters');

/**
 * @param now epoch ms
 * @throws RoundsError INVALID_INPUT for an end or holidays that leave no run
 */
export const checkTimetable = (timetable: Timetable, now: number): void => {
  const { schedule, until, holidays } = timetable;
  if (schedule.every === 'day' && holidays !== undefined && holidays.policy !== 'skip')
    throw invalidInput('body', [broken('holidays.policy', 'daily-on-holidays')]);
  if (nextRun(timetable, now) !== null) return;
  const first = nextRun({ ...timetable, until: undefined }, now);
  if (first === null) throw invalidInput('body', [broken('holidays', 'no-run-besides-holidays')]);
  const { timeZone } = schedule;
  const today = localDateAt(now, timeZone);
  const isPast = until !== undefined && until < today;
  throw invalidInput('body', [
    isPast
      ? broken('until', 'in-the-past', { today, timeZone })
      : broken('until', 'before-first-run', { first: first.due }),
  ]);
};

/** @throws RoundsError UNPROCESSABLE that names each recipient without right by its place in the list */
export const refuseRecipients = (places: readonly number[]): never => {
  const fields = places.map((place) => broken(`recipients.${place}`, 'not-a-member'));
  throw new RoundsError('UNPROCESSABLE', 'A report goes to members of its study only.', { fields });
};

/** @throws RoundsError UNPROCESSABLE */
export const refuseInvitation = (): never => {
  const fields = [broken('recipient', 'not-invitable')];
  throw new RoundsError('UNPROCESSABLE', 'Only a recipient of the subscription can be invited.', { fields });
};

/** @throws RoundsError UNPROCESSABLE */
export const refuseOwner = (): never => {
  const fields = [broken('owner', 'not-a-member')];
  throw new RoundsError('UNPROCESSABLE', 'A subscription belongs to a member of its study.', { fields });
};
