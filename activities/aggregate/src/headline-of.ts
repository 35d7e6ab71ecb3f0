import type { Dataset, Headline } from '@rounds/contracts/dataset';
import type { Aggregator, WithPrevious } from '@rounds/report-types/aggregator';
import { inBrief } from '@rounds/report-types/model/parts/change-words';

/** What the stage may know that mails the report and may not read the dataset. */
export const headlineOf = <Content extends WithPrevious>(
  dataset: Dataset & Content,
  aggregator: Aggregator<Content>,
): Headline => ({
  studyId: dataset.study.studyId,
  studyTitle: dataset.study.title,
  period: dataset.period,
  timeZone: dataset.timeZone,
  siteCount: dataset.scope.sites === 'all' ? 'all' : dataset.scope.sites.length,
  ...aggregator.headline(dataset),
  doubts: aggregator.urgent?.doubtsIn(dataset) ?? [],
  changes: inBrief(dataset.changes),
  cut: dataset.manifest.cut,
  cutAt: dataset.manifest.cutAt,
});
