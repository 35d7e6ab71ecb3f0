import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { INestApplication } from '@nestjs/common';
import { createApi } from './create-api.ts';
import { readConfig } from './config.ts';
import { Shutdown } from './platform/shutdown.ts';

/** Beside this program, where `npm run build` puts both. */
const WEB_FOLDER = fileURLToPath(new URL('../web', import.meta.url));

/**
 * Says so on /readyz, gives load balancers time to read it, takes nothing new, answers what is under way, closes
 * its connections, ends with 0.
 */
const stop = async (api: INestApplication, drainSeconds: number): Promise<void> => {
  api.get(Shutdown).announce();
  await delay(drainSeconds * 1000);
  await api.close();
};

try {
  const config = readConfig(process.env);
  const api = await createApi(config, { webFolder: WEB_FOLDER });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop(api, config.ROUNDS_DRAIN_S));
  await api.listen(config.ROUNDS_PORT, config.ROUNDS_HOST);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
