/** Which days a row can have: what has not happened yet when it was delivered, or is of another century, is an error. */
import type { StudyDocument } from '@rounds/contracts/collections';
import { EARLIEST_DAY } from '@rounds/contracts/cut';
import type { LocalDate } from '@rounds/contracts/period';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import { Temporal } from 'temporal-polyfill';

/** Where on earth it is latest. */
const LATEST_ZONE = '+14:00';

/** A day as it is stored. */
const movedIn =
  ({ shiftDays = 0 }: StudyDocument) =>
  (day: LocalDate): LocalDate =>
    Temporal.PlainDate.from(day).add({ days: shiftDays }).toString();

/** The last plausible day of a domain; of one that never came, there is nothing to judge. */
export const latestDayOf = (study: StudyDocument, domain: string): LocalDate => {
  const { at } = study.deliveries[domain] ?? { at: study.importedAt };
  return movedIn(study)(localDateAt(at.getTime(), LATEST_ZONE));
};

/** The first one. */
export const earliestDayOf = (study: StudyDocument): LocalDate => movedIn(study)(EARLIEST_DAY);
