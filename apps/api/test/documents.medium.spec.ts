import { systemClock } from '@rounds/adapters/clock';
import { createDocumentsRepository } from '@rounds/adapters/mongo/documents.repository';
import { createMembershipsRepository } from '@rounds/adapters/mongo/memberships.repository';
import { directly } from '@rounds/adapters/testing/directly';
import type { Scope } from '@rounds/contracts/scope';
import { createHash, randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import sharp from 'sharp';
import { OBJECT_STORE } from '../src/platform/tokens.ts';
import { openApiBed, type ApiBed } from './api-bed.ts';

/** Documents come in over HTTP: bytes to a real S3 first, metadata to a real MongoDB. */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const SITE = 'site@example.org';
const STRANGER = 'stranger@example.org';
const NARRATIVE = Buffer.from('The subject felt “well” again.');

const subject = (number: number, siteId: string) => ({
  _id: `S1|DM|S1-${siteId}-${number}`,
  studyId: 'S1',
  domain: 'DM',
  key: `S1-${siteId}-${number}`,
  subject: `S1-${siteId}-${number}`,
  day: null,
  row: { USUBJID: `S1-${siteId}-${number}`, SITEID: siteId, ARM: 'Placebo' },
  hash: '',
  receivedAt: systemClock(),
  from: 1,
});

beforeAll(async () => {
  bed = await openApiBed('documents', { workers: false, env: { ROUNDS_UPLOAD_MB: '0.1' } });
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1', { unblinded: true });
  await bed.grant(SITE, 'S1', { sites: ['701'] });
  await bed.mongo.collection('records').insertMany([subject(1, '701'), subject(2, '702')]);
});
afterAll(() => bed.close());

interface Upload {
  readonly as?: string;
  readonly name?: string;
  readonly bytes?: Buffer;
  readonly fields?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly part?: string;
}

const upload = async ({
  as = ANNA,
  name = 'ae narrative.txt',
  bytes = NARRATIVE,
  part = 'file',
  ...more
}: Upload = {}) => {
  const form = new FormData();
  for (const [field, value] of Object.entries(more.fields ?? {})) form.set(field, value);
  form.set(part, new Blob([new Uint8Array(bytes)]), name);
  return bed.call('POST', '/api/v1/studies/S1/documents', { as, body: form, headers: more.headers ?? {} });
};
const stored = () => bed.mongo.collection('documents').countDocuments();

it('keeps the bytes by their hash, and says what it took them for', async () => {
  const { status, json } = await upload({ fields: { subject: 'S1-701-1', caption: ' At home. ' } });
  const sha256 = createHash('sha256').update(NARRATIVE).digest('hex');
  expect(status).toBe(201);
  expect(json).toMatchObject({
    ...{ kind: 'text', mediaType: 'text/plain', siteId: '701', subject: 'S1-701-1', sha256 },
    ...{ title: 'Ae narrative', caption: 'At home.', fileName: 'ae narrative.txt', bytes: NARRATIVE.length },
  });
  expect(await bed.objects.get(`documents/${sha256}`)).toEqual(NARRATIVE);
  const listed = await bed.call('GET', '/api/v1/studies/S1/documents', { as: ANNA });
  expect(listed.json.items[0]).toEqual(json);
  const entries = await bed.mongo.collection('audit').find({ action: 'document.upload' }).toArray();
  expect(entries).toMatchObject([{ studyId: 'S1', target: { id: json.id } }]);
  expect(JSON.stringify(entries)).not.toMatch(/narrative|At home/i);
});

it('believes the bytes of a picture and not its name, which may be in any script', async () => {
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#777' } })
    .jpeg()
    .toBuffer();
  const { json } = await upload({ name: 'Röntgen 胸部.png', bytes, fields: { siteId: '702' } });
  expect(json).toMatchObject({
    kind: 'image',
    mediaType: 'image/jpeg',
    title: 'Röntgen 胸部',
    siteId: '702',
  });
});

it.each<[string, Upload, number, string]>([
  ['no text', { bytes: Buffer.from([0, 1, 2]) }, 400, 'file'],
  ['no picture', { name: 'a.png' }, 400, 'file'],
  ['neither', { name: 'a.exe' }, 400, 'file'],
  ['empty', { bytes: Buffer.of() }, 400, 'file'],
  ['under another name', { part: 'document' }, 400, ''],
  ['with a field that is unknown', { fields: { site: '701' } }, 400, 'site'],
  ['too large', { bytes: Buffer.alloc(200_000, 'a') }, 413, ''],
  ['of an unknown subject', { fields: { subject: 'S1-999-9' } }, 422, 'subject'],
  ['of an unknown site', { fields: { siteId: '999' } }, 422, 'siteId'],
  ['of a subject at another site', { fields: { subject: 'S1-701-1', siteId: '702' } }, 422, 'siteId'],
  ['of a study that is none of theirs', { as: STRANGER }, 404, 'studyId'],
  ['of a site that is none of theirs', { as: SITE, fields: { siteId: '702' } }, 422, 'siteId'],
  ['of a subject elsewhere', { as: SITE, fields: { subject: 'S1-702-2' } }, 422, 'subject'],
  ['of the whole study, by a site', { as: SITE }, 403, 'siteId'],
])('takes nothing that is %s', async (_what, wish, status, field) => {
  const before = await stored();
  const refused = await upload(wish);
  expect(refused.status).toBe(status);
  if (field !== '') expect(refused.json.errors.map((fault) => fault.field)).toContain(field);
  expect(await stored()).toBe(before);
});

it('takes it from the site where it belongs', async () => {
  expect((await upload({ as: SITE, fields: { subject: 'S1-701-1' } })).status).toBe(201);
});

it('is done once for one key, and refused for the key with another file', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const one = await upload({ headers });
  const again = await upload({ headers });
  expect([again.status, again.json]).toEqual([201, one.json]);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  const other = await upload({ headers, bytes: Buffer.from('another text') });
  expect([other.status, other.json.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
});

it('takes forms with a file only', async () => {
  const { status } = await bed.call('POST', '/api/v1/studies/S1/documents', { as: ANNA, body: {} });
  expect(status).toBe(415);
});

it('records nothing where the bytes cannot be kept', async () => {
  const before = await stored();
  const put = jest.spyOn(bed.app.get<{ put: () => Promise<void> }>(OBJECT_STORE), 'put');
  put.mockRejectedValueOnce(new Error('no storage'));
  expect((await upload({ bytes: Buffer.from('lost') })).status).toBe(500);
  put.mockRestore();
  expect(await stored()).toBe(before);
});

describe('the list', () => {
  const list = async (query: string, as = ANNA) =>
    bed.call('GET', `/api/v1/studies/S1/documents?${query}`, { as });
  const titles = async (query: string) =>
    (await list(query)).json.items.map((item) => (item as never as { title: string }).title);

  beforeAll(async () => {
    await bed.mongo.collection('documents').deleteMany({});
    const document = (day: number, kind: 'text' | 'image', siteId: string | null, of: string | null) => ({
      _id: `doc_${day}`,
      ...{ studyId: 'S1', siteId, subject: of, kind, title: `of day ${day}`, caption: null },
      ...{ fileName: 'a.txt', mediaType: 'text/plain', key: 'documents/x', sha256: 'x', bytes: 1 },
      receivedAt: new Date(Date.UTC(2026, 10, day)),
    });
    await bed.mongo
      .collection('documents')
      .insertMany([
        document(1, 'text', '701', 'S1-701-1'),
        document(2, 'image', '702', 'S1-702-2'),
        document(3, 'text', null, null),
      ]);
  });

  it.each([
    ['kind=image', ['of day 2']],
    ['siteId=701', ['of day 1']],
    ['subject=S1-702-2', ['of day 2']],
    ['since=2026-11-02T00:00:00Z', ['of day 3', 'of day 2']],
    ['since=2026-11-02T01:00:00%2B01:00&kind=text', ['of day 3']],
    ['kind=text&limit=1', ['of day 3']],
  ])('can be narrowed: %s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  it('stays in order while documents come in between two pages', async () => {
    const first = await list('limit=1&kind=text');
    await upload();
    const next = await list(`limit=1&kind=text&cursor=${first.json.nextCursor ?? ''}`);
    expect(next.json.items.map(({ id }) => id)).toEqual(['doc_1']);
  });

  it.each(['kind=video', 'since=yesterday', 'site=701', 'siteId='])('refuses %s', async (query) => {
    expect((await list(query)).status).toBe(400);
  });
});

describe('one document', () => {
  const BLINDED = 'blinded@example.org';
  const MANAGER = 'manager@example.org';
  const SITE_MANAGER = 'site-manager@example.org';

  const grantManager = async (email: string, scope: Partial<Scope>) => {
    const userId = await bed.grant(email, 'S1', scope);
    const grant = { studyId: 'S1', userId, sites: 'all' as const, unblinded: false, ...scope, manages: true };
    await createMembershipsRepository(bed.mongo).grant(grant, systemClock(), directly);
  };
  beforeAll(async () => {
    await bed.grant(BLINDED, 'S1');
    await grantManager(MANAGER, {});
    await grantManager(SITE_MANAGER, { sites: ['701'] });
  });

  const add = async (fields: Record<string, string> = {}, bytes = Buffer.from('On Xanomeline since May.')) =>
    (await upload({ name: 'Xanomeline 胸部.txt', fields, bytes })).json.id;
  const ask = (method: string, id: string, as: string, more = '') =>
    bed.call(method, `/api/v1/studies/S1/documents/${id}${more}`, { as });
  const status = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).status;

  it('is shown with all of it to the unblinded, to others without a word that may name a treatment', async () => {
    const id = await add();
    expect((await ask('GET', id, ANNA)).json).toMatchObject({ title: 'Xanomeline 胸部' });
    const blinded = await ask('GET', id, BLINDED);
    expect(blinded.json).toMatchObject({ id, title: null, caption: null, fileName: null, sha256: null });
    expect(blinded.text).not.toMatch(/Xanomeline/);
  });

  it('has its bytes for the unblinded alone, whose opening stands in the trail', async () => {
    const id = await add();
    const { headers, text } = await ask('GET', id, ANNA, '/content');
    expect(text).toBe('On Xanomeline since May.');
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    expect(headers.get('content-disposition')).toBe(
      `inline; filename*=UTF-8''Xanomeline%20%E8%83%B8%E9%83%A8.txt`,
    );
    for (const as of [BLINDED, MANAGER]) {
      const refused = await ask('GET', id, as, '/content');
      expect([refused.status, refused.text.includes('Xanomeline')]).toEqual([403, false]);
      expect(JSON.stringify([...refused.headers])).not.toContain('Xanomeline');
    }
    const opened = () => bed.mongo.collection('audit').find({ action: 'document.open' }).toArray();
    expect((await opened()).map(({ target }) => target.id)).toEqual([id]);
    // Other bytes in its place, as by an import, are another thing that was opened.
    await bed.mongo.collection('documents').updateOne({ _id: id }, { $set: { sha256: 'other' } });
    await ask('GET', id, ANNA, '/content');
    expect((await opened()).map(({ details }) => details?.sha256)).toContain('other');
  });

  it('is for those alone who see whom it is about', async () => {
    const [here, there, all] = [
      await add({ subject: 'S1-701-1' }),
      await add({ subject: 'S1-702-2' }),
      await add(),
    ];
    const seen = await Promise.all([here, there, all].map((id) => status('GET', id, SITE)));
    expect(seen).toEqual([200, 404, 200]);
    expect(await status('GET', here, STRANGER)).toBe(404);
    expect(await status('GET', 'doc_none', ANNA)).toBe(404);
  });

  it('says so when the object store has it no longer', async () => {
    const bytes = Buffer.from('It will be gone.');
    const id = await add({}, bytes);
    await bed.objects.remove(`documents/${createHash('sha256').update(bytes).digest('hex')}`);
    expect((await ask('GET', id, ANNA, '/content')).json.code).toBe('ARTEFACT_GONE');
  });

  it('is removed by who looks after all whom it is about, and by nobody else', async () => {
    const [here, there, all] = [await add({ siteId: '701' }), await add({ siteId: '702' }), await add()];
    expect(await status('DELETE', here, ANNA)).toBe(403);
    expect(await status('DELETE', there, SITE_MANAGER)).toBe(404);
    expect(await status('DELETE', all, SITE_MANAGER)).toBe(403);
    expect(await status('DELETE', here, SITE_MANAGER)).toBe(204);
    expect(await status('DELETE', all, MANAGER)).toBe(204);
    expect(await status('DELETE', all, MANAGER)).toBe(404);
    const removed = await bed.mongo.collection('audit').find({ action: 'document.remove' }).toArray();
    expect(removed.map(({ target }) => target.id)).toEqual([here, all]);
    expect(JSON.stringify(removed)).not.toContain('Xanomeline');
    // Of a cut that holds them a report is made again.
    const sha256 = createHash('sha256').update('On Xanomeline since May.').digest('hex');
    expect(await bed.objects.size(`documents/${sha256}`)).not.toBeNull();
  });

  it('is not removed by what was known of it before another took its place', async () => {
    const documents = bed.mongo.collection('documents');
    const id = await add({ siteId: '701' });
    const read = await documents.findOne({ _id: id });
    await documents.updateOne({ _id: id }, { $set: { siteId: '702' } });
    if (read === null) throw new Error('The document is not there.');
    expect(await createDocumentsRepository(bed.mongo).remove(read, directly)).toBe(false);
    expect(await documents.findOne({ _id: id })).not.toBeNull();
  });
});
