/** The few figures and sentences that a mail may show: no subject is named in them. */
import type { Headline } from '@rounds/contracts/dataset';
import type { Saying } from '@rounds/contracts/saying';
import { mailedOf } from '../../figures/shown.ts';
import { saying } from '../../model/words/message.ts';
import type { SitePerformanceDataset } from '../dataset.ts';
import { FIGURES } from './figures.ts';

const sentences = ({ silentSites, all }: SitePerformanceDataset): Saying[] => [
  ...silentSites.map(({ siteId: site, days, ongoing }) =>
    saying('mailed.silent-site', { site, days, ongoing }),
  ),
  ...(all.queries !== null && all.queries.overdue > 0
    ? [saying('site-performance.mailed.queries-overdue', { n: all.queries.overdue })]
    : []),
];

export const headline = (dataset: SitePerformanceDataset): Pick<Headline, 'figures' | 'attention'> => ({
  figures: mailedOf(FIGURES, dataset),
  attention: sentences(dataset),
});
