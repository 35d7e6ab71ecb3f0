/** Who a token speaks for, with a real provider, the API and MongoDB. */
import { directly } from '@rounds/adapters/testing/directly';
import { createUsersRepository } from '@rounds/adapters/mongo/users.repository';
import { startOidcProvider, type OidcProvider } from '@rounds/adapters/testing/oidc-provider';
import { openApiBed, type ApiBed } from './api-bed.ts';

let provider: OidcProvider;
let bed: ApiBed;

beforeAll(async () => {
  provider = await startOidcProvider();
  const env = {
    ROUNDS_AUTH: 'oidc',
    ROUNDS_OIDC_ISSUER: provider.issuer,
    ROUNDS_OIDC_AUDIENCE: 'rounds',
    ROUNDS_OIDC_TRUSTED_DOMAINS: 'sponsor.example, XN--BCHER-KVA.example',
  };
  bed = await openApiBed('signin', { workers: false, env });
});
afterAll(async () => {
  await bed.close();
  await provider.close();
});

const me = async (sub: string, email: string, claims: object = {}) =>
  bed.call('GET', '/api/v1/me', {
    token: await provider.sign({ sub, email, email_verified: true, ...claims }),
  });

/** Whose account opened. */
const idOf = async (answer: { json: object }): Promise<string> => {
  const { email } = answer.json as { email: string };
  const [user] = await createUsersRepository(bed.mongo).findByEmails([email]);
  return user?._id ?? 'nobody';
};

const entries = (id: string) =>
  bed.mongo
    .collection('audit')
    .find({ 'target.id': id })
    .sort({ at: 1 })
    .map(({ action, actorId }) => [action, actorId])
    .toArray();

describe('signing in', () => {
  it('makes an account without any right of whom nobody knows, and finds it again by issuer and subject', async () => {
    const first = await me('nina-1', 'nina@anywhere.example');
    expect(first.json).toMatchObject({ email: 'nina@anywhere.example', roles: [] });
    const again = await me('nina-1', 'nina@anywhere.example');
    expect(again.json).toEqual(first.json);
  });

  it('binds an account that was made by its address alone where the issuer is trusted for the domain, once', async () => {
    const id = await bed.grant('anna@sponsor.example', 'S1');
    const [one, other] = await Promise.all([
      me('anna-1', 'Anna@Sponsor.example'),
      me('anna-1', 'anna@sponsor.example'),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(await idOf(one)).toBe(id);
    const bound = [
      ['user.bind', id],
      ['user.sign-in', id],
    ];
    expect(await entries(id)).toEqual(bound);
    const stranger = await me('anna-2', 'anna@sponsor.example');
    expect(stranger.json).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await entries(id)).toEqual([...bound, ['user.refuse', 'unknown']]);
  });

  it('refuses an account by its address alone at any other domain, until an operator binds it', async () => {
    const id = await bed.grant('boris@anywhere.example', 'S1');
    const refused = await me('boris-1', 'boris@anywhere.example');
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('subject boris-1');
    const users = createUsersRepository(bed.mongo);
    await users.bind(id, { issuer: provider.issuer, subject: 'boris-1' }, false, directly);
    expect(await idOf(await me('boris-1', 'boris@anywhere.example'))).toBe(id);
  });

  it('knows the person when the address changes: it follows where the issuer is trusted with it', async () => {
    const id = await idOf(await me('clara-1', 'clara@sponsor.example'));
    const married = await me('clara-1', 'clara.new@bücher.example');
    expect(married.json).toMatchObject({ email: 'clara.new@bücher.example' });
    expect(await idOf(married)).toBe(id);
    expect(await entries(id)).toEqual([
      ['user.create', id],
      ['user.sign-in', id],
      ['user.change', id],
    ]);
    const elsewhere = await me('clara-1', 'clara@anywhere.example');
    expect(elsewhere.json).toMatchObject({ email: 'clara.new@bücher.example' });
  });

  it('enters each sign-in in the audit trail, as the issuer tells them apart', async () => {
    const id = await idOf(await me('emil-1', 'emil@sponsor.example', { sid: 'one' }));
    for (const claims of [{ sid: 'one' }, { sid: 'two' }, { auth_time: 1 }, { auth_time: 1 }])
      await me('emil-1', 'emil@sponsor.example', claims);
    const signIns = (await entries(id)).filter(([action]) => action === 'user.sign-in');
    expect(signIns).toHaveLength(3);
  });

  it('never gives an account to whom its address was given later', async () => {
    await me('dora-1', 'd.meyer@sponsor.example');
    const successor = await me('dieter-7', 'd.meyer@sponsor.example');
    expect(successor.status).toBe(403);
    // Nor an address that another account has to whom the issuer says it is now.
    await bed.grant('taken@sponsor.example', 'S1');
    const moved = await me('dora-1', 'taken@sponsor.example');
    expect(moved.json).toMatchObject({ email: 'd.meyer@sponsor.example' });
  });
});
