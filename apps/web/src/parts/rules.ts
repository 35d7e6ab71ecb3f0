/** What the API finds wrong with what was filled in, in the reader's language: by the code of the rule. */
import type { RoundsProblem } from '@rounds/client/problem';
import type { Label, Message, Values } from '../words/message.ts';
import { isLanguage, languageName, type Voice } from '../words/voice.ts';

export type Broken = RoundsProblem['errors'][number];
type Value = NonNullable<Broken['values']>[string];

/** What the forms call the fields; the first that is the field, or what it belongs to. */
const LABELS: readonly (readonly [field: string, label: Label])[] = [
  ['schedule.at', 'when.at'],
  ['schedule.timeZone', 'when.zone'],
  ['schedule', 'details.when'],
  ['until', 'details.until'],
  ['holidays', 'details.holidays'],
  ['recipients', 'details.to'],
  ['owner', 'details.owner'],
  ['formats', 'files.formats'],
  ['deliver', 'files.deliver'],
  ['reportType', 'subscribe.report'],
  ['studyId', 'study'],
  ['parameters.asOf', 'generate.day'],
  ['siteId', 'document.site'],
  ['subject', 'document.subject'],
  ['file', 'file'],
  ['sites', 'member.sites'],
  ['Audit-Reason', 'member.reason'],
];

const nameOf = ({ say }: Voice, field: string): string => {
  const known = LABELS.find(([name]) => field === name || field.startsWith(`${name}.`));
  return known === undefined ? field : say(known[1]);
};

const language = (code: string): string => (isLanguage(code) ? languageName(code) : code);

/** As a reader knows what the API tells of days, fields and languages. */
const SAID: Readonly<Record<string, (voice: Voice, value: string) => string>> = {
  today: ({ day }, value) => day(value),
  first: ({ day }, value) => day(value),
  next: ({ day }, value) => day(value),
  end: ({ day }, value) => day(value),
  due: ({ day, clock }, value) => `${day(value.slice(0, 10))}, ${clock(value.slice(11))}`,
  other: nameOf,
  language: (_voice, value) => language(value),
};

const said = (voice: Voice, name: string, value: Value): string | number => {
  if (typeof value === 'object') return voice.list(value);
  return typeof value === 'number' ? value : (SAID[name]?.(voice, value) ?? value);
};

/**
 * @param about whom or what it is about, where a reader does not know that by its field
 * @returns null for a rule that this app has no words for, as a newer API may tell one
 */
export const ruleWords = (
  voice: Voice,
  { field, code, values = {} }: Broken,
  about?: string,
): string | null => {
  // Compiles while there are words for every code that the API's document has.
  const message: Message = `rule.${code}`;
  if (!voice.knows(message)) return null;
  const told: Values = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, said(voice, name, value)]),
  );
  return voice.tell(message, { ...told, about: about ?? nameOf(voice, field) });
};
