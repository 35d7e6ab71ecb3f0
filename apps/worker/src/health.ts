import { createServer } from 'node:http';
import { once } from 'node:events';
import type { WorkerConfig } from './config.ts';

/** `GET /healthz`: 200 while every worker of the process polls its queue, else 503. */
export const serveHealth = async (
  { ROUNDS_WORKER_PORT, ROUNDS_ENV }: WorkerConfig,
  states: () => Readonly<Record<string, string>>,
): Promise<() => void> => {
  if (ROUNDS_WORKER_PORT === undefined) return () => undefined;
  const server = createServer((request, response) => {
    if (request.url !== '/healthz') return response.writeHead(404).end();
    const workers = states();
    const isHealthy = Object.values(workers).every((state) => state === 'RUNNING');
    response.writeHead(isHealthy ? 200 : 503, { 'content-type': 'application/json' });
    return response.end(JSON.stringify({ status: isHealthy ? 'ok' : 'unavailable', workers }));
  });
  server.listen(ROUNDS_WORKER_PORT, ROUNDS_ENV === 'development' ? '127.0.0.1' : undefined);
  await once(server, 'listening');
  return () => {
    server.closeAllConnections();
    server.close();
  };
};
