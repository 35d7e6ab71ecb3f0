/** What the first page cannot say for certain: words by code. */
import type { Doubt, DoubtCode, LastDelivery } from '@rounds/contracts/dataset';
import type { CodeValues } from '@rounds/contracts/saying';
import type { AttentionItem } from '../report-model.ts';
import type { Label } from '../words/message.ts';
import type { Voice } from '../words/voice.ts';

type Words = (values: CodeValues, voice: Voice) => string;

const n = (values: CodeValues, name = 'rows'): number => Number(values[name] ?? 0);
const word = (values: CodeValues, name: string): string => String(values[name] ?? '');

/** `1,191 adverse events` */
const rowsOf = (values: CodeValues, { say }: Voice): string => {
  const [domain, rows] = [word(values, 'domain'), n(values)];
  if (domain === 'AE') return say('n-adverse-events', { n: rows });
  if (domain === 'LB') return say('n-laboratory-results', { n: rows });
  return say('n-rows-of-domain', { n: rows, domain });
};

const STALE: Readonly<Record<NonNullable<LastDelivery['stale']>, Label>> = {
  leftOut: 'later-imports-left-it-out',
  beforePeriod: 'before-this-reports-period',
  tooOld: 'older-than-the-study-allows',
};

export const staleWords = (why: NonNullable<LastDelivery['stale']>, { say }: Voice): string =>
  say(STALE[why]);

const isStale = (why: string): why is NonNullable<LastDelivery['stale']> => Object.hasOwn(STALE, why);

const about = (values: CodeValues) => ({ n: n(values), variable: word(values, 'variable') });

/** Clauses: they stand after one another in one sentence. */
const WORDS: Readonly<Record<DoubtCode, Words>> = {
  'rows-refused': (values, voice) =>
    voice.say('doubt.rows-refused', { what: rowsOf(values, voice), n: n(values) }),
  'rows-refused-somewhere': (values, { say }) =>
    say('doubt.rows-refused-somewhere', {
      domain: word(values, 'domain'),
    }),
  'rows-undated': (values, voice) =>
    voice.say('doubt.rows-undated', { what: rowsOf(values, voice), n: n(values) }),
  'rows-implausible': (values, voice) =>
    voice.say('doubt.rows-implausible', { what: rowsOf(values, voice), n: n(values) }),
  'variable-lacking': (values, { say }) =>
    say('doubt.variable-lacking', { variable: word(values, 'variable') }),
  'values-not-understood': (values, { say }) => say('doubt.values-not-understood', about(values)),
  'values-missing': (values, { say }) => say('doubt.values-missing', about(values)),
  'cells-unreadable': (values, { say }) => say('doubt.cells-unreadable', about(values)),
  'results-not-comparable': (values, { say }) => say('doubt.results-not-comparable', { n: n(values) }),
  'deaths-undated': (values, { say }) => say('doubt.deaths-undated', { n: n(values, 'subjects') }),
  'never-delivered': (values, { say }) => say('doubt.never-delivered', { domain: word(values, 'domain') }),
  'delivery-stale': (values, voice) => {
    const why = word(values, 'why');
    return voice.say('doubt.delivery-stale', {
      domain: word(values, 'domain'),
      day: voice.day(word(values, 'day')),
      why: isStale(why) ? staleWords(why, voice) : why,
    });
  },
  'sites-uncertain': (values, { say }) =>
    say('doubt.sites-uncertain', {
      n: n(values, 'subjects'),
    }),
  'not-compared': (values, { say }) =>
    word(values, 'why') === 'damaged' ? say('doubt.not-compared-damaged') : say('doubt.not-compared'),
};

export const doubtWords = ({ code, values }: Doubt, voice: Voice): string => WORDS[code](values, voice);

/** In one sentence, the first four. @param isAlone whether nothing else is urgent */
export const doubtSentence = (doubts: readonly Doubt[], isAlone: boolean, voice: Voice): string => {
  const reasons = voice.shortList(
    doubts.map((doubt) => doubtWords(doubt, voice)),
    4,
  );
  return isAlone
    ? voice.say('cannot-say-nothing-urgent', { reasons })
    : voice.say('more-may-be-urgent', { reasons });
};

/** Before all else: what follows may not be all. */
export const doubtItems = (
  doubts: readonly Doubt[],
  items: readonly AttentionItem[],
  voice: Voice,
): AttentionItem[] =>
  doubts.length === 0
    ? []
    : [
        {
          lead: voice.say('not-certain'),
          sentence: doubtSentence(doubts, !items.some(({ urgent }) => urgent), voice),
          section: 'data-quality',
          urgent: true,
        },
      ];
