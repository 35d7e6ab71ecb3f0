/** Subscriptions that sleep: none of them is due while a benchmark runs. */
import { systemClock } from '@rounds/adapters/clock';
import { DAY_MS } from '@rounds/contracts/durations';
import { WEEKDAYS, type Weekday } from '@rounds/contracts/weekdays';
import { inTurn } from './in-turn.ts';
import { load, type Answered, type Call } from './load.ts';
import type { Crowd } from './people.ts';
import type { Stack } from './stack.ts';

/** The first day on which one is due, from today. */
const FIRST_DUE = 3;
const DUE_DAYS = 3;
const MINUTES_A_DAY = 1_440;

/** In UTC. */
export const weekdayOf = (moment: Date): Weekday =>
  inTurn(WEEKDAYS, moment.getUTCDay() + WEEKDAYS.length - 1);

const two = (number: number): string => String(number).padStart(2, '0');

/** Of one that is not due within days. */
export const sleeping = (index: number) => {
  const on = weekdayOf(new Date(systemClock().getTime() + (FIRST_DUE + (index % DUE_DAYS)) * DAY_MS));
  const minute = (index * 7) % MINUTES_A_DAY;
  const at = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return { schedule: { every: 'week', on, at, timeZone: 'Europe/Berlin' } };
};

export interface Sleepers {
  readonly studyId: string;
  readonly crowd: Crowd;
  /** Ids, as they were made. */
  readonly ids: string[];
}

const subscribing = ({ studyId, crowd }: Sleepers, index: number): Call => {
  const by = inTurn(crowd.members, index);
  const wish = { studyId, reportType: 'study-weekly', ...sleeping(index), evenIfEqual: true };
  return { by, method: 'POST', path: '/subscriptions', body: wish };
};

/** @param perSecond absent: as fast as they are answered */
export const subscribeMany = (
  stack: Stack,
  sleepers: Sleepers,
  calls: number,
  perSecond?: number,
): Promise<Answered> => {
  const from = sleepers.ids.length;
  return load({
    ...{ url: stack.urls.api, calls },
    ...(perSecond === undefined ? {} : { perSecond }),
    next: (index) => subscribing(sleepers, from + index),
    onAnswer: (body) => sleepers.ids.push((JSON.parse(body) as { id: string }).id),
  });
};
