/** Medium: Temporal's dev server, which hands the last beat of an attempt to the next one; the test server does not. */
import { connectTemporal, connectionOptions, type Temporal } from '@rounds/adapters/temporal/client';
import { setupTemporal } from '@rounds/adapters/temporal/setup';
import { serverSetting, uniqueName } from '@rounds/adapters/testing/servers';
import { createPlanActivities } from '@rounds/activities-plan/plan.activities';
import { systemClock } from '@rounds/adapters/clock';
import { RoundsError } from '@rounds/contracts/errors';
import { WorkflowFailedError } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { FakeStages } from './fake-stages.ts';
import { request, startReport } from './subscribe.ts';
import { CODEC_KEYS, POLICY, quietRuntime, RETRIES, startWorkers } from './test-bed.ts';

describe("retries on Temporal's dev server", () => {
  const config = {
    TEMPORAL_ADDRESS: serverSetting('TEMPORAL_ADDRESS'),
    TEMPORAL_NAMESPACE: uniqueName('outage'),
    TEMPORAL_TLS: false,
    ROUNDS_CODEC_KEYS: CODEC_KEYS,
  };
  const fakes = new FakeStages();
  let temporal: Temporal;
  let connection: NativeConnection;
  let stopWorkers: () => Promise<void>;

  beforeAll(async () => {
    quietRuntime();
    temporal = connectTemporal(config);
    await setupTemporal(config, { reconcileSeconds: 3600 });
    connection = await NativeConnection.connect(connectionOptions(config));
    const plan = createPlanActivities({ policy: { ...POLICY, firstRetryMs: 10 } });
    stopWorkers = await startWorkers({
      ...{ connection, namespace: config.TEMPORAL_NAMESPACE, fakes, plan },
    });
  });
  beforeEach(() => {
    fakes.reset();
  });
  afterAll(async () => {
    await stopWorkers();
    await connection.close();
    await temporal.close();
  });

  const run = async () => {
    const bed = { client: temporal.client, fakes, now: () => Promise.resolve(systemClock().getTime()) };
    return (await startReport(bed, request({ trigger: 'schedule' }))).result();
  };
  const attempts = () => fakes.calls.filter(({ name }) => name === 'freezeCut').length;
  const faultAt = (attempt: number, outages: number) =>
    attempt <= outages
      ? new RoundsError('DEPENDENCY_DOWN', 'MongoDB does not answer: ECONNREFUSED.')
      : new TypeError('x is not a function');

  it('an outage takes none of those that a stage has for faults of its own', async () => {
    const outages = 2 * RETRIES;
    fakes.failFirst('freezeCut', outages + RETRIES, () => faultAt(attempts(), outages));
    expect(await run()).toMatchObject({ status: 'completed' });
    expect(attempts()).toBe(outages + RETRIES + 1);
  });

  it('faults of its own end a stage once they are more than its retries', async () => {
    const outages = 2;
    fakes.failFirst('freezeCut', Infinity, () => faultAt(attempts(), outages));
    await expect(run()).rejects.toBeInstanceOf(WorkflowFailedError);
    expect(attempts()).toBe(outages + RETRIES + 1);
  });
});
