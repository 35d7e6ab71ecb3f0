/** Which days a row can have: what has not happened yet when it was delivered, or is of another century, is an error. */
import type { RecordDocument, StudyDocument } from '@rounds/contracts/collections';
import { EARLIEST_DAY } from '@rounds/contracts/cut';
import type { LocalDate } from '@rounds/contracts/period';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import type { Document, Filter } from 'mongodb';
import { Temporal } from 'temporal-polyfill';

/** Where on earth it is latest. */
const LATEST_ZONE = '+14:00';

type Dated = Pick<RecordDocument, 'day' | 'receivedAt'>;

export interface Days {
  readonly plausible: Filter<RecordDocument>;
  readonly implausible: Filter<RecordDocument>;
  /** The row's day; null where it has none or it is implausible. */
  readonly dayOf: (row: Dated) => LocalDate | null;
}

const latestAt = (at: Date): LocalDate => localDateAt(at.getTime(), LATEST_ZONE);

/** Of a domain that an earlier version imported, which kept no deliveries: each row by when it was received. */
const latestByReceipt = (shiftDays: number): Document => {
  const moved = { $dateAdd: { startDate: '$receivedAt', unit: 'day', amount: shiftDays } };
  return { $dateToString: { date: moved, format: '%Y-%m-%d', timezone: LATEST_ZONE } };
};

/** A day as it is stored. */
const movedIn =
  ({ shiftDays = 0 }: StudyDocument) =>
  (day: LocalDate): LocalDate =>
    Temporal.PlainDate.from(day).add({ days: shiftDays }).toString();

/** The last plausible day of what DM tells beside its own day, a death. */
export const latestDayOf = (study: StudyDocument): LocalDate =>
  movedIn(study)(latestAt(study.deliveries?.DM?.at ?? study.importedAt));

/** Days as they are stored: moved by the shift of the study. */
export const daysOf = (study: StudyDocument, domain: string): Days => {
  const { deliveries, shiftDays = 0 } = study;
  const moved = movedIn(study);
  const earliest = moved(EARLIEST_DAY);
  const delivery = deliveries?.[domain];
  const latest =
    delivery === undefined ? latestByReceipt(shiftDays) : { $literal: moved(latestAt(delivery.at)) };
  return {
    plausible: { day: { $gte: earliest }, $expr: { $lte: ['$day', latest] } },
    implausible: { $or: [{ day: { $lt: earliest } }, { $expr: { $gt: ['$day', latest] } }] },
    dayOf: ({ day, receivedAt }) => {
      const last = moved(latestAt(delivery?.at ?? receivedAt));
      return day !== null && (day < earliest || day > last) ? null : day;
    },
  };
};
