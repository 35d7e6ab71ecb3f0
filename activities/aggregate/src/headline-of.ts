import type { Dataset, Headline, HeadlineWords } from '@rounds/contracts/dataset';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '@rounds/contracts/language';
import type { Aggregator, WithPrevious } from '@rounds/report-types/aggregator';
import { changeSentences } from '@rounds/report-types/model/parts/change-words';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { ReportType } from '@rounds/report-types/report-type';

/** One dataset is mailed in several languages, by a stage that may not read it: all of them are said here. */
export const headlineOf = <Content extends WithPrevious>(
  { noun }: ReportType,
  dataset: Dataset & Content,
  aggregator: Aggregator<Content>,
): Headline => {
  const wordsIn = (language: Language): HeadlineWords => {
    const voice = voiceOf(language);
    const { figures, attention } = aggregator.headline(dataset, voice);
    return {
      labels: figures.map(({ label }) => label),
      attention,
      changes: changeSentences(dataset.changes, aggregator.compared, voice),
    };
  };
  return {
    report: noun,
    studyId: dataset.study.studyId,
    studyTitle: dataset.study.title,
    period: dataset.period,
    timeZone: dataset.timeZone,
    siteCount: dataset.scope.sites === 'all' ? 'all' : dataset.scope.sites.length,
    ...aggregator.headline(dataset, voiceOf()),
    changes: dataset.changes.headline,
    cut: dataset.manifest.cut,
    cutAt: dataset.manifest.cutAt,
    words: Object.fromEntries(
      LANGUAGES.filter((language) => language !== DEFAULT_LANGUAGE).map((language) => [
        language,
        wordsIn(language),
      ]),
    ),
  };
};
