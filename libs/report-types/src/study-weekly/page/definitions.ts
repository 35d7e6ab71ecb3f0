/** How to read the report: the second page of the PDF and the first sheet of the XLSX. */
import { periodDefinitions } from '../../model/parts/period-definitions.ts';
import type { Definition } from '../../model/report-model.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';

export const definitions = ({ period, scope }: StudyWeeklyDataset, voice: Voice): Definition[] => {
  const { currentShort } = voice.nouns(period);
  return [
    ...periodDefinitions(currentShort, period, voice),
    { term: voice.say('screened'), meaning: voice.say('study-weekly.screened-meaning') },
    {
      term: voice.say('randomised'),
      meaning: voice.say('study-weekly.randomised-meaning'),
    },
    {
      term: voice.say('study-weekly.completed-discontinued'),
      meaning: voice.say('study-weekly.disposition-meaning'),
    },
    {
      term: voice.say('study-weekly.serious-fatal'),
      meaning: voice.say('study-weekly.grave-meaning'),
    },
    {
      term: voice.say('study-weekly.out-of-range'),
      meaning: voice.say('study-weekly.out-of-range-meaning'),
    },
    {
      term: voice.say('x-uln'),
      meaning: voice.say('study-weekly.uln-meaning'),
    },
    {
      term: voice.say('study-weekly.no-terms-of-cdisc'),
      meaning: voice.say('study-weekly.no-terms-meaning'),
    },
    {
      term: voice.say('n-percent'),
      meaning: voice.say('study-weekly.percentages-meaning'),
    },
    {
      term: voice.say('treatment-arms'),
      meaning: scope.unblinded
        ? voice.say('study-weekly.unblinded-meaning')
        : voice.say('study-weekly.masked-meaning'),
    },
  ];
};
