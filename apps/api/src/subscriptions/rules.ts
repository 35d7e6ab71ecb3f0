/** What a wish must hold beside its shape. */
import { invalidInput, RoundsError } from '@rounds/contracts/errors';
import type { LocalDate } from '@rounds/contracts/period';
import type { Schedule } from '@rounds/contracts/schedule';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import { nextRun } from '@rounds/contracts/timetable-arithmetic';
import { parseInput } from '../http/zod.pipe.ts';
import { REPORT_TYPES, type ReportTypeId } from '@rounds/report-types/catalogue';

/** @throws RoundsError INVALID_INPUT naming each parameter that the report type does not take */
export const checkParameters = (
  reportType: ReportTypeId,
  parameters: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  parseInput(REPORT_TYPES[reportType].parameters, parameters, 'body', ['parameters']);

/**
 * @param now epoch ms
 * @throws RoundsError INVALID_INPUT for an end that leaves no run
 */
export const checkUntil = (schedule: Schedule, until: LocalDate | undefined, now: number): void => {
  if (until === undefined || nextRun({ schedule, until }, now) !== null) return;
  const today = localDateAt(now, schedule.timeZone);
  const first = nextRun({ schedule }, now)?.due;
  const rule =
    until < today
      ? `must not be in the past: today is ${today} in ${schedule.timeZone}`
      : `must not be before the first run, which is due ${first ?? 'never'}`;
  throw invalidInput('body', [{ path: ['until'], message: rule }]);
};

/** @throws RoundsError UNPROCESSABLE that names each recipient without right by its place in the list */
export const refuseRecipients = (places: readonly number[]): never => {
  const fields = places.map((place) => ({
    field: `recipients.${place}`,
    rule: 'must be the e-mail address of a member of this study',
  }));
  throw new RoundsError('UNPROCESSABLE', 'A report goes to members of its study only.', { fields });
};
