/** Medium: Temporal's time-skipping server and the real workflow bundle; the stages are in-memory fakes. */
import { openTestBed, type TestBed } from './test-bed.ts';
import { DAY, MINUTE, MONDAYS, desired, subscribe } from './subscribe.ts';
import { asTold } from '@rounds/contracts/why';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];

/** What the wall clock showed, read through Intl and not through the arithmetic that planned it. */
const clock = (epochMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', hour: '2-digit', minute: '2-digit' }).format(
    epochMs,
  );

describe('a year of weekly runs', () => {
  let bed: TestBed;
  beforeAll(async () => {
    bed = await openTestBed();
  });
  afterAll(() => bed.close());

  it('starts each run on Monday at 08:00 by the wall clock, through both changes of the clock, in three zones', async () => {
    // When runs begin is the matter here: each ends at once.
    bed.fakes.on('openRun', () => ({ state: 'suppressed', why: asTold('nothing is made in this test') }));
    const subscriptions = [];
    for (const timeZone of ZONES) {
      const wish = desired({ schedule: { ...MONDAYS, timeZone } });
      subscriptions.push({ timeZone, ...(await subscribe(bed, { desired: wish })) });
    }
    const start = await bed.now();
    await bed.sleepUntil(start + 365 * DAY);
    for (const { id, timeZone, handle, view } of subscriptions) {
      const runs = bed.fakes.opened(id);
      expect(runs.length).toBeGreaterThanOrEqual(51);
      expect(new Set(runs.map(({ at }) => clock(at, timeZone)))).toEqual(new Set(['Monday 08:00']));
      expect(new Set(runs.map(({ runId }) => runId)).size).toBe(runs.length);
      // Both offsets were there: the clock did change within the year.
      expect(new Set(runs.map(({ at }) => Math.floor((at % DAY) / MINUTE))).size).toBe(2);
      for (const [index, run] of runs.slice(1).entries())
        expect(run.period.start).toBe(runs[index]?.period.end);
      expect((await view()).runCount).toBe(runs.length);
      await handle.cancel();
    }
  });
});
