/** How a schedule is said. */
import { WEEKDAYS, type Weekday } from '@rounds/contracts/weekdays';
import type { components } from '@rounds/client/generated/api';
import type { Message } from '../words/message.ts';
import type { Voice } from '../words/voice.ts';

export type Schedule = components['schemas']['Subscription']['schedule'];

export const weekdayName = ({ weekday }: Voice, day: Weekday): string => weekday(WEEKDAYS.indexOf(day));

/** `Every Monday at 08:00`; the zone is said beside it. */
export const scheduleWords = (voice: Voice, schedule: Schedule): string => {
  const { say, clock } = voice;
  const at = clock(schedule.at);
  switch (schedule.every) {
    case 'day':
      return say('schedule.day', { at });
    case 'week':
      return say('schedule.week', { at, weekday: weekdayName(voice, schedule.on) });
    case 'month': {
      const { on } = schedule;
      if (on === 'last') return say('schedule.month-last', { at });
      if (typeof on === 'number') return say('schedule.month-day', { at, day: on });
      return say('schedule.month-nth', { at, nth: String(on.nth), weekday: weekdayName(voice, on.weekday) });
    }
  }
};

/** As the reports call themselves: `Weekly safety report`. What no catalogue knows goes by its id. */
export const reportName = ({ say, knows }: Voice, type: string, every?: Schedule['every']): string => {
  const rhythm =
    every === undefined ? 'title' : `name.${{ day: 'daily', week: 'weekly', month: 'monthly' }[every]}`;
  const message = `${type}.${rhythm}`;
  return knows(message) ? (say as (message: Message) => string)(message) : type;
};
