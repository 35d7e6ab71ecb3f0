/** A calling program's own server, which answers as a test wants it to. */
import { systemClock } from '@rounds/adapters/clock';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

/** `null` holds the answer back for ever. */
export type Answering = ((response: ServerResponse, nth: number, socket: Socket) => void) | null;

export const openReceiver = async () => {
  const received: Received[] = [];
  const receiver = {
    received,
    url: '',
    answer: ((response) => response.writeHead(204).end()) as Answering,
    close: async () => {
      server.close().closeAllConnections();
      await once(server, 'close');
    },
  };
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      received.push({ path: request.url ?? '', headers: request.headers, body, at: systemClock().getTime() });
      receiver.answer?.(response, received.length, request.socket);
    })();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  receiver.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return receiver;
};

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;
