/**
 * A message is its English text. `{name}` stands for a value; `{name#one|other}` and `{name#zero|one|other}` choose
 * by the number of that name as the language's plural rules say, and `#` within is the number itself. A word with
 * two meanings has its context before `§`, which is never shown: `of a table§All`.
 */
import type { Language } from '@rounds/contracts/language';

export type Translated = Exclude<Language, 'en'>;
/** Every language, or it does not compile. */
export type Translation = Readonly<Record<Translated, string>>;
export type Texts = Readonly<Record<string, Translation>>;

type Placeholders<Message> = Message extends `${string}{${infer Inside}}${infer Rest}`
  ? Inside | Placeholders<Rest>
  : never;
type NameOf<Placeholder> = Placeholder extends `${infer Name}#${string}` ? Name : Placeholder & string;
type Counted<Placeholder> = Placeholder extends `${infer Name}#${string}` ? Name : never;

/** What a message needs: numbers to count by, else numbers and words. Null is a figure that there is not. */
export type Values<Message> = {
  readonly [Name in NameOf<Placeholders<Message>>]: Name extends Counted<Placeholders<Message>>
    ? number | null
    : string | number | null;
};
/** No second argument where the message has no place for one. */
export type Given<Message> = [Placeholders<Message>] extends [never] ? [] : [values: Values<Message>];

/** How the language puts numbers. */
export interface Numbers {
  readonly number: (value: number | null) => string;
  readonly category: (value: number) => Intl.LDMLPluralRule;
}

const PLACE = /\{([^{}#]+)(?:#([^{}]*))?\}/g;

export const withoutContext = (message: string): string => message.slice(message.indexOf('§') + 1);

/** Names of the places of a message, sorted, each once. */
export const placesOf = (message: string): string[] =>
  [...new Set([...message.matchAll(PLACE)].map(([, name]) => name ?? ''))].sort();

/** Of a figure that there is not, the form of many: `– were serious`. */
const chosen = (forms: readonly string[], value: number | null, { category }: Numbers): string => {
  const [zero = '', one = '', other] = forms;
  if (value === null) return other ?? (forms.length === 1 ? zero : one);
  if (other === undefined) return category(value) === 'one' || forms.length === 1 ? zero : one;
  if (value === 0) return zero;
  return category(value) === 'one' ? one : other;
};

/** @throws Error for a place without a value: the types rule it out for messages that are known */
export const filled = (
  message: string,
  values: Readonly<Record<string, string | number | null>>,
  numbers: Numbers,
): string =>
  withoutContext(message).replaceAll(PLACE, (_place, name: string, forms: string | undefined) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The message “${message}” has no value for ${name}.`);
    const text = typeof value === 'string' ? value : numbers.number(value);
    if (forms === undefined || typeof value === 'string') return text;
    return chosen(forms.split('|'), value, numbers).replaceAll('#', text);
  });
