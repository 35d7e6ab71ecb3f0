/** What a `safety-weekly` report says. */
import { modelBuilder } from '../../model/parts/compose.ts';
import { parameterLine } from '../../model/parts/manifest.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { COMPARED } from '../figures/compared.ts';
import { safetyWeekly } from '../safety-weekly.ts';
import { attentionItems } from './attention.ts';
import { charts, trends } from './charts.ts';
import { definitions } from './definitions.ts';
import { safetyTables } from './tables.ts';
import { TAKEAWAYS } from './takeaways.ts';
import { tiles } from './tiles.ts';

export const safetyWeeklyModel = modelBuilder({
  type: safetyWeekly,
  compared: COMPARED,
  attention: attentionItems,
  doubts: ({ attention: { doubts } }) => doubts,
  calm: (_dataset, { say }) => say('safety-weekly.nothing-urgent'),
  tiles,
  trends,
  definitions,
  about: ({ parameters }: SafetyWeeklyDataset, voice) => [parameterLine(parameters, voice)],
  takeaways: TAKEAWAYS,
  charts,
  blocks: ({ documents: { texts } }) => ({ narratives: [{ kind: 'texts', texts }] }),
  tables: safetyTables,
});
