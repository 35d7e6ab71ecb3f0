import { setTimeout as delay } from 'node:timers/promises';
import { connectTemporal } from './client.ts';

/** Nobody listens there. */
const NOWHERE = '127.0.0.1:1';
const FIRST_RETRY_MS = 100;

it('is closed only after the retries that were due, also where the loop was held up: one that comes later ends the process', async () => {
  const temporal = connectTemporal({
    ...{ TEMPORAL_ADDRESS: NOWHERE, TEMPORAL_NAMESPACE: 'x', TEMPORAL_TLS: false },
    ROUNDS_CODEC_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
  });
  const asked = temporal.client.workflow.getHandle('x').describe();
  const refused = expect(asked).rejects.toThrow();
  // The first attempt fails within that time, and its retry is due.
  await delay(FIRST_RETRY_MS / 2);
  for (const end = performance.now() + 10 * FIRST_RETRY_MS; performance.now() < end;);
  await temporal.close();
  await refused;
});
