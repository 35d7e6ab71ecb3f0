import { fileURLToPath } from 'node:url';
import { createDrawPool } from '@rounds/activities-render/draw-pool';
import { threeHundredPages } from '@rounds/activities-render/testing/odd-studies';
import { stored } from '@rounds/activities-render/testing/stored';
import { longestGapMs, medianMs, rounded } from './measure.ts';

/** As in production: the built program of a drawing thread. */
const file = fileURLToPath(new URL('../worker/pdf-worker.js', import.meta.url));

/**
 * A report of 300 pages within the 512 MB of a thread: how long reading it back takes against drawing it, and how
 * long either keeps the event loop from a heartbeat, which may be 250 ms.
 */
export const gateBench = async () => {
  const pool = createDrawPool({ file, threads: 1, memoryMb: 512 });
  const { signal } = new AbortController();
  const task = { format: 'pdf', dataset: stored(threeHundredPages()) } as const;
  const draw = () => pool.draw({ ...task, pictures: {} }, { signal });
  try {
    const bytes = await draw();
    const inspect = () => pool.inspect({ ...task, bytes }, { signal });
    const [drawMs, inspectMs] = [await medianMs(draw, 3), await medianMs(inspect, 3)];
    return {
      drawMs: rounded(drawMs),
      inspectMs: rounded(inspectMs),
      ratioInspect: rounded(inspectMs / drawMs),
      longestGapDrawMs: rounded(await longestGapMs(draw)),
      longestGapInspectMs: rounded(await longestGapMs(inspect)),
    };
  } finally {
    await pool.close();
  }
};
