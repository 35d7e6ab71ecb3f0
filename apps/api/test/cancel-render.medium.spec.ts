import { createHash } from 'node:crypto';
import { systemClock } from '@rounds/adapters/clock';
import { createRenderActivities } from '@rounds/activities-render/render.activities';
import { drawingThread } from '@rounds/activities-render/testing/bed';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { activityBeat, activitySignal } from '@rounds/adapters/temporal/heartbeat';
import type { AggregateInput, InspectInput, RenderInput } from '@rounds/contracts/activities';
import { buildDataset } from '@rounds/report-types/study-weekly/testing/dataset';
import { openApiBed, type ApiBed, type Json } from './api-bed.ts';

/** A job that is cancelled while its report is drawn, by the real render stage and its drawing threads. */
let bed: ApiBed;
let rendering: ReturnType<typeof createRenderActivities>;
const ANNA = 'anna@example.org';

/** Listings of some hundred pages: a minute's work. */
const heavyDataset = async (objects: ObjectStore, { run, scope }: AggregateInput) => {
  const built = buildDataset();
  const listings = Object.fromEntries(
    Object.entries(built.listings).map(([name, rows]) => [
      name,
      Array.isArray(rows) ? Array.from({ length: 200 }, () => rows as unknown[]).flat() : rows,
    ]),
  );
  const { study } = built;
  const dataset = {
    ...{ ...built, listings, scope, documents: { texts: [], images: [] } },
    study: { ...study, studyId: run.studyId },
  };
  const bytes = Buffer.from(JSON.stringify(dataset));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const key = `datasets/${sha256}.json`;
  await objects.put(key, bytes, 'application/json');
  return { key, sha256, headlineKey: `headlines/${sha256}.json` };
};

beforeAll(async () => {
  bed = await openApiBed('cancel-render', {
    stages: ({ mongo, objects }) => {
      rendering = createRenderActivities({
        ...{ mongo, objects, drawing: { file: drawingThread(), threads: 1 } },
        ...{ beat: activityBeat, signal: activitySignal, now: systemClock },
      });
      return {
        render: {
          render: (input: RenderInput) => rendering.render(input),
          inspect: (input: InspectInput) => rendering.inspect(input),
          discardArtefacts: (input: { runId: string }) => rendering.discardArtefacts(input),
        },
        aggregate: { aggregate: (input: AggregateInput) => heavyDataset(objects, input) },
      };
    },
  });
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1', { unblinded: true });
});
afterAll(async () => {
  await bed.close();
  await rendering.close();
});

const job = async (jobId: string): Promise<Json> =>
  (await bed.call('GET', `/api/v1/jobs/${jobId}`, { as: ANNA })).json;
const until = async (look: () => Promise<boolean>): Promise<number> => {
  const start = performance.now();
  while (!(await look())) if (performance.now() > start + 60_000) throw new Error('It did not come to it.');
  return performance.now() - start;
};
const keys = async (folder: string): Promise<string[]> => {
  const found: string[] = [];
  for await (const key of bed.objects.keys(folder)) found.push(key);
  return found;
};

describe('a job that is cancelled while it is drawn', () => {
  it('has stopped within seconds and leaves no file', async () => {
    const body = { studyId: 'S1', reportType: 'study-weekly', formats: ['json', 'pdf'] };
    const { json } = await bed.call('POST', '/api/v1/reports/generate', { as: ANNA, body });
    // The first format is stored, the second is being drawn.
    await until(async () => (await keys('artefacts/')).length === 1);
    expect((await job(json.jobId)).step).toBe('generating-file');
    await bed.call('DELETE', `/api/v1/jobs/${json.jobId}`, { as: ANNA });
    expect(await until(async () => (await job(json.jobId)).status === 'cancelled')).toBeLessThan(8_000);
    // Its workflow closes once what it had made is removed.
    const handle = bed.temporal.client.workflow.getHandle(`report/${json.jobId}`);
    await expect(handle.result()).rejects.toThrow('cancelled');
    expect(await keys('artefacts/')).toEqual([]);
    expect(await bed.mongo.collection('artefacts').countDocuments({ runId: json.jobId })).toBe(0);
    expect(await job(json.jobId)).toMatchObject({ step: 'generating-file', outputs: [], deliveries: [] });
    // The thread that drew is free: the next one is drawn by it.
    const small = { ...body, formats: ['json'] };
    const next = await bed.call('POST', '/api/v1/reports/generate', {
      ...{ as: ANNA, body: small, headers: { Prefer: 'wait=30' } },
    });
    expect(next.json.status).toBe('completed');
  });
});
