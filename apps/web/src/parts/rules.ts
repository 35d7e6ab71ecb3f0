/**
 * What the API finds wrong with what was filled in, in the reader's language. It tells rules in English: those that
 * somebody can break by the forms of this app are known here by their field and what they begin with.
 */
import type { Voice } from '../words/voice.ts';

export interface Broken {
  /** A path like `schedule.timeZone`. */
  readonly field: string;
  /** In English. */
  readonly rule: string;
}

interface About {
  readonly voice: Voice;
  /** What the pattern has found within the rule. */
  readonly found: string;
  /** Of the person that it is about. */
  readonly email: string;
}

type Sentence = (about: About) => string;

/** The first that fits the field and its rule, written `field: rule`. */
const SENTENCES: readonly (readonly [RegExp, Sentence])[] = [
  [
    /^recipients: .*?(\d+) recipients at most/,
    ({ voice, found }) => voice.say('wrong.many-people', { n: found }),
  ],
  [
    /^recipients\.\d+: .* a member of this study/,
    ({ voice, email }) => voice.say('wrong.recipient', { email }),
  ],
  [/^recipients\.\d+: /, ({ voice, email }) => voice.say('wrong.address', { email })],
  [/\btimeZone: /, ({ voice }) => voice.say('wrong.zone')],
  [/\bat: /, ({ voice }) => voice.say('wrong.clock')],
  [/\basOf: must not be after today/, ({ voice }) => voice.say('wrong.day-to-come')],
  [/^until: must not be in the past/, ({ voice }) => voice.say('wrong.end-past')],
  [/^until: must not be before the first run/, ({ voice }) => voice.say('wrong.end-early')],
  [/\b(?:until|asOf|dates\.\d+): /, ({ voice }) => voice.say('wrong.day')],
  [/^holidays\.country: /, ({ voice }) => voice.say('wrong.country')],
  [/^holidays\.region: .*: (.+)$/, ({ voice, found }) => voice.say('wrong.region', { known: found })],
  [/^holidays: must leave a run/, ({ voice }) => voice.say('wrong.holidays-all')],
  [/^holidays\.policy: must be skip/, ({ voice }) => voice.say('wrong.holidays-daily')],
];

/** @param email of the person that it is about, where it is about one @returns null: the app has no words of its own for it */
export const ruleWords = (voice: Voice, { field, rule }: Broken, email = ''): string | null => {
  for (const [pattern, sentence] of SENTENCES) {
    const match = pattern.exec(`${field}: ${rule}`);
    if (match !== null) return sentence({ voice, email, found: match[1] ?? '' });
  }
  return null;
};
