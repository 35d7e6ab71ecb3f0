import { fileURLToPath } from 'node:url';
import { createRenderActivities } from '@rounds/activities-render/render.activities';
import { systemClock } from '@rounds/adapters/clock';
import { activityBeat, activitySignal } from '@rounds/adapters/temporal/heartbeat';
import type { InspectInput, RenderInput } from '@rounds/contracts/activities';
import { workersPerQueue } from '../config.ts';
import { openMakings } from '../makings.ts';
import { openMongo, openObjects } from '../open.ts';
import { programHash } from '../program.ts';
import type { SizedEnvironment } from '../sections.ts';
import type { Wired, WiringContext } from '../wiring.ts';

/** Beside the program in dist/, where the build puts it. */
const drawingThread = fileURLToPath(new URL('./pdf-worker.js', import.meta.url));

export const wireRender = (environment: SizedEnvironment, context: WiringContext): Wired => {
  const objects = openObjects(environment, context);
  const rendering = createRenderActivities({
    mongo: openMongo(environment, 'render', context),
    ...{ objects, makings: openMakings(objects, programHash()) },
    drawing: {
      file: drawingThread,
      threads: workersPerQueue(context.config),
      maxFileBytes: environment.ROUNDS_MAX_FILE_MB * 1024 * 1024,
    },
    beat: activityBeat,
    signal: activitySignal,
    now: systemClock,
  });
  context.onClose(() => rendering.close());
  return {
    activities: {
      render: (input: RenderInput) => rendering.render(input),
      inspect: (input: InspectInput) => rendering.inspect(input),
      discardArtefacts: (input: { runId: string }) => rendering.discardArtefacts(input),
    },
  };
};
