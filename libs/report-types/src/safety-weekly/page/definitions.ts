/** How to read the report: the second page of the PDF and the first sheet of the XLSX. */
import { periodDefinitions } from '../../model/parts/period-definitions.ts';
import type { Definition } from '../../model/report-model.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { severeName } from './words.ts';

const severityMeaning = (severity: string, { say }: Voice): string =>
  severity === 'SEVERE'
    ? say('safety-weekly.severe-only-meaning', { severity })
    : say('safety-weekly.severe-meaning', {
        severity,
      });

export const definitions = (dataset: SafetyWeeklyDataset, voice: Voice): Definition[] => {
  const { period, scope, parameters } = dataset;
  const { currentShort } = voice.nouns(period);
  return [
    ...periodDefinitions(voice.say('safety-weekly.new-in', { period: currentShort }), period, voice),
    {
      term: voice.say('serious'),
      meaning: voice.say('safety-weekly.serious-meaning'),
    },
    {
      term: severeName(dataset, voice),
      meaning: severityMeaning(parameters.minimumSeverity, voice),
    },
    { term: voice.say('fatal'), meaning: voice.say('safety-weekly.fatal-meaning') },
    {
      term: voice.say('deaths'),
      meaning: voice.say('safety-weekly.deaths-meaning'),
    },
    {
      term: voice.say('safety-weekly.liver-criteria'),
      meaning: voice.say('safety-weekly.liver-criteria-meaning'),
    },
    {
      term: voice.say('hys-law-candidates'),
      meaning: voice.say('safety-weekly.candidates-meaning'),
    },
    {
      term: voice.say('n-percent'),
      meaning: voice.say('safety-weekly.percentages-meaning'),
    },
    {
      term: voice.say('treatment-arms'),
      meaning: scope.unblinded
        ? voice.say('safety-weekly.unblinded-meaning')
        : voice.say('safety-weekly.masked-meaning'),
    },
  ];
};
