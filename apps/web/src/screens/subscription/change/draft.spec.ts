import { changesOf, draftOf, fieldsChanged, overTheirs, type Draft } from './draft.ts';

const before: Draft = {
  schedule: { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' },
  holidays: null,
  until: '2027-06-30',
  recipients: ['anna@example.org'],
  formats: ['pdf'],
  deliver: 'always',
};
const mine: Draft = { ...before, schedule: { ...before.schedule, at: '07:30' }, until: null };

it('asks for what was changed alone', () => {
  expect(changesOf(before, mine)).toEqual({ schedule: mine.schedule, until: null });
  expect(changesOf(before, draftOf(before))).toEqual({});
});

it('keeps what others changed meanwhile, and what is mine', () => {
  const theirs: Draft = { ...before, formats: ['pdf', 'xlsx'], until: '2027-12-31' };
  expect(fieldsChanged(before, theirs)).toEqual(['until', 'formats']);
  expect(overTheirs(before, mine, theirs)).toEqual({ ...mine, formats: ['pdf', 'xlsx'] });
});

it('takes a change back by what it was', () => {
  expect(changesOf(mine, before)).toEqual({ schedule: before.schedule, until: before.until });
});
