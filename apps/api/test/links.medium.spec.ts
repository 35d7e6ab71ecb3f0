import { systemClock } from '@rounds/adapters/clock';
import { hashToken, unsubscribeToken } from '@rounds/adapters/links/link-tokens';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { addArtefact, addLink, ALL_BLINDED, runDocument, subscriptionDocument } from './records.ts';

/** The pages that mailed links lead to: no token of an account, no script, words for every refusal. */
let bed: ApiBed;
let anna: string;
let token: string;
let linkId: string;
const text: Record<string, string> = {};
const SECRET = 'a secret of at least thirty-two characters';
const DAY_MS = 24 * 60 * 60 * 1000;

beforeAll(async () => {
  bed = await openApiBed('links', { workers: false });
  await bed.addStudy('S1', 'Marolimab <in> rheumatism & gout', '[blinded] <in> rheumatism & gout');
  anna = await bed.grant('anna@example.org', 'S1');
  const run = runDocument({ _id: 'run_1', requestedBy: anna, formats: ['xlsx', 'pdf'] });
  await bed.mongo.collection('runs').insertOne(run);
  text.pdf = await addArtefact(bed, run, ALL_BLINDED, 'pdf');
  text.xlsx = await addArtefact(bed, run, ALL_BLINDED, 'xlsx');
  await addArtefact(bed, run, { sites: 'all', unblinded: true }, 'csv');
  token = await addLink(bed.mongo, SECRET, { runId: 'run_1', recipientId: anna });
  linkId = hashToken(token);
});
afterAll(() => bed.close());
beforeEach(async () => {
  bed.clock.ahead = 0;
  await bed.mongo.collection('openings').deleteMany({});
  await bed.grant('anna@example.org', 'S1');
});

const openings = () =>
  bed.mongo
    .collection('openings')
    .find()
    .project({ _id: 0, what: 1, format: 1, userId: 1, linkId: 1 })
    .toArray();
const open = (format = 'pdf') => bed.call('POST', `/r/${token}/open`, { form: { format } });

describe('the page of a safe link', () => {
  it('says what it leads to, with one button a format of this recipient’s scope', async () => {
    const { status, text: page, headers } = await bed.call('GET', `/r/${token}`);
    expect(status).toBe(200);
    expect(page).toContain('Weekly study report');
    expect(page).toContain('S1 · [blinded] &lt;in&gt; rheumatism &amp; gout');
    expect(page).not.toContain('Marolimab');
    expect(page).toContain('9–15 November 2026');
    expect(page).toMatch(/Requested by<\/dt>\s*<dd>anna@example.org · 16 November 2026, \d\d:00/);
    expect(page).toMatch(/Reference<\/dt>\s*<dd>run_1</);
    expect(page).toMatch(/value="pdf"[^]*value="xlsx"/);
    expect(page).not.toContain('value="csv"');
    expect(page).toContain('<a href="/app/reports/run_1">Open in Rounds</a>');
    expect(page).not.toContain('<script');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain(
      `form-action 'self' ${bed.config.AWS_ENDPOINT_URL_S3}`,
    );
  });

  it('has the title of the study, which may name its drug, for unblinded readers', async () => {
    const recipientId = await bed.grant('carla@example.org', 'S1', { unblinded: true });
    const scope = { sites: 'all', unblinded: true } as const;
    const open = await addLink(bed.mongo, SECRET, { runId: 'run_1', recipientId, scope });
    const { text: page } = await bed.call('GET', `/r/${open}`);
    expect(page).toContain('S1 · Marolimab &lt;in&gt; rheumatism &amp; gout');
  });

  it('records a look as a look: a mail scanner that follows links downloads nothing', async () => {
    await bed.call('GET', `/r/${token}`);
    await fetch(`${bed.url}/r/${token}`, { method: 'HEAD' });
    expect((await openings()).filter(({ what }) => what === 'download')).toEqual([]);
    expect(await openings()).toContainEqual({ what: 'page', userId: anna, linkId });
  });

  it.each(['pdf', 'xlsx'])(
    'leads by its button to the %s itself, and records the download',
    async (format) => {
      const { status, headers } = await open(format);
      expect(status).toBe(303);
      const file = await fetch(headers.get('location') ?? '');
      expect(await file.text()).toBe(text[format]);
      expect(file.headers.get('content-disposition')).toBe(
        `attachment; filename="S1_study-weekly_2026-11-09_2026-11-16.${format}"`,
      );
      expect(await openings()).toEqual([{ what: 'download', format, userId: anna, linkId }]);
    },
  );

  it('leads to an address that is good for a minute and cannot be changed', async () => {
    const location = new URL((await open()).headers.get('location') ?? '');
    expect(Number(location.searchParams.get('X-Amz-Expires'))).toBe(60);
    location.pathname += 'x';
    expect((await fetch(location)).status).toBe(403);
  });

  it.each([['csv'], ['json'], ['exe'], ['']])(
    'refuses the format %p, which this scope does not have',
    async (format) => {
      const { status, text: page } = await open(format);
      expect(status).toBe(400);
      expect(page).toContain('not made in this format');
      expect(await openings()).toEqual([]);
    },
  );

  it('opens nothing where the study asks its readers to sign in, and leads to where they do', async () => {
    await bed.addRole('olga@example.org', 'operator');
    const set = (linkPolicy: string) =>
      bed.call('PUT', '/api/v1/studies/S1/link-policy', { as: 'olga@example.org', body: { linkPolicy } });
    expect((await set('sign-in')).status).toBe(200);
    const { status, text: page } = await bed.call('GET', `/r/${token}`);
    expect(status).toBe(200);
    expect(page).toContain('<a href="/app/reports/run_1">Sign in and open</a>');
    expect(page).not.toContain('<button');
    expect((await open()).status).toBe(403);
    expect(await openings()).toEqual([{ what: 'page', userId: anna, linkId }]);
    const [study] = (await bed.call('GET', '/api/v1/studies', { as: 'anna@example.org' })).json.items;
    expect(study).toMatchObject({ id: 'S1', linkPolicy: 'sign-in' });
    expect((await set('anybody')).json.errors).toMatchObject([
      { field: 'linkPolicy', code: 'unknown-option', values: { known: ['link', 'sign-in'] } },
    ]);
    await set('link');
    expect((await open()).status).toBe(303);
  });

  it('records an opening as one of the link, and as the person’s only where they were signed in', async () => {
    await open();
    await bed.call('GET', '/api/v1/jobs/run_1/download?format=pdf', { as: 'anna@example.org' });
    expect(await openings()).toEqual([
      { what: 'download', format: 'pdf', userId: anna, linkId },
      { what: 'download', format: 'pdf', userId: anna, linkId: null },
    ]);
  });

  it('says in words that the file is gone, and opens it again once it is restored', async () => {
    const { key } = (await bed.mongo.collection('artefacts').findOne({ format: 'pdf' })) ?? { key: '' };
    const bytes = await bed.objects.get(key);
    await bed.objects.remove(key);
    const { status, text: page } = await open();
    expect([status, /<h1>(.*?)<\/h1>/.exec(page)?.[1]]).toEqual([410, 'This file is gone']);
    expect(await openings()).toEqual([]);
    await bed.objects.put(key, bytes, 'application/pdf');
    expect((await open()).status).toBe(303);
    expect(await bed.mongo.collection('artefacts').countDocuments({ goneAt: { $exists: true } })).toBe(0);
  });

  it('says in words that it has expired, also to its button', async () => {
    bed.clock.ahead = 31 * DAY_MS;
    for (const { status, text: page } of [await bed.call('GET', `/r/${token}`), await open()]) {
      expect(status).toBe(410);
      expect(page).toContain('This link has expired');
      expect(page).not.toContain('Marolimab');
    }
  });

  it('says in words that it was withdrawn', async () => {
    const run = runDocument({ _id: 'run_revoked' });
    await bed.mongo.collection('runs').insertOne(run);
    await addArtefact(bed, run, ALL_BLINDED);
    const revoked = await addLink(bed.mongo, SECRET, {
      runId: run._id,
      recipientId: anna,
      revokedAt: systemClock(),
    });
    const { status, text: page } = await bed.call('GET', `/r/${revoked}`);
    expect(status).toBe(410);
    expect(page).toContain('This link was withdrawn');
  });

  it.each([
    ['has no membership any more', () => bed.mongo.collection('memberships').deleteOne({ userId: anna })],
    ['sees fewer sites now', () => bed.grant('anna@example.org', 'S1', { sites: ['701'] })],
  ])('opens nothing for a recipient who %s', async (_what, lose) => {
    await lose();
    for (const { status, text: page } of [await bed.call('GET', `/r/${token}`), await open()]) {
      expect(status).toBe(403);
      expect(page).toContain('You may not see this report any more');
      expect(page).not.toContain('Marolimab');
    }
    expect(await openings()).toEqual([]);
  });

  it('enters in the audit trail that an opening was refused, once an hour', async () => {
    await bed.mongo.collection('audit').deleteMany({});
    bed.clock.ahead = 31 * DAY_MS;
    for (let time = 0; time < 3; time += 1) await open();
    const entries = await bed.mongo.collection('audit').find().toArray();
    expect(entries).toMatchObject([
      { action: 'link.refuse', actorId: anna, studyId: 'S1', details: { code: 'LINK_EXPIRED' } },
    ]);
  });

  it('has its openings and downloads in a list for auditors, as the link’s and not as the person’s', async () => {
    await bed.addRole('auditor@example.org', 'auditor');
    await bed.mongo.collection('runs').updateOne({ _id: 'run_1' }, { $set: { requestedBy: anna } });
    await bed.call('GET', `/r/${token}`);
    await open();
    await bed.call('GET', '/api/v1/jobs/run_1/download?format=xlsx', { as: 'anna@example.org' });
    const list = async (query: string) =>
      (await bed.call('GET', `/api/v1/admin/openings?${query}`, { as: 'auditor@example.org' })).json;
    const file = { jobId: 'run_1', studyId: 'S1', user: 'anna@example.org', userId: anna };
    const all = await list('user=anna@example.org');
    expect(all.items).toMatchObject([
      { ...file, what: 'download', by: 'person', format: 'xlsx', heldBack: false },
      { ...file, what: 'download', by: 'link', format: 'pdf' },
      { ...file, what: 'page', by: 'link', format: null },
    ]);
    expect((await list('what=page&jobId=run_1&studyId=S1')).items).toEqual(all.items.slice(2));
    expect((await list('user=nobody@example.org')).items).toEqual([]);
    expect((await list('to=2020-01-01T00:00:00Z')).items).toEqual([]);
    const first = await list('limit=2');
    const rest = await list(`limit=2&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...rest.items]).toEqual(all.items);
  });

  it.each(['x', 'A'.repeat(43), '%00', '..%2f..%2fetc'])('knows no link %s', async (unknown) => {
    const { status, text: page } = await bed.call('GET', `/r/${unknown}`);
    expect(status).toBe(404);
    expect(page).toContain('This link leads nowhere');
  });
});

describe('the unsubscribe link', () => {
  let path: string;
  const optedOut = async () =>
    (await bed.mongo.collection('subscriptions').findOne({ _id: 'sub_1' }))?.optedOut;

  beforeEach(async () => {
    await bed.mongo.collection('subscriptions').deleteMany({});
    await bed.mongo
      .collection('subscriptions')
      .insertOne(subscriptionDocument({ recipients: [anna, 'usr_other'], optedOut: ['usr_other'] }));
    path = `/u/${unsubscribeToken(SECRET, 'sub_1', anna)}`;
  });

  it('asks first: looking changes nothing', async () => {
    const { status, text: page } = await bed.call('GET', path);
    expect(status).toBe(200);
    expect(page).toContain('Stop these mails?');
    expect(await optedOut()).toEqual(['usr_other']);
  });

  it('unsubscribes by one click of a mail program, as RFC 8058 has it, and again at no harm', async () => {
    for (let time = 1; time <= 2; time += 1) {
      const { status } = await bed.call('POST', path, { form: { 'List-Unsubscribe': 'One-Click' } });
      expect(status).toBe(200);
      expect(await optedOut()).toEqual(['usr_other', anna]);
    }
  });

  it('unsubscribes by one click in multipart/form-data, which RFC 8058 prefers', async () => {
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await bed.call('POST', path, { body })).status).toBe(200);
    expect(await optedOut()).toEqual(['usr_other', anna]);
    const wish = new FormData();
    wish.set('wish', 'receive');
    expect((await bed.call('POST', path, { body: wish })).text).toContain('Stop these mails?');
    expect(await optedOut()).toEqual(['usr_other']);
  });

  const part = (head: string, value = 'One-Click') =>
    `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
  const field = part('name="List-Unsubscribe"');
  it.each([
    ['a file', `${field}${part('name="x"; filename="x.txt"')}--b--\r\n`],
    ['a field without a name', `${field}${part('name=""')}--b--\r\n`],
    ['a name like a path', `${field}${part('name="a[99999]"')}--b--\r\n`],
    ['a long value', `${field}${part('name="x"', 'x'.repeat(5_000))}--b--\r\n`],
    ['many fields', `${field}${part('name="x"').repeat(50)}--b--\r\n`],
    ['a text before its parts', `A form:\r\n${field}--b--\r\n`],
    ['no part', '--b--\r\n'],
    ['no end', field],
  ])('unsubscribes by one click whatever the form holds: %s', async (_what, form) => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=b' };
    expect((await bed.call('POST', path, { bytes: Buffer.from(form), headers })).status).toBe(200);
    expect(await optedOut()).toEqual(['usr_other', anna]);
  });

  it('unsubscribes by the page’s button, and takes it back by the next page’s', async () => {
    const stopped = await bed.call('POST', path, { form: { wish: 'stop' } });
    expect(stopped.text).toContain('You get no more of these mails');
    expect(await optedOut()).toEqual(['usr_other', anna]);
    const again = await bed.call('POST', path, { form: { wish: 'receive' } });
    expect(again.text).toContain('Stop these mails?');
    expect(await optedOut()).toEqual(['usr_other']);
  });

  it.each([
    ['forged', () => `${path}x`],
    ['of another kind', () => `/u/${token}`],
    ['of a subscription that is gone', () => `/u/${unsubscribeToken(SECRET, 'sub_gone', anna)}`],
  ])('does nothing when it is %s', async (_what, forged) => {
    expect((await bed.call('GET', forged())).status).toBe(404);
    expect((await bed.call('POST', forged(), { form: { 'List-Unsubscribe': 'One-Click' } })).status).toBe(
      404,
    );
    expect(await optedOut()).toEqual(['usr_other']);
  });
});
