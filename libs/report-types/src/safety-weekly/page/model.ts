/** What a `safety-weekly` report says. */
import { modelBuilder } from '../../model/parts/compose.ts';
import { parameterLine } from '../../model/parts/manifest.ts';
import { periodDefinitions } from '../../model/parts/period-definitions.ts';
import { figure } from '../../model/table.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { FIGURES } from '../figures/figures.ts';
import { safetyWeekly } from '../safety-weekly.ts';
import { attentionItems } from './attention.ts';
import { charts, trends } from './charts.ts';
import { safetyTables } from './tables.ts';
import { TAKEAWAYS } from './takeaways.ts';
import { severeName, severeWord } from './words.ts';

export const safetyWeeklyModel = modelBuilder({
  type: safetyWeekly,
  figures: FIGURES,
  figuresOf: ({ subjects, events, deaths, liver }) => ({ subjects, events, deaths, liver }),
  attention: attentionItems,
  doubts: ({ attention: { doubts } }) => doubts,
  calm: (_dataset, { say }) => say('safety-weekly.nothing-urgent'),
  trends,
  definitions: ({ period, scope }, figures, voice) => [
    ...periodDefinitions(
      voice.say('safety-weekly.new-in', { period: voice.nouns(period).currentShort }),
      period,
      voice,
    ),
    ...figures,
    { term: voice.say('n-percent'), meaning: voice.say('safety-weekly.percentages-meaning') },
    {
      term: voice.say('treatment-arms'),
      meaning: voice.say(
        scope.unblinded ? 'safety-weekly.unblinded-meaning' : 'safety-weekly.masked-meaning',
      ),
    },
  ],
  about: ({ parameters }: SafetyWeeklyDataset, voice) => [parameterLine(parameters, voice)],
  takeaways: TAKEAWAYS,
  charts,
  blocks: ({ documents: { texts } }) => ({ narratives: [{ kind: 'texts', texts }] }),
  tables: safetyTables,
  weeks: {
    note: 'safety-weekly.trends-note',
    columns: (dataset, voice) => [
      figure('events', voice.say('events')),
      figure('serious', voice.say('serious')),
      figure('severe', severeName(dataset, voice)),
      figure(
        'notable',
        voice.say('safety-weekly.serious-severe-or-fatal', { severe: severeWord(dataset, voice) }),
      ),
      figure('deaths', voice.say('deaths')),
      figure('liverResults', voice.say('safety-weekly.liver-results')),
    ],
  },
});
