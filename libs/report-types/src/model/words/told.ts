/** Sentences that come as data, found again among the messages by their English pattern. */
import { withoutContext } from './message.ts';
import { TEXTS, type Message } from './texts.ts';
import { TOLD } from './texts/told.ts';
import type { Voice } from './voice.ts';

interface Pattern {
  readonly message: string;
  readonly regex: RegExp;
  /** Of the regex's groups, in their order. */
  readonly names: readonly string[];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `{n## row|# rows}` becomes `(?:([\d,]+) row|([\d,]+) rows)`, `{what}` becomes `(.+?)`. */
const patternOf = (message: string): Pattern => {
  const names: string[] = [];
  const parts = message.split(/(\{[^{}]+\})/).map((part) => {
    const [, name = '', forms] = /^\{([^{}#]+)(?:#([^{}]*))?\}$/.exec(part) ?? [];
    if (name === '') return escaped(part);
    if (forms === undefined) {
      names.push(name);
      return '(.+?)';
    }
    const alternatives = forms.split('|').map((form) =>
      form
        .split('#')
        .map(escaped)
        .reduce((before, after) => {
          names.push(name);
          return `${before}([\\d,]+)${after}`;
        }),
    );
    return `(?:${alternatives.join('|')})`;
  });
  return { message, regex: new RegExp(`^${parts.join('')}$`, 'u'), names };
};

const PATTERNS: readonly Pattern[] = Object.keys(TOLD)
  .filter((message) => message.includes('{'))
  .map(patternOf);

type Said = Pick<Voice, 'language' | 'say'>;

const sayAny = ({ say }: Said, message: string, values: Readonly<Record<string, string | number>>): string =>
  (say as (message: string, values: Readonly<Record<string, string | number>>) => string)(message, values);

const isCount = (text: string): boolean => /^\d{1,3}(?:,\d{3})*$|^\d+$/.test(text);

const byPattern = (text: string, voice: Said): string | undefined => {
  for (const { message, regex, names } of PATTERNS) {
    const found = regex.exec(text);
    if (found === null) continue;
    const values: Record<string, string | number> = {};
    for (const [index, name] of names.entries()) {
      const value = found[index + 1];
      if (value !== undefined)
        values[name] = isCount(value) ? Number(value.replaceAll(',', '')) : told(value, voice);
    }
    return sayAny(voice, message, values);
  }
  return undefined;
};

const isMessage = (text: string): text is Message => Object.hasOwn(TEXTS, text);

/** In the voice's language where it is one of ours, else sentence by sentence, else as it is. */
export const told = (text: string, voice: Said): string => {
  if (voice.language === 'en') return withoutContext(text);
  if (isMessage(text)) return sayAny(voice, text, {});
  const known = byPattern(text, voice);
  if (known !== undefined) return known;
  const sentences = text.split(/(?<=[.?!]) (?=\p{Lu})/u);
  if (sentences.length < 2) return text;
  return sentences.map((sentence) => told(sentence, voice)).join(voice.language === 'ja' ? '' : ' ');
};
