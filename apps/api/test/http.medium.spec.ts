import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { parseCodecKeys } from '@rounds/adapters/temporal/codec';
import { encodePayloads } from '@rounds/adapters/temporal/codec-endpoint';
import { REPORT_TYPES } from '@rounds/report-types/catalogue';
import { openApiBed, UI_URL, type ApiBed } from './api-bed.ts';

/** What holds for every route: tokens, problems, headers, the document; and the codec endpoint. */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const PAGE = 'https://rounds.example.org';

beforeAll(async () => {
  bed = await openApiBed('http', {
    workers: false,
    env: { ROUNDS_CORS_ORIGINS: `${PAGE}, http://localhost:5173` },
  });
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1');
  await bed.addRole('operator@example.org', 'operator');
});
afterAll(() => bed.close());

const raw = (path: string, init: RequestInit = {}) => fetch(bed.url + path, { redirect: 'manual', ...init });

describe('tokens', () => {
  const me = (headers: Record<string, string>) => bed.call('GET', '/api/v1/me', { headers });

  it('say who asks; a user is made at the first sight and holds no right', async () => {
    const { status, json } = await bed.call('GET', '/api/v1/me', { as: 'New@Example.org' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ email: 'new@example.org', roles: [], studies: [] });
    const again = await bed.call('GET', '/api/v1/me', { as: 'new@example.org' });
    expect(again.json.id).toBe(json.id);
  });

  it('that have expired are told apart', async () => {
    const token = await bed.issuer.issue(ANNA, { seconds: -60 });
    const { status, json } = await bed.call('GET', '/api/v1/me', { token });
    expect([status, json.code, json.errors[0]?.field]).toEqual([401, 'TOKEN_EXPIRED', 'Authorization']);
  });

  it.each([
    ['nothing', ''],
    ['another scheme', 'Basic YTpi'],
    ['no token', 'Bearer'],
    ['two tokens', 'Bearer a b'],
    ['nonsense', 'Bearer nonsense'],
    ['an unsigned token', `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
  ])('are refused: %s', async (_what, header) => {
    const { status, json } = await me(header === '' ? {} : { Authorization: header });
    expect([status, json.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('problems', () => {
  const post = (body: string, type = 'application/json') =>
    bed.call('POST', '/api/v1/subscriptions', { as: ANNA, body, headers: { 'Content-Type': type } });

  it.each<[string, string, string, number, string, string]>([
    ['no JSON', '{"studyId":', 'application/json', 400, 'INVALID_INPUT', 'body'],
    ['a list', '[]', 'application/json', 400, 'INVALID_INPUT', 'body'],
    ['text', 'studyId=S1', 'text/plain', 415, 'UNSUPPORTED_MEDIA_TYPE', 'Content-Type'],
    [
      'a form',
      'studyId=S1',
      'application/x-www-form-urlencoded',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'Content-Type',
    ],
    ['in an unknown charset', '{}', 'application/json; charset=klingon', 415, 'UNSUPPORTED_MEDIA_TYPE', ''],
    [
      'too much',
      JSON.stringify({ studyId: 'x'.repeat(300_000) }),
      'application/json',
      413,
      'PAYLOAD_TOO_LARGE',
      '',
    ],
  ])('answer a body that is %s', async (_what, body, type, status, code, field) => {
    const refused = await post(body, type);
    expect([refused.status, refused.json.code]).toEqual([status, code]);
    if (field !== '') expect(refused.json.errors[0]?.field).toBe(field);
  });

  it.each([
    ['PUT', '/api/v1/me', 'GET, HEAD, PATCH'],
    ['DELETE', '/api/v1/subscriptions', 'GET, HEAD, POST'],
    ['PUT', '/api/v1/subscriptions/sub_1/pause', 'POST'],
    ['POST', '/healthz', 'GET, HEAD'],
  ])('answer %s %s by what the route takes: %s', async (method, path, allow) => {
    const response = await raw(path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect(await response.json()).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
  });

  it.each([
    ['GET', '/api/v1/nothing'],
    ['GET', '/'],
  ])('answer %s %s, which is no route', async (method, path) => {
    const response = await raw(path, { method });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      type: 'urn:rounds:problem:not-found',
      title: 'Not found',
      status: 404,
      code: 'NOT_FOUND',
      errors: [],
    });
  });

  it('refuse a body of 10 kB that is nothing but nested, whatever it nests', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const depth = Math.floor(10_000 / (open.length + close.length));
      const nested = `${open.repeat(depth)}1${close.repeat(depth)}`;
      const body = `{"studyId":"S1","reportType":"study-weekly","parameters":{"sites":${nested}}}`;
      const answer = await bed.call('POST', '/api/v1/reports/generate', { as: ANNA, body });
      expect([answer.status, answer.json.errors]).toEqual([
        400,
        [
          {
            field: 'body',
            code: 'nested-too-deep',
            values: { max: 32 },
            rule: 'must be nested 32 levels deep at most',
          },
        ],
      ]);
    }
  });

  it('answer TRACE as any other method that a route has not', async () => {
    const { port } = new URL(bed.url);
    const asked = request({ host: '127.0.0.1', port, path: '/api/v1/me', method: 'TRACE' }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(405);
    expect(response.headers.allow).toBe('GET, HEAD, PATCH');
    response.resume();
  });

  it('refuse titles with a line break or a NUL', async () => {
    for (const sign of ['\r\n', '\n', '\u0000', '\u0085', '\u2028']) {
      const body = { name: 'monthly', reportType: 'study-weekly', title: `A${sign}B` };
      const answer = await bed.call('POST', '/api/v1/templates', { as: ANNA, body });
      expect([answer.status, answer.json.errors[0]?.field]).toEqual([400, 'title']);
    }
  });

  it('answer an address that cannot be read', async () => {
    const response = await raw('/api/v1/jobs/%E0%A4%A', {
      headers: { Authorization: `Bearer ${await bed.issuer.issue(ANNA)}` },
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      400,
      'INVALID_INPUT',
    ]);
  });

  it('of our own show nothing of what lies behind them', async () => {
    // A record that no code wrote: its reading fails deep inside.
    await bed.mongo.collection('subscriptions').insertOne({
      _id: 'sub_broken',
      studyId: 'S1',
      ownerId: (await bed.call('GET', '/api/v1/me', { as: ANNA })).json.id,
    } as never);
    const { status, json } = await bed.call('GET', '/api/v1/subscriptions/sub_broken', { as: ANNA });
    await bed.mongo.collection('subscriptions').deleteOne({ _id: 'sub_broken' });
    expect(status).toBe(500);
    expect(json).toMatchObject({ code: 'INTERNAL', errors: [] });
    expect(JSON.stringify(json)).not.toMatch(/undefined|TypeError|\.ts|iterable/);
  });
});

describe('headers', () => {
  it('carry the caller’s request id, or a new one where it is none', async () => {
    const kept = await bed.call('GET', '/api/v1/me', { headers: { 'X-Request-Id': 'trace-0123456789' } });
    expect(kept.headers.get('x-request-id')).toBe('trace-0123456789');
    expect(kept.json.requestId).toBe('trace-0123456789');
    const made = await bed.call('GET', '/healthz', { headers: { 'X-Request-Id': '<script>' } });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('let nobody keep, frame or sniff an answer, and do not say what serves it', async () => {
    const { headers } = await raw('/healthz');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('compression', () => {
  it('is used for what is large, where it is understood', async () => {
    const asked = (encoding: string) =>
      raw('/api/openapi.json', { headers: { 'Accept-Encoding': encoding } });
    const packed = await asked('gzip');
    expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual([
      'gzip',
      expect.stringContaining('Accept-Encoding'),
    ]);
    expect((await asked('identity')).headers.get('content-encoding')).toBeNull();
    expect(await packed.json()).toMatchObject({ openapi: '3.1.0' });
  });
});

describe('pages of other origins', () => {
  const ask = (origin: string, path = '/api/v1/subscriptions') =>
    raw(path, { method: 'OPTIONS', headers: { Origin: origin, 'Access-Control-Request-Method': 'PATCH' } });

  it('are let in where they are configured, with the headers that they need', async () => {
    const { status, headers } = await ask(PAGE);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, PAGE]);
    expect(headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(headers.get('access-control-allow-headers')).toMatch(/Authorization.*Idempotency-Key.*If-Match/);
    const answer = await raw('/api/v1/me', { headers: { Origin: PAGE } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(PAGE);
    expect(answer.headers.get('access-control-expose-headers')).toContain('ETag');
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  it('are kept out otherwise, and of the pages and payloads always', async () => {
    const origins = [
      await ask('https://evil.example'),
      await ask(PAGE, '/codec/decode'),
      await ask(PAGE, '/u/x'),
    ];
    expect(origins.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('the document', () => {
  it('is OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const document = (await (await raw('/api/openapi.json')).json()) as Record<string, unknown>;
    expect(document.openapi).toBe('3.1.0');
    const { schemas } = document.components as { schemas: Record<string, object> };
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
    for (const [, name] of references) expect(Object.keys(schemas)).toContain(name);
  });

  it('says of every route what it does, and that it may be refused', async () => {
    const { paths } = (await (await raw('/api/openapi.json')).json()) as {
      paths: Record<
        string,
        Record<string, { summary?: string; operationId: string; responses: object; security?: object[] }>
      >;
    };
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ ...operation, name: `${method} ${path}`, path })),
    );
    for (const { name, path, summary, responses, security } of operations) {
      expect([name, summary]).toEqual([name, expect.any(String)]);
      // Of a route that needs no token the document says so: it may need no server either.
      if (path.startsWith('/api/v1') && security?.length !== 0)
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '500', '503']));
    }
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  it('has a page to try it on', async () => {
    const page = await raw('/api/docs');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('swagger-ui');
    for (const asset of ['swagger-ui-bundle.js', 'swagger-ui.css', 'swagger-ui-init.js'])
      expect((await raw(`/api/docs/${asset}`)).status).toBe(200);
  });

  it('has the catalogue’s schemas be JSON Schema', async () => {
    const { json } = await bed.call('GET', '/api/v1/report-types', { as: ANNA });
    const items = json.items as unknown as { id: string }[];
    expect(items.map(({ id }) => id)).toEqual(Object.keys(REPORT_TYPES));
    for (const item of items)
      expect(item).toMatchObject({
        formats: ['pdf', 'xlsx', 'csv', 'json'],
        parameters: { type: 'object', properties: { asOf: { type: 'string' } }, additionalProperties: false },
        sections: expect.arrayContaining([
          { id: 'data-quality', title: 'Data quality', always: true },
        ]) as unknown,
        onDemandOnly: ['asOf', 'timeZone'],
      });
  });

  it('tells of each parameter what it takes', async () => {
    const { json } = await bed.call('GET', '/api/v1/report-types', { as: ANNA });
    const items = json.items as unknown as { id: string; parameters: unknown }[];
    expect(items.find(({ id }) => id === 'safety-weekly')?.parameters).toMatchObject({
      properties: {
        minimumSeverity: { enum: ['MILD', 'MODERATE', 'SEVERE'], default: 'SEVERE' },
        narratives: { type: 'boolean', default: true },
      },
    });
  });
});

describe('the codec endpoint', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const plain = {
    payloads: [{ metadata: { encoding: base64('json/plain') }, data: base64('{"studyId":"S1"}') }],
  };
  const encrypted = () => encodePayloads(parseCodecKeys(bed.config.ROUNDS_CODEC_KEYS), plain);
  const decode = async (headers: Record<string, string>, as?: string) =>
    bed.call('POST', '/codec/decode', {
      body: await encrypted(),
      headers,
      ...(as === undefined ? {} : { as }),
    });

  it('decodes for an operator, and for nobody else', async () => {
    const { status, json } = await decode({}, 'operator@example.org');
    expect([status, json]).toEqual([200, plain]);
    expect((await decode({}, ANNA)).json.code).toBe('FORBIDDEN');
    expect((await decode({})).json.code).toBe('UNAUTHENTICATED');
  });

  it('decodes for the Web UI while developing, and lets its page alone read the answer', async () => {
    const { status, json, headers } = await decode({ Origin: UI_URL, 'X-Namespace': 'rounds' });
    expect([status, json]).toEqual([200, plain]);
    expect(headers.get('access-control-allow-origin')).toBe(UI_URL);
    expect(headers.get('vary')).toContain('Origin');
    const other = await decode({ Origin: 'http://evil.example' });
    expect(other.status).toBe(401);
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('answers the browser’s question before', async () => {
    const ask = (origin: string) => raw('/codec/decode', { method: 'OPTIONS', headers: { Origin: origin } });
    const { status, headers } = await ask(UI_URL);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-headers')).toContain('X-Namespace');
    expect((await ask('http://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('encodes what an operator sends, and not as it came', async () => {
    const { json } = await bed.call('POST', '/codec/encode', { as: 'operator@example.org', body: plain });
    expect(JSON.stringify(json)).not.toContain(base64('{"studyId":"S1"}'));
    const back = await bed.call('POST', '/codec/decode', { as: 'operator@example.org', body: json });
    expect(back.json).toEqual(plain);
  });

  it('refuses another shape, and bytes that no key opens', async () => {
    const as = 'operator@example.org';
    expect((await bed.call('POST', '/codec/decode', { as, body: { payloads: 3 } })).json.code).toBe(
      'INVALID_INPUT',
    );
    const { payloads } = await encrypted();
    const torn = { payloads: payloads.map((payload) => ({ ...payload, data: base64('torn') })) };
    expect((await bed.call('POST', '/codec/decode', { as, body: torn })).json.code).toBe('UNPROCESSABLE');
  });

  it('takes payloads that are larger than any other body', async () => {
    const large = {
      payloads: [{ metadata: { encoding: base64('json/plain') }, data: base64('x'.repeat(1_000_000)) }],
    };
    const { status } = await bed.call('POST', '/codec/encode', { as: 'operator@example.org', body: large });
    expect(status).toBe(200);
  });
});
