import type { Dataset, Headline, HeadlineWords } from '@rounds/contracts/dataset';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '@rounds/contracts/language';
import type { Aggregator, WithPrevious } from '@rounds/report-types/aggregator';
import { changeSentences } from '@rounds/report-types/model/parts/change-words';
import { doubtSentence } from '@rounds/report-types/model/parts/doubts';
import { voiceOf, type Voice } from '@rounds/report-types/model/words/voice';
import type { ReportType } from '@rounds/report-types/report-type';

/** What may be lacking comes first: whoever reads no more than the mail must not take it for all. */
const mailed = <Content extends WithPrevious>(
  dataset: Dataset & Content,
  aggregator: Aggregator<Content>,
  voice: Voice,
): Pick<Headline, 'figures' | 'attention'> => {
  const { figures, attention } = aggregator.headline(dataset, voice);
  const doubts = aggregator.urgent?.doubtsIn(dataset) ?? [];
  return {
    figures,
    attention:
      doubts.length === 0 ? attention : [doubtSentence(doubts, attention.length === 0, voice), ...attention],
  };
};

/** One dataset is mailed in several languages, by a stage that may not read it: all of them are said here. */
export const headlineOf = <Content extends WithPrevious>(
  { noun }: ReportType,
  dataset: Dataset & Content,
  aggregator: Aggregator<Content>,
): Headline => {
  const wordsIn = (language: Language): HeadlineWords => {
    const voice = voiceOf(language);
    const { figures, attention } = mailed(dataset, aggregator, voice);
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
    ...mailed(dataset, aggregator, voiceOf()),
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
