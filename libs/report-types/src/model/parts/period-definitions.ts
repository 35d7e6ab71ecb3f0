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
      meaning: voice.say(
        'Rows whose day is from {first} to {last}, both included. The day of a row is that of its collection variable; a partial date counts at its first possible day.',
        { first, last },
      ),
    },
    {
      term: voice.say('To date'),
      meaning: voice.say(
        'Rows up to {last}. Rows without any date are in no figure and are counted under Data quality.',
        { last },
      ),
    },
  ];
};
