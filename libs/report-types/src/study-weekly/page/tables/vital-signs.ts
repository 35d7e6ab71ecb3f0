import { linesOf } from '../../../figures/shown.ts';
import { lineColumns } from '../../../model/parts/figures.ts';
import { tableOf, type Table } from '../../../model/table.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../../dataset.ts';
import { FIGURES } from '../../figures/figures.ts';

export const vitalSignTables = (dataset: StudyWeeklyDataset, voice: Voice): Table[] => [
  tableOf(
    {
      name: 'vital-signs',
      sheet: voice.say('study-weekly.vital-signs'),
      section: 'vital-signs',
      title: voice.say('study-weekly.readings-means-and-limits'),
      note: voice.say('study-weekly.vital-signs-note'),
      empty: voice.say('study-weekly.no-vital-sign-was-recorded'),
    },
    linesOf(FIGURES, 'vitalSigns', dataset, voice),
    lineColumns(
      'study-weekly.vital-sign',
      ['inPeriod', 'percent', 'previous', 'previousPercent'],
      dataset,
      voice,
    ),
  ),
];
