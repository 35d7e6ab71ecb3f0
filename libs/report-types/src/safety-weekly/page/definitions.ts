/** How to read the report: the second page of the PDF and the first sheet of the XLSX. */
import { periodDefinitions } from '../../model/parts/period-definitions.ts';
import type { Definition } from '../../model/report-model.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { severeName } from './words.ts';

const severityMeaning = (severity: string, { say }: Voice): string =>
  severity === 'SEVERE'
    ? say('Adverse events with AESEV {severity}. An event without a severity is none of these.', { severity })
    : say('Adverse events with AESEV {severity} or above. An event without a severity is none of these.', {
        severity,
      });

export const definitions = (dataset: SafetyWeeklyDataset, voice: Voice): Definition[] => {
  const { period, scope, parameters } = dataset;
  const { currentShort } = voice.nouns(period);
  return [
    ...periodDefinitions(voice.say('{period}, new', { period: currentShort }), period, voice),
    {
      term: voice.say('Serious'),
      meaning: voice.say('Adverse events with AESER Y, whatever their severity.'),
    },
    {
      term: severeName(dataset, voice),
      meaning: severityMeaning(parameters.minimumSeverity, voice),
    },
    { term: voice.say('Fatal'), meaning: voice.say('Adverse events with AEOUT FATAL or AESDTH Y.') },
    {
      term: voice.say('Deaths'),
      meaning: voice.say(
        'Subjects with DTHFL Y or DTHDTC in DM, with DEATH in DS, or with a fatal event. New when the day of death, or that of a row that tells of it, is of the period: a death may be new in two reports. Told late: the last report did not know of it, and no day of the period tells of it.',
      ),
    },
    {
      term: voice.say('Liver criteria'),
      meaning: voice.say(
        'ALT or AST ≥ 3 × ULN, and bilirubin ≥ 2 × ULN: the result (LBSTRESN) against the upper limit of normal of the same result (LBSTNRHI).',
      ),
    },
    {
      term: voice.say('Hy’s law candidates'),
      meaning: voice.say(
        'Subjects who have met both criteria, on one day or not; new when the later of the two first results is of the period. Alkaline phosphatase and other causes are not judged here.',
      ),
    },
    {
      term: voice.say('n (%)'),
      meaning: voice.say(
        'A percentage is always of the whole that the note above its table names. Percentages have one decimal. A dash stands where there is no figure.',
      ),
    },
    {
      term: voice.say('Treatment arms'),
      meaning: scope.unblinded
        ? voice.say(
            'No figure of this report is by arm. Texts are as they were received: for unblinded readers alone.',
          )
        : voice.say('Masked: no table, chart or text of this report tells which treatment a subject has.'),
    },
  ];
};
