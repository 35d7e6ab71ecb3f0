import { bodyOf } from './request.ts';

it('asks for the report as it would have been due on that day', () => {
  const request = { studyId: 'S1', reportType: 'study-weekly', day: '2026-12-07', formats: ['pdf'] } as const;
  expect(bodyOf(request, 'Europe/Berlin')).toEqual({
    ...{ studyId: 'S1', reportType: 'study-weekly', formats: ['pdf'], priority: 'high' },
    parameters: { asOf: '2026-12-07', timeZone: 'Europe/Berlin' },
  });
});
