import { beginDraft, bodyOf, withOthers } from './draft.ts';

const draft = beginDraft({ studyId: 'S1', reportType: 'study-weekly', timeZone: 'Europe/Berlin' });

it('begins as most want it: a PDF, every Monday at eight, for oneself', () => {
  expect(bodyOf(draft, 'anna@example.org', false)).toEqual({
    studyId: 'S1',
    reportType: 'study-weekly',
    schedule: { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' },
    formats: ['pdf'],
    deliver: 'always',
  });
});

it('names others once, and whoever subscribes beside them', () => {
  const added = withOthers(
    draft,
    ['ben@example.org', 'anna@example.org', 'ben@example.org'],
    'Anna@example.org',
  );
  expect(added.others).toEqual(['ben@example.org']);
  expect(bodyOf(added, 'Anna@example.org', true)).toMatchObject({
    recipients: ['Anna@example.org', 'ben@example.org'],
    evenIfEqual: true,
  });
});
