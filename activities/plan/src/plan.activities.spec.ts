/** Small. The arithmetic has its own tests; here: that the activities hand on all that they are asked. */
import { createPlanActivities } from './plan.activities.ts';

const policy = { firstRetryMs: 1, attemptTimeoutMs: 2, stageDeadlineMs: 3, onDemandRetryMs: 4 };
const plan = createPlanActivities({ policy });
const schedule = { every: 'day', at: '08:00', timeZone: 'Asia/Kathmandu' } as const;
const after = Date.parse('2026-05-01T02:15Z');

describe('plan activities', () => {
  it('plan the next run by the zone and the catch-up of the subscription', async () => {
    const now = Date.parse('2026-05-04T10:00Z');
    expect(await plan.planNextRun({ schedule, after, now, catchUp: 'latest' })).toEqual({
      due: '2026-05-04',
      at: Date.parse('2026-05-04T02:15Z'),
      local: '2026-05-04T08:00:00+05:45',
      period: { start: '2026-05-03', end: '2026-05-04' },
      zones: process.versions.tz,
    });
    expect((await plan.planNextRun({ schedule, after, now, catchUp: 'skip' }))?.due).toBe('2026-05-05');
    expect(
      await plan.planNextRun({ schedule, after, now, catchUp: 'latest', until: '2026-05-01' }),
    ).toBeNull();
  });

  it('plan a run of now for the local day', async () => {
    expect((await plan.planRunNow({ schedule, now: Date.parse('2026-05-04T20:00Z') })).due).toBe(
      '2026-05-05',
    );
  });

  it('give the policy that the worker was configured with', async () => {
    expect(await plan.runPolicy()).toEqual(policy);
  });
});
