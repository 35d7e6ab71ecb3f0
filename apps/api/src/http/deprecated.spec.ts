import { deprecationHeaders } from './deprecated.ts';

it('says since when, until when and what instead, each as its RFC has it', () => {
  const headers = deprecationHeaders({
    since: '2026-11-22',
    sunset: '2027-12-31',
    successor: '/api/v1/reports/generate',
  });
  expect(headers).toEqual({
    Deprecation: '@1795305600',
    Sunset: 'Fri, 31 Dec 2027 00:00:00 GMT',
    Link: '</api/v1/reports/generate>; rel="successor-version"',
  });
});

it('names no end that is not decided', () => {
  expect(deprecationHeaders({ since: '2026-11-22', successor: '/' })).not.toHaveProperty('Sunset');
});
