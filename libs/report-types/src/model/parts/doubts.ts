/** What nobody can say of the first page, in words: told by code. */
import type { CodeValues, Doubt, DoubtCode, LastDelivery } from '@rounds/contracts/dataset';
import type { AttentionItem } from '../report-model.ts';
import type { Label } from '../words/texts.ts';
import type { Voice } from '../words/voice.ts';

type Words = (values: CodeValues, voice: Voice) => string;

const n = (values: CodeValues, name = 'rows'): number => Number(values[name] ?? 0);
const word = (values: CodeValues, name: string): string => String(values[name] ?? '');

/** `1,191 adverse events` */
const rowsOf = (values: CodeValues, { say }: Voice): string => {
  const [domain, rows] = [word(values, 'domain'), n(values)];
  if (domain === 'AE') return say('{n## adverse event|# adverse events}', { n: rows });
  if (domain === 'LB') return say('{n## laboratory result|# laboratory results}', { n: rows });
  return say('{n## row|# rows} of {domain}', { n: rows, domain });
};

const STALE: Readonly<Record<NonNullable<LastDelivery['stale']>, Label>> = {
  leftOut: 'later imports left it out',
  beforePeriod: 'before this report’s period',
  tooOld: 'older than the study allows',
};

export const staleWords = (why: NonNullable<LastDelivery['stale']>, { say }: Voice): string =>
  say(STALE[why]);

const isStale = (why: string): why is NonNullable<LastDelivery['stale']> => Object.hasOwn(STALE, why);

const about = (values: CodeValues) => ({ n: n(values), variable: word(values, 'variable') });

/** Clauses: they stand after one another in one sentence. */
const WORDS: Readonly<Record<DoubtCode, Words>> = {
  'rows-refused': (values, voice) =>
    voice.say('{what} {n#was|were} refused at import', { what: rowsOf(values, voice), n: n(values) }),
  'rows-refused-somewhere': (values, { say }) =>
    say('rows of {domain} were refused at import whose site is not certain', {
      domain: word(values, 'domain'),
    }),
  'rows-undated': (values, voice) =>
    voice.say('{what} {n#has|have} no date', { what: rowsOf(values, voice), n: n(values) }),
  'rows-implausible': (values, voice) =>
    voice.say('{what} {n#is|are} of a day that cannot be', { what: rowsOf(values, voice), n: n(values) }),
  'variable-lacking': (values, { say }) =>
    say('no row fills {variable}', { variable: word(values, 'variable') }),
  'values-not-understood': (values, { say }) =>
    say('{n## value|# values} of {variable} {n#is|are} not understood', about(values)),
  'values-missing': (values, { say }) =>
    say('{n## row|# rows} {n#does|do} not give {variable}', about(values)),
  'cells-unreadable': (values, { say }) =>
    say('{n## value|# values} of {variable} could not be read', about(values)),
  'results-not-comparable': (values, { say }) =>
    say('{n## result|# results} of ALT, AST or bilirubin cannot be compared with a limit', { n: n(values) }),
  'deaths-undated': (values, { say }) =>
    say('{n## death has|# deaths have} no day', { n: n(values, 'subjects') }),
  'never-delivered': (values, { say }) =>
    say('{domain} was never delivered', { domain: word(values, 'domain') }),
  'delivery-stale': (values, voice) => {
    const why = word(values, 'why');
    return voice.say('{domain} was last delivered on {day}: {why}', {
      domain: word(values, 'domain'),
      day: voice.day(word(values, 'day')),
      why: isStale(why) ? staleWords(why, voice) : why,
    });
  },
  'sites-uncertain': (values, { say }) =>
    say('{n## subject is|# subjects are} not shown: {n#its|their} site is not certain', {
      n: n(values, 'subjects'),
    }),
  'not-compared': (values, { say }) =>
    word(values, 'why') === 'damaged'
      ? say('the data of the last report are damaged, so that what came late is not known')
      : say('the data of the last report are no longer kept, so that what came late is not known'),
};

export const doubtWords = ({ code, values }: Doubt, voice: Voice): string => WORDS[code](values, voice);

/** In one sentence, the first four. @param isAlone whether nothing else is urgent */
export const doubtSentence = (doubts: readonly Doubt[], isAlone: boolean, voice: Voice): string => {
  const reasons = voice.shortList(
    doubts.map((doubt) => doubtWords(doubt, voice)),
    4,
  );
  return isAlone
    ? voice.say('Cannot say that nothing is urgent: {reasons}.', { reasons })
    : voice.say('More may be urgent than is said here: {reasons}.', { reasons });
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
          lead: voice.say('Not certain'),
          sentence: doubtSentence(doubts, !items.some(({ urgent }) => urgent), voice),
          section: 'data-quality',
          urgent: true,
        },
      ];
