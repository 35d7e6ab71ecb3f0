/** A local time as an instant, by the rules by which reports are due (docs/schedules.md). */
import { fromAbsolute, parseDateTime, toZoned, type ZonedDateTime } from '@internationalized/date';

export interface LocalMoment {
  /** `2027-03-28T03:00:00+02:00` */
  readonly at: string;
  /** What the clock does to it that day: `skipped` does not exist and is the end of the gap, `twice` is the first of two. */
  readonly clock: 'usual' | 'skipped' | 'twice';
}

const MINUTE_MS = 60_000;
const AT_LENGTH = 'yyyy-mm-ddThh:mm:ss'.length;

const offsetText = (ms: number): string => {
  const minutes = Math.abs(ms) / MINUTE_MS;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${ms < 0 ? '-' : '+'}${hours}:${rest}`;
};

const written = (moment: ZonedDateTime): string =>
  moment.toString().slice(0, AT_LENGTH) + offsetText(moment.offset);

/** The first minute after the clock has changed; between two instants, one on each side. */
const changeBetween = (before: number, after: number, timeZone: string): ZonedDateTime => {
  const { offset } = fromAbsolute(before, timeZone);
  let [low, high] = [before, after];
  while (high - low > MINUTE_MS) {
    const middle = Math.floor((low + high) / 2 / MINUTE_MS) * MINUTE_MS;
    if (fromAbsolute(middle, timeZone).offset === offset) low = middle;
    else high = middle;
  }
  return fromAbsolute(high, timeZone);
};

const ms = (moment: ZonedDateTime): number => moment.toDate().getTime();

/** @param local `2027-03-28T02:30` */
export const localMoment = (local: string, timeZone: string): LocalMoment => {
  const wanted = parseDateTime(local);
  const [earlier, later] = (['earlier', 'later'] as const).map((which) =>
    toZoned(wanted, timeZone, which),
  ) as [ZonedDateTime, ZonedDateTime];
  if (ms(earlier) === ms(later)) return { at: written(earlier), clock: 'usual' };
  return written(earlier).startsWith(wanted.toString())
    ? { at: written(earlier), clock: 'twice' }
    : { at: written(changeBetween(ms(earlier), ms(later), timeZone)), clock: 'skipped' };
};
