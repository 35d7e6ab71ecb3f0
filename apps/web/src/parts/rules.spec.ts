import { ruleWords } from './rules.ts';
import type { Voice } from '../words/voice.ts';

/** Says the message and what is put in. */
const say = (message: string, values: Record<string, string> = {}) =>
  [message, ...Object.values(values)].join(' ');
const voice = { say } as unknown as Voice;

it.each([
  ['recipients', 'must name 50 recipients at most', 'wrong.many-people 50'],
  ['recipients.1', 'must be the e-mail address of a member of this study', 'wrong.recipient ben@example.org'],
  ['recipients.1', 'must have a domain behind the @, as example.org', 'wrong.address ben@example.org'],
  ['schedule.timeZone', 'must be an IANA time zone like Europe/Berlin', 'wrong.zone'],
  ['schedule.at', 'must be a local time like 08:00', 'wrong.clock'],
  ['until', 'must not be in the past: today is 2026-12-01 in UTC', 'wrong.end-past'],
  ['until', 'must not be before the first run, which is due 2026-12-07', 'wrong.end-early'],
  ['until', 'must be a day of the calendar', 'wrong.day'],
  ['parameters.asOf', 'must not be after today, 2026-12-01 in UTC', 'wrong.day-to-come'],
  ['holidays.country', 'must be a country whose holidays are known, like DE', 'wrong.country'],
  ['holidays.region', 'must be a region of the country: BW, BY', 'wrong.region BW, BY'],
  ['holidays', 'must leave a run: these leave out every one', 'wrong.holidays-all'],
  ['holidays.policy', 'must be skip for a daily schedule: each working day has …', 'wrong.holidays-daily'],
])('says in the reader’s words that %s %s', (field, rule, said) => {
  expect(ruleWords(voice, { field, rule }, 'ben@example.org')).toBe(said);
});

it('has none for what no form of the app can bring', () => {
  expect(ruleWords(voice, { field: 'parameters.rows', rule: 'must be a number' })).toBeNull();
});
