import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { RoundsError } from '@rounds/contracts/errors';
import { createApi } from '../src/create-api.ts';
import { openApiBed, type ApiBed } from './api-bed.ts';

/** Jobs watched live, through two processes of the API. */
let bed: ApiBed;
let other: NestExpressApplication;
let otherUrl: string;
const ANNA = 'anna@example.org';
/** Open jobs of one caller, and streams. */
const MOST = 5;
let anna: string;

beforeAll(async () => {
  bed = await openApiBed('events', { env: { ROUNDS_OPEN_JOBS_CALLER: String(MOST) } });
  await bed.addStudy('S1');
  anna = await bed.grant(ANNA, 'S1');
  other = await createApi(bed.config);
  await other.listen(0, '127.0.0.1');
  otherUrl = `http://127.0.0.1:${(other.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(async () => {
  await other.close();
  await bed.close();
});
afterEach(() => {
  bed.fakes.mend();
  bed.fakes.release();
});

interface Told {
  readonly id: string;
  readonly event: string;
  readonly status: string;
  readonly step: string;
  readonly progress: number;
}

const read = (block: string): Told | undefined => {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
  const [id, event, data] = ['id', 'event', 'data'].map(field);
  if (id === undefined || event === undefined || data === undefined) return undefined;
  return { id, event, ...(JSON.parse(data) as Pick<Told, 'status' | 'step' | 'progress'>) };
};

const open = async (url: string, jobId: string, lastId?: string, signal?: AbortSignal): Promise<Response> =>
  fetch(`${url}/api/v1/jobs/${jobId}/events`, {
    headers: {
      Authorization: `Bearer ${await bed.issuer.issue(ANNA)}`,
      'Accept-Encoding': 'gzip',
      ...(lastId === undefined ? {} : { 'Last-Event-ID': lastId }),
    },
    ...(signal === undefined ? {} : { signal }),
  });

/** The events of a stream as they arrive. */
async function* told(response: Response): AsyncGenerator<Told> {
  let rest = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = read(block);
      if (event !== undefined) yield event;
    }
  }
}

const all = async (events: AsyncIterable<Told>): Promise<Told[]> => {
  const seen: Told[] = [];
  for await (const event of events) seen.push(event);
  return seen;
};

const generate = async (): Promise<string> => {
  const body = { studyId: 'S1', reportType: 'study-weekly' };
  return (await bed.call('POST', '/api/v1/reports/generate', { as: ANNA, body })).json.jobId;
};

const WHOLE = ['0.0', '0.1', '0.2', '0.3', '0.4', '0.5', '0.9'];

describe('the events of a job', () => {
  it('come as they happen, uncompressed, and end with it', async () => {
    bed.fakes.hold();
    const jobId = await generate();
    const response = await open(bed.url, jobId);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('content-encoding')).toBeNull();
    const seen: Told[] = [];
    for await (const event of told(response)) {
      seen.push(event);
      // It would wait for ever if this had not come before the rest.
      if (event.step === 'fetching-data') bed.fakes.release();
    }
    expect(seen.map(({ id }) => id)).toEqual(WHOLE);
    expect(seen.map(({ progress }) => progress)).toEqual([0, 0, 10, 40, 70, 90, 100]);
    expect(seen.at(-1)).toMatchObject({ event: 'end', status: 'completed', step: 'complete' });
  });

  it('go on in another process where they broke off, nothing lost and nothing twice', async () => {
    bed.fakes.hold();
    const jobId = await generate();
    const left = new AbortController();
    const seen: Told[] = [];
    for await (const event of told(await open(bed.url, jobId, undefined, left.signal))) {
      seen.push(event);
      if (event.step === 'fetching-data') break;
    }
    left.abort();
    bed.fakes.release();
    const rest = await all(told(await open(otherUrl, jobId, seen.at(-1)?.id)));
    expect([...seen, ...rest].map(({ id }) => id)).toEqual(WHOLE);
  });

  it('are told whole to whoever comes late, and not again to whoever knows the end', async () => {
    const jobId = await generate();
    await all(told(await open(bed.url, jobId)));
    expect((await all(told(await open(otherUrl, jobId)))).map(({ id }) => id)).toEqual(WHOLE);
    expect((await open(otherUrl, jobId, '0.9')).status).toBe(204);
  });

  it('go on after the job was resumed', async () => {
    bed.fakes.fail('aggregate', () => new RoundsError('CUT_CORRUPT', 'The cut is not whole.'));
    const jobId = await generate();
    const failed = await all(told(await open(bed.url, jobId)));
    expect(failed.at(-1)).toMatchObject({ id: '0.9', status: 'failed', error: { code: 'CUT_CORRUPT' } });
    bed.fakes.mend();
    expect((await bed.call('POST', `/api/v1/jobs/${jobId}/redrive`, { as: ANNA })).status).toBe(202);
    const resumed = await all(told(await open(bed.url, jobId, '0.9')));
    expect(resumed.map(({ id }) => id)).toEqual(['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.9']);
  });

  it.each([
    {
      what: 'their right ends',
      end: async (): Promise<void> => {
        await bed.mongo.collection('memberships').deleteOne({ userId: anna });
      },
      mend: async (): Promise<void> => {
        await bed.grant(ANNA, 'S1');
      },
    },
    {
      what: 'their token ends',
      end: () => Promise.resolve(void (bed.clock.ahead = 13 * 3_600_000)),
      mend: () => Promise.resolve(void (bed.clock.ahead = 0)),
    },
  ])('tell a watcher nothing more once $what', async ({ end, mend }) => {
    bed.fakes.hold();
    const jobId = await generate();
    const seen: Told[] = [];
    for await (const event of told(await open(bed.url, jobId))) {
      seen.push(event);
      if (event.step !== 'fetching-data') continue;
      await end();
      bed.fakes.release();
    }
    await mend();
    expect(seen.at(-1)).toMatchObject({ event: 'progress', step: 'fetching-data' });
    expect((await all(told(await open(bed.url, jobId)))).at(-1)).toMatchObject({ event: 'end' });
  });

  it('are sent in as many streams at once as one may have jobs open, and in one more when one has ended', async () => {
    bed.fakes.hold();
    const jobId = await generate();
    const left = new AbortController();
    const first = await open(bed.url, jobId, undefined, left.signal);
    const others = await Promise.all(Array.from({ length: MOST - 1 }, () => open(bed.url, jobId)));
    const refused = await bed.call('GET', `/api/v1/jobs/${jobId}/events`, { as: ANNA });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    left.abort();
    await expect(all(told(first))).rejects.toThrow();
    let next = await open(bed.url, jobId);
    while (next.status === 429) next = await open(bed.url, jobId);
    bed.fakes.release();
    for (const stream of [...others, next]) expect((await all(told(stream))).at(-1)?.event).toBe('end');
  });

  it('are not for everyone', async () => {
    const jobId = await generate();
    const refused = await bed.call('GET', `/api/v1/jobs/${jobId}/events`, { as: 'eve@example.org' });
    expect([refused.status, refused.json.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('end when the process stops; the watcher goes on elsewhere', async () => {
    bed.fakes.hold();
    const jobId = await generate();
    const third = await createApi(bed.config);
    await third.listen(0, '127.0.0.1');
    const { port } = third.getHttpServer().address() as AddressInfo;
    const seen: Told[] = [];
    let stopped: Promise<void> | undefined;
    for await (const event of told(await open(`http://127.0.0.1:${port}`, jobId))) {
      seen.push(event);
      if (event.step === 'fetching-data') stopped = third.close();
    }
    await stopped;
    bed.fakes.release();
    const rest = await all(told(await open(bed.url, jobId, seen.at(-1)?.id)));
    expect([...seen, ...rest].map(({ id }) => id)).toEqual(WHOLE);
  });
});
