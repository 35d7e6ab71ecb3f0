import 'reflect-metadata';
import { createApi } from './create-api.ts';
import { readConfig } from './config.ts';

/** Answers what is under way, takes nothing new, closes its connections, ends with 0. */
const stopOnSignal = (stop: () => Promise<void>): void => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
};

try {
  const config = readConfig(process.env);
  const api = await createApi(config);
  stopOnSignal(() => api.close());
  await api.listen(config.ROUNDS_PORT, config.ROUNDS_HOST);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
