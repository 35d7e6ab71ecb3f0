/** How to read the report: the second page of the PDF and the first sheet of the XLSX. */
import { periodDefinitions } from '../../model/parts/period-definitions.ts';
import type { Definition } from '../../model/report-model.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';

export const definitions = ({ period, scope }: StudyWeeklyDataset, voice: Voice): Definition[] => {
  const { currentShort } = voice.nouns(period);
  return [
    ...periodDefinitions(currentShort, period, voice),
    { term: voice.say('Screened'), meaning: voice.say('Subjects in DM, each counted once by USUBJID.') },
    {
      term: voice.say('Randomised'),
      meaning: voice.say('Subjects with the protocol milestone RANDOMIZED in DS.'),
    },
    {
      term: voice.say('Completed, discontinued'),
      meaning: voice.say(
        'Subjects by their last disposition event in DS that is of the study (DSSCAT STUDY PARTICIPATION; where DS has neither DSSCAT nor EPOCH, the last): COMPLETED, or any other that is no screen failure.',
      ),
    },
    {
      term: voice.say('Serious, fatal'),
      meaning: voice.say(
        'Adverse events with AESER Y; with AEOUT FATAL or AESDTH Y. One need not be the other.',
      ),
    },
    {
      term: voice.say('Out of range'),
      meaning: voice.say('Laboratory results with LBNRIND HIGH, LOW or ABNORMAL.'),
    },
    {
      term: voice.say('× ULN'),
      meaning: voice.say('The result divided by the upper limit of normal of the same result (LBSTNRHI).'),
    },
    {
      term: voice.say('Values that are no terms of CDISC'),
      meaning: voice.say(
        'Taken for a term where the meaning is certain (Yes, TRUE, H), else counted nowhere; Data quality names both. A dash stands for a figure whose variable the study lacks.',
      ),
    },
    {
      term: voice.say('n (%)'),
      meaning: voice.say(
        'A percentage is always of the whole that the note above its table names. Percentages have one decimal and need not add up to 100. A dash stands where there is no figure.',
      ),
    },
    {
      term: voice.say('Treatment arms'),
      meaning: scope.unblinded
        ? voice.say('This report is unblinded: it names treatment arms. It is for unblinded readers alone.')
        : voice.say('Masked: no table, chart or file of this report tells which treatment a subject has.'),
    },
  ];
};
