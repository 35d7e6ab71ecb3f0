import fc from 'fast-check';
import { followJob } from './job-events.ts';
import { readEvents } from './server-sent-events.ts';

const streamOf = (...pieces: readonly (string | Uint8Array)[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces)
        controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
      controller.close();
    },
  });

const all = async <T>(events: AsyncIterable<T>): Promise<T[]> => {
  const seen: T[] = [];
  for await (const event of events) seen.push(event);
  return seen;
};

const TEXT =
  ': hello\nretry: 20\n\nid: 1\nevent: job\ndata: {"a":\ndata: "ä"}\n\ndata: two\r\n\r\nid\rdata:three\r\rdata: cut off';

describe('a stream of events', () => {
  const events = [
    { event: 'job', data: '{"a":\n"ä"}', id: '1', retryMs: 20 },
    { event: 'message', data: 'two', id: '1', retryMs: 20 },
    { event: 'message', data: 'three', id: '', retryMs: 20 },
  ];

  it('is read as the standard says: joined lines, last id, comments; what was cut off is none', async () => {
    expect(await all(readEvents(streamOf(TEXT)))).toEqual(events);
  });

  it('is the same wherever it is cut in pieces, in the middle of letters too', async () => {
    const bytes = new TextEncoder().encode(TEXT);
    const cuts = fc.uniqueArray(fc.integer({ min: 0, max: bytes.length }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const sorted = [0, ...places.sort((a, b) => a - b), bytes.length];
        const pieces = sorted.slice(1).map((end, index) => bytes.slice(sorted[index], end));
        expect(await all(readEvents(streamOf(...pieces)))).toEqual(events);
      }),
      { numRuns: 200 },
    );
  });
});

describe('following a job', () => {
  const told = (id: number, status: string) =>
    `id: ${id}\nretry: 1\ndata: ${JSON.stringify({ jobId: 'run_1', status })}\n\n`;
  const follow = (...streams: readonly ReadableStream<Uint8Array>[]) => {
    const asked: (string | null)[] = [];
    const open = (_path: string, init?: RequestInit) => {
      asked.push(new Headers(init?.headers).get('Last-Event-ID'));
      return Promise.resolve(new Response(streams[asked.length - 1] ?? null));
    };
    return { asked, jobs: followJob({ open }, 'run_1') };
  };

  it('ends when the job is over', async () => {
    const { asked, jobs } = follow(streamOf(told(1, 'queued'), told(2, 'completed'), told(3, 'queued')));
    expect((await all(jobs)).map(({ status }) => status)).toEqual(['queued', 'completed']);
    expect(asked).toEqual([null]);
  });

  it('goes on behind the last event when the connection ends or breaks', async () => {
    const breaks = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(told(2, 'processing')));
      },
      pull(controller) {
        controller.error(new TypeError('terminated'));
      },
    });
    const { asked, jobs } = follow(streamOf(told(1, 'queued')), breaks, streamOf(told(3, 'failed')));
    expect((await all(jobs)).map(({ status }) => status)).toEqual(['queued', 'processing', 'failed']);
    expect(asked).toEqual([null, '1', '2']);
  });
});
