/** A user's own language and time zone, and the pages that speak to them in it. */
import { unsubscribeToken } from '@rounds/adapters/links/link-tokens';
import { LANGUAGES } from '@rounds/contracts/language';
import { openApiBed, type ApiBed, type Json } from './api-bed.ts';
import { addArtefact, addLink, ALL_BLINDED, runDocument, subscriptionDocument } from './records.ts';

const ANNA = 'anna@example.org';
const DAY_MS = 24 * 60 * 60 * 1000;

let bed: ApiBed;
let anna: string;
beforeAll(async () => {
  bed = await openApiBed('me', { workers: false });
  await bed.addStudy('S1');
  anna = await bed.grant(ANNA, 'S1');
});
afterAll(() => bed.close());

interface Me extends Json {
  readonly language: string;
  readonly timeZone: string | null;
}

const me = async () => {
  const { json, headers } = await bed.call('GET', '/api/v1/me', { as: ANNA });
  return { ...(json as Me), tag: headers.get('etag') ?? '' };
};
const change = (body: unknown, headers: Record<string, string> = {}) =>
  bed.call('PATCH', '/api/v1/me', { as: ANNA, body, headers });

describe('language and time zone', () => {
  it('are English and the subscription’s until somebody chooses, each for themselves', async () => {
    expect(await me()).toMatchObject({ language: 'en', timeZone: null, revision: 1 });
    const chosen = { language: 'de', timeZone: 'Asia/Tokyo' };
    expect((await change(chosen)).json).toMatchObject({ ...chosen, id: anna, revision: 2 });
    expect(await me()).toMatchObject(chosen);
    expect((await bed.call('GET', '/api/v1/me', { as: 'ben@example.org' })).json).toMatchObject({
      language: 'en',
    });
  });

  it('change one without the other; null takes the zone away', async () => {
    await change({ language: 'fr', timeZone: 'Europe/Paris' });
    expect((await change({ language: 'ja' })).json).toMatchObject({
      language: 'ja',
      timeZone: 'Europe/Paris',
    });
    expect((await change({ timeZone: null })).json).toMatchObject({ language: 'ja', timeZone: null });
    const { revision } = await me();
    expect((await change({})).json.revision).toBe(revision);
  });

  it.each([
    ['language', { language: 'tlh' }, { code: 'unknown-option', values: { known: LANGUAGES } }],
    ['timeZone', { timeZone: 'Berlin' }, { code: 'not-a-time-zone' }],
    ['name', { name: 'Anna' }, { code: 'unknown-field' }],
  ])('refuse a wrong %s by its rule', async (field, body, broken) => {
    const { status, json } = await change(body);
    expect([status, json.code]).toEqual([400, 'INVALID_INPUT']);
    expect(json.errors).toMatchObject([{ field, ...broken }]);
  });

  it('change only what was read, where the caller says so', async () => {
    const { tag } = await me();
    expect((await change({ language: 'es' }, { 'If-Match': tag })).status).toBe(200);
    const { status, json } = await change({ language: 'fr' }, { 'If-Match': tag });
    expect([status, json.code]).toEqual([412, 'PRECONDITION_FAILED']);
    expect(await me()).toMatchObject({ language: 'es' });
  });

  it('leave a trace of what was changed, not of what it is', async () => {
    await change({ language: 'de', timeZone: 'Europe/Berlin' });
    const [entry] = await bed.mongo
      .collection('audit')
      .find({ action: 'user.change', actorId: anna })
      .sort({ at: -1 })
      .toArray();
    expect(entry).toMatchObject({
      target: { type: 'user', id: anna },
      details: { fields: ['language', 'timeZone'] },
    });
  });
});

describe('the pages of a mail’s links', () => {
  const SECRET = 'a secret of at least thirty-two characters';
  let link: string;
  beforeAll(async () => {
    await change({ language: 'de', timeZone: 'Asia/Tokyo' });
    const run = runDocument({ _id: 'run_de' });
    await bed.mongo.collection('runs').insertOne(run);
    await addArtefact(bed, run, ALL_BLINDED, 'pdf');
    link = await addLink(bed.mongo, SECRET, { runId: 'run_de', recipientId: anna });
    await bed.mongo
      .collection('subscriptions')
      .insertOne(subscriptionDocument({ ownerId: anna, recipients: [anna] }));
  });
  afterEach(() => {
    bed.clock.ahead = 0;
  });

  it('speak to the recipient, on their clock', async () => {
    const { text } = await bed.call('GET', `/r/${link}`);
    expect(text).toContain('<html lang="de">');
    for (const words of [
      'Wöchentlicher Studienbericht',
      '9.–15. November 2026',
      'PDF herunterladen',
      'Asia/Tokyo',
    ])
      expect(text).toContain(words);
  });

  it('say in their language why they lead nowhere any more', async () => {
    bed.clock.ahead = 400 * DAY_MS;
    const { status, text } = await bed.call('GET', `/r/${link}`);
    expect(status).toBe(410);
    for (const words of [
      'Dieser Link ist abgelaufen',
      'Der Bericht selbst bleibt erhalten.',
      'Neuen Link per Mail schicken',
    ])
      expect(text).toContain(words);
    const unknown = await bed.call('GET', '/r/nonsense', {
      headers: { 'Accept-Language': 'fr-CH, en;q=0.5' },
    });
    expect(unknown.text).toContain('Ce lien ne mène nulle part');
  });

  it('let them leave in their language', async () => {
    const path = `/u/${unsubscribeToken(SECRET, 'sub_1', anna)}`;
    expect((await bed.call('GET', path)).text).toContain('Diese Mails abbestellen?');
    const { text } = await bed.call('POST', path, { form: { wish: 'stop' } });
    expect(text).toContain('Sie erhalten diese Mails nicht mehr');
  });
});

describe('languages that nobody has reviewed', () => {
  let careful: ApiBed;
  beforeAll(async () => {
    careful = await openApiBed('drafts', { workers: false, env: { ROUNDS_DRAFT_LANGUAGES: 'pl' } });
  });
  afterAll(() => careful.close());

  it('are offered where the installation allows them, and no others', async () => {
    const as = (language: string) => careful.call('PATCH', '/api/v1/me', { as: ANNA, body: { language } });
    expect((await as('pl')).json).toMatchObject({ language: 'pl', languages: ['en', 'pl'] });
    const { status, json } = await as('de');
    const values = { known: ['en', 'pl'], language: 'de' };
    expect([status, json.errors]).toMatchObject([
      400,
      [{ field: 'language', code: 'language-not-offered', values }],
    ]);
    expect((await as('en')).json).toMatchObject({ language: 'en' });
  });
});
