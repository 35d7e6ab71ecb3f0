/** A way to the mail provider that breaks where a test wants it to. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** `lose-request`: the provider never sees it. `lose-answer`: the provider has answered, nobody hears it. */
type Mood = 'open' | 'lose-request' | 'lose-answer';

export interface Gateway {
  readonly url: string;
  /** Statuses of the provider's answers so far. */
  readonly answers: number[];
  /** Methods and paths of the requests so far. */
  readonly asked: string[];
  mood: Mood;
  down(): Promise<void>;
  up(): Promise<void>;
}

const forward = async (request: IncomingMessage, target: string): Promise<Response> => {
  const { authorization = '', 'idempotency-key': key = '' } = request.headers;
  return await fetch(`${target}${request.url ?? ''}`, {
    method: request.method ?? 'POST',
    headers: {
      authorization,
      'content-type': 'application/json',
      ...(key !== '' && { 'idempotency-key': String(key) }),
    },
    ...(request.method !== 'GET' && { body: await buffer(request) }),
  });
};

export const openGateway = async (target: string): Promise<Gateway> => {
  let server: Server | undefined;
  let port = 0;
  const gateway = {
    url: '',
    answers: [] as number[],
    asked: [] as string[],
    mood: 'open' as Mood,
    up: async () => {
      server = createServer((request, response) => {
        gateway.asked.push(`${request.method ?? ''} ${request.url?.split('?')[0] ?? ''}`);
        void (async () => {
          if (gateway.mood === 'lose-request') {
            await buffer(request);
            request.socket.destroy();
            return;
          }
          const answer = await forward(request, target);
          gateway.answers.push(answer.status);
          if (gateway.mood === 'lose-answer') {
            request.socket.destroy();
            return;
          }
          response.writeHead(answer.status, Object.fromEntries(answer.headers));
          response.end(await answer.text());
        })();
      });
      await once(server.listen(port, '127.0.0.1'), 'listening');
      port = (server.address() as AddressInfo).port;
      gateway.url = `http://127.0.0.1:${port}`;
    },
    down: async () => {
      if (server === undefined) return;
      const closed = once(server, 'close');
      server.close().closeAllConnections();
      await closed;
      server = undefined;
    },
  };
  await gateway.up();
  return gateway;
};
