/** What a `study-weekly` report says. */
import { modelBuilder } from '../../model/parts/compose.ts';
import { documentBlocks, documentsTakeaway } from '../../model/parts/documents.ts';
import { periodDefinitions } from '../../model/parts/period-definitions.ts';
import { figure } from '../../model/table.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';
import { FIGURES } from '../figures/figures.ts';
import { studyWeekly } from '../study-weekly.ts';
import { attentionItems } from './attention.ts';
import { charts, trends } from './charts.ts';
import { studyWeeklyTables } from './tables.ts';
import { TAKEAWAYS } from './takeaways.ts';

export const studyWeeklyModel = modelBuilder({
  type: studyWeekly,
  figures: FIGURES,
  attention: attentionItems,
  doubts: ({ attention: { doubts } }) => doubts,
  calm: (_dataset, { say }) => say('study-weekly.nothing-urgent'),
  trends,
  definitions: ({ period, scope }, figures, voice) => [
    ...periodDefinitions(voice.nouns(period).currentShort, period, voice),
    ...figures,
    {
      term: voice.say('study-weekly.no-terms-of-cdisc'),
      meaning: voice.say('study-weekly.no-terms-meaning'),
    },
    { term: voice.say('n-percent'), meaning: voice.say('study-weekly.percentages-meaning') },
    {
      term: voice.say('treatment-arms'),
      meaning: voice.say(scope.unblinded ? 'study-weekly.unblinded-meaning' : 'study-weekly.masked-meaning'),
    },
  ],
  takeaways: { ...TAKEAWAYS, documents: documentsTakeaway },
  charts,
  blocks: (dataset: StudyWeeklyDataset) => ({ documents: documentBlocks(dataset) }),
  tables: studyWeeklyTables,
  weeks: {
    note: 'study-weekly.trends-note',
    columns: (_dataset, { say }) => [
      figure('screenedToDate', say('screened')),
      figure('randomisedToDate', say('randomised')),
      figure('adverseEvents', say('events')),
      figure('seriousEvents', say('serious')),
      figure('labResults', say('study-weekly.lab-results')),
      figure('labOutOfRange', say('study-weekly.out-of-range')),
      figure('systolicMean', say('study-weekly.systolic-mmhg'), { digits: 2 }),
      figure('diastolicMean', say('study-weekly.diastolic-mmhg'), { digits: 2 }),
      figure('pulseMean', say('study-weekly.pulse-min'), { digits: 2 }),
    ],
  },
});
