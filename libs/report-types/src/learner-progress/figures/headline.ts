/** The few figures and sentences that a mail may show: no learner is named in them. */
import type { Headline } from '@rounds/contracts/dataset';
import { mailedOf } from '../../figures/shown.ts';
import { saying } from '../../model/words/message.ts';
import type { LearnerProgressDataset } from '../dataset.ts';
import { FIGURES } from './figures.ts';

export const headline = (dataset: LearnerProgressDataset): Pick<Headline, 'figures' | 'attention'> => {
  const { overdue, failed } = dataset.summary;
  return {
    figures: mailedOf(FIGURES, dataset),
    attention: [
      ...(overdue > 0 ? [saying('learner-progress.mailed.overdue', { n: overdue })] : []),
      ...(failed > 0 ? [saying('learner-progress.mailed.failed', { n: failed })] : []),
    ],
  };
};
