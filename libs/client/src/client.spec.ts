import { createRoundsClient, type RoundsClientOptions } from './client.ts';
import { entries } from './pages.ts';
import { RoundsProblem, RoundsUnreachable } from './problem.ts';

/** What a server would answer, one after the other; the last one again and again. */
const server = (...answers: readonly (() => Response | Promise<Response>)[]) => {
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(request);
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    return answer === undefined ? new Response() : await answer();
  };
  const client = (options: Partial<RoundsClientOptions> = {}) =>
    createRoundsClient({ baseUrl: 'http://api.example/', token: 'secret', fetch, ...options });
  return { requests, client };
};

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    });

const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  json(
    { status, code, detail: 'No.', errors: [{ field: 'a', rule: 'must' }], requestId: 'r-1' },
    status,
    headers,
  );

const busy = (retryAfter = '0') => refusal(429, 'RATE_LIMITED', { 'Retry-After': retryAfter });
const broken = () => Promise.reject(new TypeError('fetch failed'));

describe('a request', () => {
  it('bears the token, and asks below the base URL with what the document names', async () => {
    const { requests, client } = server(json({ jobId: 'run_1' }));
    const job = await client({ token: () => Promise.resolve('fresh') }).get('/api/v1/jobs/{jobId}', {
      params: { path: { jobId: 'a/b' } },
    });
    expect(job.jobId).toBe('run_1');
    expect(requests[0]?.url).toBe('http://api.example/api/v1/jobs/a%2Fb');
    expect(requests[0]?.headers.get('Authorization')).toBe('Bearer fresh');
  });

  it('that makes something has a key of its own, unless it is given one', async () => {
    const { requests, client } = server(json({ jobId: 'run_1', status: 'queued' }, 202));
    const body = { studyId: 'S1', reportType: 'study-weekly' } as const;
    const rounds = client();
    await rounds.post('/api/v1/reports/generate', { body });
    await rounds.post('/api/v1/reports/generate', { body });
    await rounds.post('/api/v1/reports/generate', { body, headers: { 'Idempotency-Key': 'mine' } });
    const keys = requests.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys[2]).toBe('mine');
  });

  it('gives the response too where it is asked for', async () => {
    const { client } = server(json({ id: 'sub_1' }, 200, { ETag: '"1.x"' }));
    const { data, response } = await client().send('get', '/api/v1/subscriptions/{subscriptionId}', {
      params: { path: { subscriptionId: 'sub_1' } },
    });
    expect([data.id, response.headers.get('ETag')]).toEqual(['sub_1', '"1.x"']);
  });
});

describe('a refusal', () => {
  it('is an error with all that the problem says', async () => {
    const { client } = server(refusal(404, 'STUDY_NOT_FOUND'));
    const error = await client()
      .get('/api/v1/me')
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RoundsProblem);
    expect(error).toMatchObject({
      ...{ status: 404, code: 'STUDY_NOT_FOUND', message: 'No.', requestId: 'r-1' },
      errors: [{ field: 'a', rule: 'must' }],
    });
  });

  it('by a proxy that knows no problems is one all the same', async () => {
    const { client } = server(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(client({ retry: { attempts: 1 } }).get('/api/v1/me')).rejects.toMatchObject({
      ...{ status: 502, code: 'INTERNAL', message: expect.stringContaining('Bad gateway') as string },
    });
  });
});

describe('a request is sent again', () => {
  it.each([
    ['429', busy()],
    ['503', refusal(503, 'DEPENDENCY_DOWN', { 'Retry-After': '0' })],
    ['409 while its key is at work', refusal(409, 'CONFLICT', { 'Retry-After': '0' })],
    ['no answer', broken],
  ])('after %s', async (_what, answer) => {
    const { requests, client } = server(answer, json({ id: 'usr_1' }));
    expect(await client().get('/api/v1/me')).toEqual({ id: 'usr_1' });
    expect(requests).toHaveLength(2);
  });

  it('with the same key and body', async () => {
    const { requests, client } = server(broken, busy(), json({ jobId: 'run_1' }, 202));
    await client().post('/api/v1/reports/generate', { body: { studyId: 'S1', reportType: 'study-weekly' } });
    const sent = await Promise.all(
      requests.map(async (request) => [
        request.headers.get('Idempotency-Key'),
        await request.text().catch(() => ''),
      ]),
    );
    expect(new Set(sent.map(([key]) => key)).size).toBe(1);
    expect(sent.at(-1)?.[1]).toBe('{"studyId":"S1","reportType":"study-weekly"}');
  });

  it('at the date that the API names, by the API’s own clock', async () => {
    const [now, soon, late] = ['00:00:00', '00:00:01', '01:00:00'].map((at) => `Tue, 01 Mar 2016 ${at} GMT`);
    const answering = (after = '') =>
      server(refusal(503, 'DEPENDENCY_DOWN', { Date: now ?? '', 'Retry-After': after }), json({}));
    const patient = answering(soon);
    await patient.client().get('/api/v1/me');
    expect(patient.requests).toHaveLength(2);
    const hasty = answering(late);
    await expect(hasty.client().get('/api/v1/me')).rejects.toMatchObject({ status: 503 });
    expect(hasty.requests).toHaveLength(1);
  });

  it('as often as it may be, and not after more than it would wait', async () => {
    const patient = server(busy());
    await expect(patient.client({ retry: { attempts: 3 } }).get('/api/v1/me')).rejects.toMatchObject({
      status: 429,
    });
    expect(patient.requests).toHaveLength(3);
    const hasty = server(busy('3600'));
    await expect(hasty.client().get('/api/v1/me')).rejects.toMatchObject({ status: 429 });
    expect(hasty.requests).toHaveLength(1);
    await expect(
      server(broken)
        .client({ retry: { attempts: 2 } })
        .get('/api/v1/me'),
    ).rejects.toThrow(RoundsUnreachable);
  });

  it('not when it may not be done twice, nor when another conflict was meant', async () => {
    const changed = server(broken);
    const params = { path: { subscriptionId: 'sub_1' } };
    const change = changed.client().patch('/api/v1/subscriptions/{subscriptionId}', { params, body: {} });
    await expect(change).rejects.toThrow(RoundsUnreachable);
    const over = server(refusal(409, 'CONFLICT'));
    const stop = over.client().delete('/api/v1/subscriptions/{subscriptionId}', { params });
    await expect(stop).rejects.toMatchObject({ code: 'CONFLICT' });
    expect([changed.requests.length, over.requests.length]).toEqual([1, 1]);
  });

  it('not once its signal has fired', async () => {
    const { requests, client } = server(busy('5'));
    const asked = client().get('/api/v1/me', { signal: AbortSignal.timeout(20) });
    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(requests).toHaveLength(1);
  });
});

it('goes through a list to its end, asking for a page when it is needed', async () => {
  const { requests, client } = server(
    json({ items: [{ jobId: 'a' }, { jobId: 'b' }], nextCursor: 'next' }),
    json({ items: [{ jobId: 'c' }], nextCursor: null }),
  );
  const rounds = client();
  const seen: string[] = [];
  const jobs = entries((cursor) =>
    rounds.get('/api/v1/jobs', {
      params: { query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) } },
    }),
  );
  for await (const { jobId } of jobs) {
    if (jobId === 'b') expect(requests).toHaveLength(1);
    seen.push(jobId);
  }
  expect(seen).toEqual(['a', 'b', 'c']);
  expect(requests[1]?.url).toBe('http://api.example/api/v1/jobs?limit=2&cursor=next');
});
