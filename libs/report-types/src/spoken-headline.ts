/** What the mail shows, in the words of its reader. */
import type { Headline } from '@rounds/contracts/dataset';
import { AGGREGATORS } from './aggregators.ts';
import { REPORT_TYPES, type ReportTypeId } from './catalogue.ts';
import { changeSentences } from './model/parts/change-words.ts';
import { doubtSentence } from './model/parts/doubts.ts';
import type { Voice } from './model/words/voice.ts';

export interface SpokenHeadline extends Pick<
  Headline,
  'studyId' | 'studyTitle' | 'period' | 'cut' | 'cutAt'
> {
  /** `Weekly safety report` */
  readonly report: string;
  readonly figures: readonly {
    readonly label: string;
    readonly value: number | null;
    readonly previous: number | null;
  }[];
  /** Sentences: what is wrong. */
  readonly attention: readonly string[];
  /** Sentences: what changed since the last report. */
  readonly changes: readonly string[];
}

/** What may be lacking comes first: whoever reads no more than the mail must not take it for all. */
const attentionIn = ({ doubts, attention }: Headline, voice: Voice): string[] => [
  ...(doubts.length === 0 ? [] : [doubtSentence(doubts, attention.length === 0, voice)]),
  ...attention.map(voice.tell),
];

export const spokenHeadline = (headline: Headline, type: ReportTypeId, voice: Voice): SpokenHeadline => {
  const { studyId, studyTitle, period, cut, cutAt, figures, changes } = headline;
  return {
    ...{ studyId, studyTitle, period, cut, cutAt },
    report: voice.reportName(REPORT_TYPES[type].names, period),
    figures: figures.map(({ label, ...figure }) => ({ ...figure, label: voice.tell(label) })),
    attention: attentionIn(headline, voice),
    changes: changeSentences(changes, AGGREGATORS[type].compared, voice),
  };
};
