import { dayIn } from '../../model/day.ts';
import { bodyOf } from './request.ts';

it('knows the day where the reader is', () => {
  const at = new Date('2026-12-06T23:30:00Z');
  expect(['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo'].map((zone) => dayIn(zone, at))).toEqual([
    '2026-12-06',
    '2026-12-07',
    '2026-12-06',
    '2026-12-07',
  ]);
});

it('asks for the report as it would have been due on that day', () => {
  const request = { studyId: 'S1', reportType: 'study-weekly', day: '2026-12-07', formats: ['pdf'] } as const;
  expect(bodyOf(request, 'Europe/Berlin')).toEqual({
    ...{ studyId: 'S1', reportType: 'study-weekly', formats: ['pdf'], priority: 'high' },
    parameters: { asOf: '2026-12-07', timeZone: 'Europe/Berlin' },
  });
});
