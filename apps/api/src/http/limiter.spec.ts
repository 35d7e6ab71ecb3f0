import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { MongoClient } from 'mongodb';
import { consume, createLimiter } from './limiter.ts';

/** Small: a real driver, and in place of MongoDB a server that takes each connection and never answers. */
it('counts by itself while the database does not answer', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  // Longer than any test may last: only the limiter's own limit ends the wait.
  const client = new MongoClient(`mongodb://127.0.0.1:${port}`, { serverSelectionTimeoutMS: 3_600_000 });
  const limiter = createLimiter(
    { client, db: client.db('limits') },
    { name: 'test', points: 2, seconds: 60 },
  );
  const answers = [await consume(limiter, 'a'), await consume(limiter, 'a'), await consume(limiter, 'a')];
  expect(answers.map(({ spent }) => spent)).toEqual([false, false, true]);
  await client.close(true);
  sockets.forEach((socket) => socket.destroy());
  silent.close();
});
