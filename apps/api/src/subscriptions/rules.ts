/** What a request must satisfy beside its shape. */
import { invalidInput, RoundsError } from '@rounds/contracts/errors';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import type { Timetable } from '@rounds/contracts/timetable';
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
 * @throws RoundsError INVALID_INPUT for an end or holidays that leave no run
 */
export const checkTimetable = (timetable: Timetable, now: number): void => {
  const { schedule, until, holidays } = timetable;
  if (schedule.every === 'day' && holidays !== undefined && holidays.policy !== 'skip')
    refuse(
      ['holidays', 'policy'],
      'must be skip for a daily schedule: each working day has a run of its own',
    );
  if (nextRun(timetable, now) !== null) return;
  const first = nextRun({ ...timetable, until: undefined }, now);
  if (first === null) refuse(['holidays'], 'must leave a run: these leave out every one');
  const today = localDateAt(now, schedule.timeZone);
  const isPast = until !== undefined && until < today;
  refuse(
    ['until'],
    isPast
      ? `must not be in the past: today is ${today} in ${schedule.timeZone}`
      : `must not be before the first run, which is due ${first?.due ?? 'never'}`,
  );
};

const refuse = (path: readonly string[], message: string): never => {
  throw invalidInput('body', [{ path, message }]);
};

/** @throws RoundsError UNPROCESSABLE that names each recipient without right by its place in the list */
export const refuseRecipients = (places: readonly number[]): never => {
  const fields = places.map((place) => ({
    field: `recipients.${place}`,
    rule: 'must be the e-mail address of a member of this study',
  }));
  throw new RoundsError('UNPROCESSABLE', 'A report goes to members of its study only.', { fields });
};

/** @throws RoundsError UNPROCESSABLE */
export const refuseInvitation = (): never => {
  const fields = [
    { field: 'recipient', rule: 'must be the e-mail address of a recipient who may see the study' },
  ];
  throw new RoundsError('UNPROCESSABLE', 'Only a recipient of the subscription can be invited.', { fields });
};

/** @throws RoundsError UNPROCESSABLE */
export const refuseOwner = (): never => {
  const fields = [{ field: 'owner', rule: 'must be the e-mail address of a member of this study' }];
  throw new RoundsError('UNPROCESSABLE', 'A subscription belongs to a member of its study.', { fields });
};
