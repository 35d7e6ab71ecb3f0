import type { Period } from '@rounds/contracts/period';
import { lastDay } from '../words/days.ts';
import type { Definition } from '../report-model.ts';
import type { Voice } from '../words/voice.ts';

/** Which rows count, in a report that counts them by their day. @param term the period, as the report calls it */
export const periodDefinitions = (term: string, period: Period, voice: Voice): Definition[] => {
  const [first, last] = [voice.day(period.start), voice.day(lastDay(period))];
  return [
    {
      term,
      meaning: voice.say('period-meaning', { first, last }),
    },
    {
      term: voice.say('to-date-head'),
      meaning: voice.say('to-date-meaning', { last }),
    },
  ];
};
