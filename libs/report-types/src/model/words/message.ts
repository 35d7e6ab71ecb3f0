/**
 * Messages in ICU MessageFormat, one catalogue a language and area: common/en.json, mail/en.json and, of each report
 * type, <type>/words/en.json. A message that a language lacks is said in English.
 */
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '@rounds/contracts/language';
import type { Period } from '@rounds/contracts/period';
import type { Saying } from '@rounds/contracts/saying';
import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import { CATALOGUES } from './catalogues.generated.ts';
import type { Messages } from './messages.generated.ts';

export type Message = keyof Messages;

/** A message that is given nothing: what a constant table of labels may hold. */
export type Label = { [M in Message]: Messages[M] extends null ? M : never }[Message];

/** No second argument where the message has no place for one. */
export type Given<M extends Message> = Messages[M] extends null ? [] : [values: Readonly<Messages[M]>];

export type Say = <M extends Message>(message: M, ...given: Given<M>) => string;

type Later<Values> = {
  readonly [Name in keyof Values]: Values[Name] | (string extends Values[Name] ? Period : never);
};

/** As `say`, in no language yet. */
export const saying = <M extends Message>(
  message: M,
  ...given: Messages[M] extends null ? [] : [values: Later<Messages[M]>]
): Saying => {
  const [values] = given as readonly NonNullable<Saying['values']>[];
  return { message, ...(values && { values }) };
};

const textOf = (key: string, language: Language): string | undefined => {
  const text = CATALOGUES[language][key];
  return typeof text === 'string' ? text : undefined;
};

/** Of numbers, days and plurals: `de-DE`. */
export const localeOf = (language: Language): string => textOf('@@locale', language) ?? language;

/** How the language puts numbers. Null is a figure that there is not. */
export type NumberWords = (value: number | null) => string;

/** What the library would make by itself: numbers are put as everywhere else, and of a message nothing else is. */
const formattersOf = (locale: string, number: NumberWords): Formatters => {
  const rules = new Intl.PluralRules(locale);
  const numbers = { format: (value: number) => number(Number.isNaN(value) ? null : value) };
  return {
    getNumberFormat: () => numbers as Intl.NumberFormat,
    getPluralRules: () => rules,
    getDateTimeFormat: (...options) => new Intl.DateTimeFormat(...options),
  };
};

/** What is not there is counted as many are: `– were serious`. */
const counted = (values: Readonly<Record<string, string | number | null>>): Record<string, string | number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? Number.NaN]));

/** Of one language. A message is parsed when it is first said. @throws Error for a place without a value: the types rule it out */
export const sayIn = (language: Language, number: NumberWords): Say => {
  const locale = localeOf(language);
  const options = { ignoreTag: true, formatters: formattersOf(locale, number) };
  const parsed = new Map<Message, IntlMessageFormat>();
  return (message, ...given) => {
    const text = textOf(message, language) ?? textOf(message, DEFAULT_LANGUAGE) ?? message;
    const format = parsed.get(message) ?? new IntlMessageFormat(text, locale, undefined, options);
    parsed.set(message, format);
    const [values = {}] = given as readonly Readonly<Record<string, string | number | null>>[];
    return String(format.format(counted(values)));
  };
};

const literalsIn = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (isPluralElement(element) || isSelectElement(element))
      return Object.values(element.options).flatMap(({ value }) => literalsIn(value));
    return isLiteralElement(element) ? [element.value] : [];
  });

let said: readonly string[] | undefined;

/** What reports say by themselves, in every language, and the keys by which data name it: words of no study. */
export const everythingSaid = (): readonly string[] =>
  (said ??= LANGUAGES.flatMap((language) =>
    Object.keys(CATALOGUES[language])
      .filter((key) => !key.startsWith('@'))
      .flatMap((key) => [key, ...literalsIn(parse(textOf(key, language) ?? '', { ignoreTag: true }))]),
  ));
