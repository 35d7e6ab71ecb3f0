import fc from 'fast-check';
import { followJob, type JobEvent } from './job-events.ts';
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
  const told = (id: string, type: string, status: string) =>
    `id: ${id}\nretry: 1\nevent: ${type}\ndata: ${JSON.stringify({ jobId: 'run_1', status })}\n\n`;
  const follow = (...answers: readonly (ReadableStream<Uint8Array> | number)[]) => {
    const asked: (string | null)[] = [];
    const open = (_path: string, init?: RequestInit) => {
      asked.push(new Headers(init?.headers).get('Last-Event-ID'));
      const answer = answers[asked.length - 1];
      if (answer === undefined) throw new Error('asked more often than answered');
      const status = typeof answer === 'number' ? answer : 200;
      return Promise.resolve(new Response(typeof answer === 'number' ? null : answer, { status }));
    };
    return { asked, jobs: followJob({ open }, 'run_1') };
  };
  const statuses = async (jobs: AsyncIterable<JobEvent>) => (await all(jobs)).map(({ status }) => status);

  it('ends with the job, and not with an end behind which it was resumed', async () => {
    const tries =
      told('0.9', 'end', 'failed') + told('1.0', 'progress', 'queued') + told('1.9', 'end', 'completed');
    const { asked, jobs } = follow(streamOf(told('0.0', 'progress', 'queued'), tries));
    expect(await statuses(jobs)).toEqual(['queued', 'failed', 'queued', 'completed']);
    expect(asked).toEqual([null]);
  });

  it('goes on behind the last event when the connection ends or breaks', async () => {
    const breaks = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(told('0.2', 'progress', 'processing')));
      },
      pull(controller) {
        controller.error(new TypeError('terminated'));
      },
    });
    const { asked, jobs } = follow(
      streamOf(told('0.0', 'progress', 'queued')),
      breaks,
      streamOf(told('0.9', 'end', 'failed')),
    );
    expect(await statuses(jobs)).toEqual(['queued', 'processing', 'failed']);
    expect(asked).toEqual([null, '0.0', '0.2']);
  });

  it('ends when there is nothing to be told any more', async () => {
    const { jobs } = follow(streamOf(told('0.0', 'progress', 'queued')), 204);
    expect(await statuses(jobs)).toEqual(['queued']);
  });
});
