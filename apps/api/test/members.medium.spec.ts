/** Who may say who sees a study, and what: with the API and MongoDB. */
import { jest } from '@jest/globals';
import { systemClock } from '@rounds/adapters/clock';
import type { ClientSession } from '@rounds/adapters/mongo/client';
import {
  createMembershipsRepository,
  type MembershipsRepository,
} from '@rounds/adapters/mongo/memberships.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { directly } from '@rounds/adapters/testing/directly';
import type { Scope } from '@rounds/contracts/scope';
import { openApiBed, type ApiBed, type Call } from './api-bed.ts';

const OPERATOR = 'operator@example.org';
const MANAGER = 'manager@example.org';
const BLINDED = 'blinded-manager@example.org';
const SITE = 'site-manager@example.org';
const ANNA = 'anna@example.org';

let bed: ApiBed;

const row = (subject: string, siteId: string) => ({
  ...{ _id: `S1|DM|${subject}`, studyId: 'S1', domain: 'DM', key: subject, subject, day: null },
  ...{ row: { USUBJID: subject, SITEID: siteId }, hash: subject, receivedAt: systemClock(), from: 1 },
});

const grantManager = async (email: string, scope: Partial<Scope>): Promise<void> => {
  const userId = await bed.grant(email, 'S1', scope);
  const grant = { studyId: 'S1', userId, sites: 'all' as const, unblinded: false, ...scope, manages: true };
  await createMembershipsRepository(bed.mongo).grant(grant, systemClock(), directly);
};

beforeAll(async () => {
  bed = await openApiBed('members', { workers: false });
  await bed.addStudy('S1');
  await bed.mongo.collection('studies').updateOne({ _id: 'S1' }, { $set: { generation: 1 } });
  await bed.mongo.collection('records').insertMany([row('A', '701'), row('B', '702')]);
  await bed.addRole(OPERATOR, 'operator');
  await grantManager(MANAGER, { unblinded: true });
  await grantManager(BLINDED, {});
  await grantManager(SITE, { sites: ['701'] });
});
beforeEach(async () => {
  await bed.mongo.collection('memberships').deleteMany({ userId: (await idOf(ANNA)) ?? '' });
});
afterAll(() => bed.close());

const idOf = async (email: string) => (await bed.mongo.collection('users').findOne({ email }))?._id;

const WHY = { 'Audit-Reason': 'The data safety board asked for it.' };

const set = (as: string, person: string, body: object, call: Call = {}) =>
  bed.call('PUT', `/api/v1/studies/S1/members/${person}`, {
    as,
    body: { sites: 'all', ...body },
    ...call,
  });
const remove = (as: string, person: string, call: Call = {}) =>
  bed.call('DELETE', `/api/v1/studies/S1/members/${person}`, { as, ...call });
const list = async (as: string, query = '') => {
  const { status, json } = await bed.call('GET', `/api/v1/studies/S1/members${query}`, { as });
  return { status, emails: (json.items as unknown as { email: string }[]).map(({ email }) => email).sort() };
};

describe('a manager', () => {
  it('gives what they hold themselves, also to somebody whom nobody knows yet', async () => {
    const { status, json } = await set(BLINDED, 'New.Person@example.org', { sites: ['702', '701'] });
    expect(status).toBe(200);
    expect(json).toMatchObject({ sites: ['701', '702'], unblinded: false, manages: false, revision: 1 });
    const me = await bed.call('GET', '/api/v1/me', { as: 'new.person@example.org' });
    expect(me.json).toMatchObject({ studies: [{ id: 'S1', sites: ['701', '702'], manages: false }] });
    await remove(BLINDED, 'new.person@example.org');
  });

  it.each([
    ['unblinded one does not give arms', BLINDED, ANNA, { unblinded: true }],
    ['one of a site gives no other', SITE, ANNA, { sites: ['702'] }],
    ['one of a site gives not all', SITE, ANNA, {}],
    ['one of a site changes nobody who sees more', SITE, BLINDED, { sites: ['701'] }],
    ['blinded one changes nobody who is unblinded', BLINDED, MANAGER, {}],
    ['one changes not what they hold themselves', MANAGER, MANAGER, {}],
    ['operator neither', OPERATOR, OPERATOR, {}],
  ])('%s', async (_what, as, person, body) => {
    const before = await bed.mongo.collection('memberships').find().sort({ _id: 1 }).toArray();
    const { status, json } = await set(as, person, body, { headers: WHY });
    expect([status, json.code]).toEqual([403, 'FORBIDDEN']);
    expect(await bed.mongo.collection('memberships').find().sort({ _id: 1 }).toArray()).toEqual(before);
  });

  it('makes no account of somebody to whom nothing is given', async () => {
    await set(BLINDED, 'nobody@example.org', { unblinded: true }, { headers: WHY });
    expect(await idOf('nobody@example.org')).toBeUndefined();
  });

  it('takes rights away, but from nobody who holds more', async () => {
    await set(SITE, ANNA, { sites: ['701'] });
    expect((await remove(SITE, ANNA)).status).toBe(204);
    expect((await remove(SITE, ANNA)).status).toBe(404);
    expect((await remove(SITE, MANAGER)).status).toBe(403);
    expect((await bed.call('GET', '/api/v1/studies/S1/documents', { as: ANNA })).status).toBe(404);
  });

  it('sees those of their own sites, and no member who is none sees any', async () => {
    await set(OPERATOR, ANNA, { sites: ['701'] });
    expect(await list(SITE)).toEqual({ status: 200, emails: [ANNA, SITE] });
    expect((await list(MANAGER)).emails).toEqual([ANNA, BLINDED, MANAGER, SITE].sort());
    expect((await bed.call('GET', '/api/v1/studies/S1/members', { as: ANNA })).status).toBe(403);
    const { json } = await bed.call('GET', '/api/v1/studies/S1/members?limit=1', { as: OPERATOR });
    expect([json.items.length, json.nextCursor]).toEqual([1, expect.any(String)]);
  });

  it('loses it with the right', async () => {
    await grantManager(ANNA, {});
    expect((await list(ANNA)).status).toBe(200);
    await set(OPERATOR, ANNA, {});
    expect((await bed.call('GET', '/api/v1/studies/S1/members', { as: ANNA })).status).toBe(403);
  });
});

describe('unblinding', () => {
  it('needs a reason, which the trail keeps', async () => {
    const refused = await set(MANAGER, ANNA, { unblinded: true });
    expect([refused.status, refused.json.errors[0]?.field]).toEqual([400, 'Audit-Reason']);
    expect((await set(MANAGER, ANNA, { unblinded: true }, { headers: WHY })).status).toBe(200);
    const [entry] = await bed.mongo
      .collection('audit')
      .find({ action: 'membership.grant', 'target.id': (await idOf(ANNA)) ?? '' })
      .sort({ at: -1 })
      .toArray();
    expect(entry).toMatchObject({
      ...{ reason: WHY['Audit-Reason'], studyId: 'S1', actorId: (await idOf(MANAGER)) ?? '' },
      after: { unblinded: true },
    });
  });
});

describe('a change', () => {
  it('is made to what was read, or not at all', async () => {
    const first = await set(MANAGER, ANNA, { sites: ['701'] });
    const ETag = first.headers.get('etag') ?? '';
    const second = await set(MANAGER, ANNA, { sites: ['702'] }, { headers: { 'If-Match': ETag } });
    expect([second.status, second.json.revision]).toEqual([200, first.json.revision + 1]);
    expect((await set(MANAGER, ANNA, {}, { headers: { 'If-Match': ETag } })).status).toBe(412);
    expect((await remove(MANAGER, ANNA, { headers: { 'If-Match': ETag } })).status).toBe(412);
    expect(
      (await remove(MANAGER, ANNA, { headers: { 'If-Match': second.headers.get('etag') ?? '' } })).status,
    ).toBe(204);
  });

  it('is not made to a right that was taken away and given anew', async () => {
    const memberships = createMembershipsRepository(bed.mongo);
    const userId = await bed.grant(ANNA, 'S1', { sites: ['701'] });
    const read = await memberships.find('S1', userId);
    await memberships.revoke('S1', userId, directly);
    await bed.grant(ANNA, 'S1', { sites: ['702'] });
    const grant = { studyId: 'S1', userId, sites: 'all' as const, unblinded: false };
    expect(await memberships.replace(read, grant, systemClock(), directly)).toBeNull();
  });

  it('is not made to a right that was given anew, by a tag of the one before it', async () => {
    const { headers, json } = await set(MANAGER, ANNA, { sites: ['701'] });
    const match = { 'If-Match': headers.get('etag') ?? '' };
    await remove(MANAGER, ANNA);
    const anew = await set(MANAGER, ANNA, { sites: ['701'] });
    expect(anew.json.revision).toBeGreaterThan(json.revision);
    expect((await set(MANAGER, ANNA, {}, { headers: match })).status).toBe(412);
    expect((await remove(MANAGER, ANNA, { headers: match })).status).toBe(412);
  });

  it('is not made to a right that was taken and given on the server, likewise', async () => {
    const { headers } = await set(MANAGER, ANNA, {});
    const memberships = createMembershipsRepository(bed.mongo);
    await memberships.revoke('S1', (await idOf(ANNA)) ?? '', directly);
    await bed.grant(ANNA, 'S1');
    const match = { 'If-Match': headers.get('etag') ?? '' };
    expect((await set(MANAGER, ANNA, {}, { headers: match })).status).toBe(412);
  });

  it('of what there is gives nothing to who holds nothing', async () => {
    for (const tag of ['*', '"0"', '"1"']) {
      const { status } = await set(MANAGER, ANNA, {}, { headers: { 'If-Match': tag } });
      expect([tag, status]).toEqual([tag, 412]);
    }
    await set(MANAGER, ANNA, { sites: ['701'] });
    expect((await set(MANAGER, ANNA, {}, { headers: { 'If-Match': '*' } })).status).toBe(200);
  });

  it('to what is so already is none', async () => {
    await set(MANAGER, ANNA, {});
    const count = () => bed.mongo.collection('audit').countDocuments({ action: 'membership.grant' });
    const before = await count();
    expect((await set(MANAGER, ANNA, {})).status).toBe(200);
    expect(await count()).toBe(before);
  });

  it.each([undefined, {}, { unblinded: true }])('that names no sites, %p, is none', async (body) => {
    const call = { as: MANAGER, body, headers: WHY };
    const { status, json } = await bed.call('PUT', `/api/v1/studies/S1/members/${ANNA}`, call);
    expect([status, json.errors[0]?.field]).toEqual([400, 'sites']);
  });

  it('to a site that the study has not is a slip of the pen', async () => {
    const { status, json } = await set(MANAGER, ANNA, { sites: ['701', '999'] });
    expect([status, json.errors[0]?.field]).toEqual([422, 'sites.1']);
  });

  it.each([
    ['somebody unknown by id', 'usr_unknown', 404],
    ['what is no address', 'anna@', 400],
  ])('to %s is refused', async (_what, person, status) => {
    expect((await set(MANAGER, person, {})).status).toBe(status);
  });

  it('of a study that one is no member of, or that is none, is as if there were none', async () => {
    await bed.addStudy('S2');
    for (const studyId of ['S2', 'S3'])
      expect(
        (
          await bed.call('PUT', `/api/v1/studies/${studyId}/members/${ANNA}`, {
            as: MANAGER,
            body: { sites: 'all' },
          })
        ).json.code,
      ).toBe('STUDY_NOT_FOUND');
    expect((await bed.call('GET', '/api/v1/studies/S3/members', { as: OPERATOR })).status).toBe(404);
  });
});

describe('who loses their own right while they change somebody else’s', () => {
  const LEAVING = 'leaving@example.org';
  const taken = {
    manager: async (session: ClientSession) =>
      bed.mongo.collection('memberships').deleteOne({ userId: (await idOf(LEAVING)) ?? '' }, { session }),
    operator: (session: ClientSession) =>
      bed.mongo.collection('users').updateOne({ email: LEAVING }, { $set: { roles: [] } }, { session }),
  };
  const memberships = () => bed.app.get<MembershipsRepository>(createMembershipsRepository);
  const users = () => bed.app.get<UsersRepository>(createUsersRepository);
  const held = async () =>
    (await memberships().find('S1', (await idOf(ANNA)) ?? 'unknown'))?.sites ?? 'nothing';

  /** Whoever takes the right has not ended yet when the change begins, and ends once the change runs into them. */
  const whileTaken = (whose: keyof typeof taken, change: () => ReturnType<typeof set>) =>
    bed.mongo.client.withSession(async (session) => {
      session.startTransaction();
      await taken[whose](session);
      const runsInto = <Args extends unknown[], T>(ask: (...args: Args) => Promise<T>) =>
        jest.fn(async (...args: Args) => {
          try {
            return await ask(...args);
          } catch (error) {
            if (session.inTransaction()) await session.commitTransaction();
            throw error;
          }
        });
      const asked = { use: runsInto(memberships().use), useRole: runsInto(users().useRole) };
      jest.spyOn(memberships(), 'use').mockImplementation(asked.use);
      jest.spyOn(users(), 'useRole').mockImplementation(asked.useRole);
      return (await change()).status;
    });

  beforeEach(() => grantManager(LEAVING, { sites: ['701'] }));
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('gives nothing any more', async () => {
    expect(await whileTaken('manager', () => set(LEAVING, ANNA, { sites: ['701'] }))).toBe(404);
    expect(await held()).toBe('nothing');
  });

  it('gives as an operator no more than is left to them as a member', async () => {
    await bed.addRole(LEAVING, 'operator');
    expect(await whileTaken('operator', () => set(LEAVING, ANNA, {}))).toBe(403);
    expect(await held()).toBe('nothing');
  });

  it('takes nothing any more', async () => {
    await set(OPERATOR, ANNA, { sites: ['701'] });
    expect(await whileTaken('manager', () => remove(LEAVING, ANNA))).toBe(404);
    expect(await held()).toEqual(['701']);
  });
});

describe('people', () => {
  const find = (as: string, query: string) =>
    bed.call('GET', `/api/v1/users?query=${encodeURIComponent(query)}`, { as });

  it('are found by a part of their address, by who looks after members alone', async () => {
    const { json } = await find(SITE, 'MANAGER@example');
    expect((json.items as unknown as { email: string }[]).map(({ email }) => email)).toEqual([
      ...[BLINDED, MANAGER, SITE],
    ]);
    await set(OPERATOR, ANNA, {});
    expect((await find(ANNA, 'manager')).status).toBe(403);
    expect((await find(SITE, '.*')).json.items).toEqual([]);
    expect((await find(SITE, 'a')).status).toBe(400);
  });
});
