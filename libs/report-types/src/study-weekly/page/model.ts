/** What a `study-weekly` report says. */
import { modelBuilder } from '../../model/parts/compose.ts';
import { documentBlocks, documentsTakeaway } from '../../model/parts/documents.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';
import { COMPARED } from '../figures/compared.ts';
import { studyWeekly } from '../study-weekly.ts';
import { attentionItems } from './attention.ts';
import { charts, trends } from './charts.ts';
import { definitions } from './definitions.ts';
import { studyWeeklyTables } from './tables.ts';
import { TAKEAWAYS } from './takeaways.ts';
import { tiles } from './tiles.ts';

export const studyWeeklyModel = modelBuilder({
  type: studyWeekly,
  compared: COMPARED,
  attention: attentionItems,
  doubts: ({ attention: { doubts } }) => doubts,
  calm: (_dataset, { say }) => say('study-weekly.nothing-urgent'),
  tiles,
  trends,
  definitions,
  takeaways: { ...TAKEAWAYS, documents: documentsTakeaway },
  charts,
  blocks: (dataset: StudyWeeklyDataset) => ({ documents: documentBlocks(dataset) }),
  tables: studyWeeklyTables,
});
