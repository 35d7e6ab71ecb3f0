import { readFileSync } from 'node:fs';
import { LANGUAGES } from '@rounds/contracts/languages.generated';
import { compiledWords } from '../../../../tools/web-words.mjs';
import type { Words } from '../words/message.ts';
import { makeVoice } from '../words/voice.ts';
import { ruleWords, type Broken } from './rules.ts';

const document = JSON.parse(
  readFileSync(new URL('../../../../libs/client/openapi.json', import.meta.url), 'utf8'),
) as {
  components: {
    schemas: { Problem: { properties: { errors: { items: { properties: { code: { enum: string[] } } } } } } };
  };
};
const CODES = document.components.schemas.Problem.properties.errors.items.properties.code.enum;

const voiceOf = async (language: (typeof LANGUAGES)[number]) =>
  makeVoice(language, (await compiledWords(language, 'more')) as Words, () => Promise.resolve({}));

const said = async (broken: Omit<Broken, 'rule'>, about?: string) =>
  ruleWords(await voiceOf('en'), { rule: 'must …', ...broken }, about);

it.each(LANGUAGES)('has words in %s for each rule that the API can tell, and no others', (language) => {
  const own = new URL(`words/rules/${language}.json`, import.meta.url);
  const keys = Object.keys(JSON.parse(readFileSync(own, 'utf8')) as object);
  const rules = keys.flatMap((key) => (key.startsWith('rule.') ? [key.slice('rule.'.length)] : []));
  expect(rules.sort()).toEqual([...CODES].sort());
});

it('tells a rule by its code and what it is about, and days as its reader writes them', async () => {
  const values = { today: '2026-12-01', timeZone: 'UTC' };
  expect(await said({ field: 'until', code: 'in-the-past', values })).toBe(
    'Until: this is over already. Today is 1 December 2026 (UTC): choose a later day.',
  );
  expect(await said({ field: 'from', code: 'run-was-due', values: { due: '2026-12-01T08:00' } })).toBe(
    'from: this report was due 1 December 2026, 08:00. Choose one to come.',
  );
});

it('calls a field as the forms do, or whom it is about', async () => {
  const many = { code: 'too-many', values: { max: 50 } } as const;
  expect(await said({ field: 'recipients', ...many })).toBe('Comes to: too many, 50 at most.');
  expect(await said({ field: 'recipients.1', code: 'not-a-member' }, 'ben@example.org')).toBe(
    'ben@example.org: not a member of this study.',
  );
  expect(await said({ field: 'holidays.dates.3', code: 'no-such-day' })).toBe(
    'On holidays: there is no such day in the calendar.',
  );
  expect(await said({ field: 'branding.logo', code: 'logo-not-uploaded' })).toBe(
    'branding.logo: upload the logo first.',
  );
});

it('lists what is possible as its reader does', async () => {
  expect(
    await said({ field: 'holidays.region', code: 'unknown-region', values: { known: ['BW', 'BY'] } }),
  ).toBe('This part of the country is not known. Known are: BW and BY.');
});

it('has no words for a rule that only a newer API knows', async () => {
  expect(await said({ field: 'until', code: 'of-tomorrow' as 'empty' })).toBeNull();
});
