import { nextRun } from '@rounds/contracts/timetable-arithmetic';
import { medianMs, rounded } from './measure.ts';

const RUNS = 520;

const walk = (timeZone: string): void => {
  let after = Date.UTC(2026, 0, 1);
  for (let week = 0; week < RUNS; week++) {
    const next = nextRun({ schedule: { every: 'week', on: 'monday', at: '02:30', timeZone } }, after);
    after = next?.at ?? after;
  }
};

/** Ten years of weekly due moments; a zone with changes of the clock against one without. */
export const scheduleBench = async () => {
  const berlin = await medianMs(() => {
    walk('Europe/Berlin');
  });
  const utc = await medianMs(() => {
    walk('UTC');
  });
  return { momentsPerSecond: rounded((RUNS / berlin) * 1000), ratioZoneToUtc: rounded(berlin / utc) };
};
