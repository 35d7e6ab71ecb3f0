import { canSendAgain, contentPath, fileNameIn, filesBeside, stateOf } from './report-state.ts';
import type { Delivery, Output } from './report-state.ts';
import type { Job, ReportView } from './report.queries.ts';

const NOW = Date.parse('2026-12-07T08:00:00Z');

const output = (more: Partial<Output> = {}): Output => ({
  ...{ format: 'pdf', scope: { sites: 'all', unblinded: false }, language: 'en', bytes: 1000, sha256: '0' },
  ...{ download: '/api/v1/jobs/run_1/download?format=pdf&scope=all-blinded', gone: false, lacking: null },
  ...more,
});

const job = (more: Partial<Job>): Job =>
  ({ status: 'completed', outputs: [output()], scheduledFor: null, ...more }) as Job;

it.each([
  [{ status: 'queued' }, 'making'],
  [{ status: 'queued', scheduledFor: '2026-12-08T08:00:00Z' }, 'later'],
  [{ status: 'queued', scheduledFor: '2026-12-06T08:00:00Z' }, 'making'],
  [{ status: 'completed' }, 'made'],
  [{ status: 'completed', outputs: [] }, 'lost'],
  [{ status: 'quarantined', outputs: [] }, 'held-back'],
  [{ status: 'quarantined' }, 'made'],
  [{ status: 'unchanged', outputs: [] }, 'not-sent'],
  [{ status: 'failed', outputs: [] }, 'failed'],
] as const)('%j is %s', (more, state) => {
  expect(stateOf(job(more as Partial<Job>), NOW)).toBe(state);
});

it('shows beside a page the files that show the same, in the reader’s language first', () => {
  const view = { scope: { sites: 'all', unblinded: false }, report: { language: 'de' } } as ReportView;
  const [english, german] = [output(), output({ language: 'de' })];
  const unblinded = output({ scope: { sites: 'all', unblinded: true } });
  expect(filesBeside([unblinded, english, german], view)).toEqual([german, english]);
});

it('fetches the very file that the download leads to, and calls it as the API does', () => {
  expect(contentPath(output())).toBe('/api/v1/jobs/run_1/content?format=pdf&scope=all-blinded');
  expect(fileNameIn('inline; filename="STUDY-weekly.pdf"', 'x')).toBe('STUDY-weekly.pdf');
  expect(fileNameIn(null, 'report.pdf')).toBe('report.pdf');
});

it.each([
  ['email', 'failed', true],
  ['email', 'bounced', true],
  ['email', 'delivered', false],
  ['email', 'unknown', false],
  ['teams', 'failed', false],
] as const)('%s that is %s can be sent again: %s', (channel, status, can) => {
  expect(canSendAgain({ channel, status } as Delivery)).toBe(can);
});
