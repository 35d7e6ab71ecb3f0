/** The walls between processes in S3, on a store that holds each request against its user's policy. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demandEncryption } from '@rounds/adapters/s3/encryption';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import {
  S3_PREFIXES,
  S3_ROLE_NAMES,
  s3Actions,
  s3Policy,
  type S3Prefix,
  type S3Role,
} from '@rounds/adapters/s3/roles';
import { createS3Client, createS3ObjectStore } from '@rounds/adapters/s3/s3-object-store';
import type { S3Config } from '@rounds/adapters/s3/s3-config';
import { ensureBucket } from '@rounds/adapters/s3/setup';
import { sendSigned } from '@rounds/adapters/s3/signed-request';
import { ensureS3Users, s3UserName } from '@rounds/adapters/s3/users';
import { serverClock, testObjectStore, testS3Config } from '@rounds/adapters/testing/servers';
import { DeleteObjectCommand, HeadObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { startPolicyStore, withEnvironment, type PolicyStore } from './policy-store.ts';

const TOMORROW = new Date(serverClock().getTime() + 24 * 60 * 60 * 1000);
const REFUSED = { $metadata: { httpStatusCode: 403 } };

/** Without Python or its packages there is no such store: then the titles say that nothing was tried. */
const started: PolicyStore | string = await startPolicyStore().catch((error: unknown) => String(error));
const describeWithStore = (title: string, tests: (store: PolicyStore) => void): void => {
  if (typeof started !== 'string')
    describe(`${title} (${started.name})`, () => {
      tests(started);
    });
  else
    describe(`${title} (SKIPPED, no store with policies: ${started})`, () => {
      it.skip('was not tried', () => undefined);
    });
};

const configs = new Map<S3Role, S3Config>();

const configOf = (role: S3Role): S3Config => {
  const config = configs.get(role);
  if (config === undefined) throw new Error(`${role} has no user.`);
  return config;
};

const storeOf = (role: S3Role): ObjectStore =>
  createS3ObjectStore(createS3Client(configOf(role)), configOf(role));

const firstOf = async (keys: AsyncIterable<string>): Promise<string | undefined> => {
  for await (const key of keys) return key;
  return undefined;
};

/** As the port does it; the object is there, so that nothing fails but for want of a right. */
const ATTEMPTS: Readonly<
  Record<ReturnType<typeof s3Actions>[number], (store: ObjectStore, prefix: string) => Promise<unknown>>
> = {
  read: (store, prefix) => store.get(`${prefix}kept`),
  list: (store, prefix) => firstOf(store.keys(prefix)),
  write: (store, prefix) =>
    store.put(`${prefix}${randomBytes(4).toString('hex')}`, Buffer.from('x'), 'text/plain'),
  remove: (store, prefix) => store.remove(`${prefix}nothing`),
  lock: (store, prefix) => store.retain(`${prefix}kept`, TOMORROW),
};

const isAllowed = async (attempt: Promise<unknown>): Promise<boolean> => {
  try {
    await attempt;
    return true;
  } catch (error) {
    if ((error as Partial<typeof REFUSED>).$metadata?.httpStatusCode === 403) return false;
    throw error;
  }
};

const allowedOf = async (role: S3Role, prefixes: readonly string[]): Promise<string[]> => {
  const store = storeOf(role);
  const allowed: string[] = [];
  for (const prefix of prefixes)
    for (const [action, attempt] of Object.entries(ATTEMPTS))
      if (await isAllowed(attempt(store, prefix))) allowed.push(`${action} ${prefix}`);
  return allowed.sort();
};

/** A role of the workload, as an orchestrator gives one: by the environment, and a token in a file. */
const takeOnRole = async ({ client, url, config }: PolicyStore, role: S3Role): Promise<ObjectStore> => {
  const iam = async (parameters: Record<string, string>) => {
    const body = new URLSearchParams({ Version: '2010-05-08', ...parameters }).toString();
    const to = { url: new URL('/', url), method: 'POST', service: 'iam', region: config.AWS_REGION } as const;
    const answer = await sendSigned(client, {
      ...to,
      body,
      contentType: 'application/x-www-form-urlencoded',
    });
    expect(answer).toMatchObject({ status: 200 });
  };
  const RoleName = `workload-${role}`;
  const AssumeRolePolicyDocument = '{"Version":"2012-10-17","Statement":[]}';
  await iam({ Action: 'CreateRole', RoleName, AssumeRolePolicyDocument });
  const PolicyDocument = JSON.stringify(s3Policy(role, scopeOf(config)));
  await iam({ Action: 'PutRolePolicy', RoleName, PolicyName: 'rounds', PolicyDocument });
  const file = join(await mkdtemp(join(tmpdir(), 'rounds-identity-')), 'token');
  await writeFile(file, 'a token of the orchestrator');
  const environment = {
    AWS_ACCESS_KEY_ID: undefined,
    AWS_ROLE_ARN: `arn:aws:iam::123456789012:role/${RoleName}`,
    AWS_WEB_IDENTITY_TOKEN_FILE: file,
    AWS_ENDPOINT_URL_STS: url,
  };
  const keyless = { ...config, AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };
  const workload = createS3Client(keyless);
  await withEnvironment(environment, () => workload.config.credentials());
  return createS3ObjectStore(workload, keyless);
};

const scopeOf = ({ ROUNDS_S3_BUCKET: bucket, AWS_REGION: region }: S3Config) => ({ bucket, region });

describeWithStore('users of the object store', (store) => {
  const { client, config, users } = store;
  let workload: ObjectStore | undefined;
  beforeAll(async () => {
    const made = await ensureBucket(client, { ...config, ROUNDS_S3_LOCK_DAYS: 1 });
    expect(made).toMatchObject({ lockable: true, encrypted: true });
    await ensureS3Users(users, scopeOf(config));
    // Again, as each deployment does.
    await ensureS3Users(users, scopeOf(config));
    for (const role of S3_ROLE_NAMES) {
      const name = s3UserName(config.ROUNDS_S3_BUCKET, role);
      const keys = await users.keysOf(name);
      // AWS tells nobody a second time.
      if (store.name === 'aws') expect(await users.keysOf(name)).toBeNull();
      const pair = { AWS_ACCESS_KEY_ID: keys?.accessKeyId, AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey };
      configs.set(role, { ...config, ...pair });
    }
    const root = createS3ObjectStore(client, config);
    for (const prefix of [...S3_PREFIXES, 'other/', ''])
      await root.put(`${prefix}kept`, Buffer.from('kept'), 'text/plain');
    if (store.name === 'aws') workload = await takeOnRole(store, 'notify');
    await store.enforce(true);
  });
  afterAll(() => store.stop());

  it.each(S3_ROLE_NAMES)(
    '%s may do what its row of the table says, and is refused elsewhere',
    async (role) => {
      const expected = S3_PREFIXES.flatMap((prefix) =>
        s3Actions(role, prefix).map((action) => `${action} ${prefix}`),
      );
      expect(await allowedOf(role, [...S3_PREFIXES, 'other/', ''])).toEqual(expected.sort());
    },
  );

  // The table itself: what must never be in it.
  it.each<[S3Role, S3Prefix]>([
    ['notify', 'cuts/'],
    ['notify', 'datasets/'],
    ['notify', 'artefacts/'],
    ['notify', 'documents/'],
    ['render', 'cuts/'],
    ['fetch', 'artefacts/'],
    ['fetch', 'headlines/'],
    ['aggregate', 'artefacts/'],
    ['api', 'cuts/'],
    ['api', 'derived/'],
    ['housekeeping', 'documents/'],
    ['import', 'cuts/'],
  ])('%s has nothing to do with %s', (role, prefix) => {
    expect(s3Actions(role, prefix)).toEqual([]);
  });

  it('lets nobody but fetch write cuts, nobody but render files, and nobody change what a report said', () => {
    const writers = (prefix: S3Prefix) =>
      S3_ROLE_NAMES.filter((role) => s3Actions(role, prefix).includes('write'));
    expect([writers('cuts/'), writers('artefacts/'), writers('headlines/')]).toEqual([
      ['fetch'],
      ['render'],
      ['aggregate'],
    ]);
  });

  it('lets the API say whether the store answers, with its own rights', async () => {
    await expect(storeOf('api').ping()).resolves.toBeUndefined();
  });

  it('tells a missing object from a refused one', async () => {
    const fetching = storeOf('fetch');
    await expect(fetching.get('cuts/none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await fetching.size('cuts/none')).toBeNull();
    await expect(fetching.get('artefacts/none')).rejects.toMatchObject(REFUSED);
    await expect(fetching.size('artefacts/none')).rejects.toMatchObject(REFUSED);
  });

  (store.name === 'aws' ? it : it.skip)(
    'takes on a role by web identity, without any key in the settings',
    async () => {
      expect((await workload?.get('headlines/kept'))?.toString()).toBe('kept');
      await expect(workload?.get('cuts/kept')).rejects.toMatchObject(REFUSED);
    },
  );

  it('takes the word of a store that encrypts as was asked for, and refuses to start where it does not', async () => {
    const fetching = createS3Client(configOf('fetch'));
    const asking = (ROUNDS_S3_ENCRYPTION: 'AES256' | 'aws:kms') => ({ ...config, ROUNDS_S3_ENCRYPTION });
    await expect(demandEncryption(fetching, asking('AES256'))).resolves.toBeUndefined();
    await createS3ObjectStore(fetching, asking('AES256')).put('cuts/sealed', Buffer.from('x'), 'text/plain');
    await expect(demandEncryption(fetching, asking('aws:kms'))).rejects.toMatchObject({
      code: 'CONFIGURATION',
    });
    await expect(
      demandEncryption(createS3Client({ ...config, AWS_SECRET_ACCESS_KEY: 'wrong' }), asking('AES256')),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/may not see how the bucket encrypts/) as string,
    });
  });

  it('lets nobody take away a report that was locked after it was sent', async () => {
    await storeOf('housekeeping').retain('artefacts/kept', TOMORROW);
    await storeOf('render').remove('artefacts/kept');
    await expect(storeOf('api').get('artefacts/kept')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // The administrator, who alone may look at versions: the report is still there, and not even they take it away.
    await store.enforce(false);
    const Bucket = config.ROUNDS_S3_BUCKET;
    const { Versions = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: 'artefacts/kept' }),
    );
    const [version] = Versions.map(({ VersionId }) => ({ Bucket, Key: 'artefacts/kept', VersionId }));
    if (version === undefined) throw new Error('The report is gone.');
    await expect(client.send(new DeleteObjectCommand(version))).rejects.toMatchObject({
      name: expect.stringMatching(/AccessDenied|InvalidRequest/) as string,
    });
    const { ObjectLockMode, ObjectLockRetainUntilDate: until } = await client.send(
      new HeadObjectCommand(version),
    );
    expect(ObjectLockMode).toBe('GOVERNANCE');
    // Some stores keep whole seconds.
    expect(Math.abs((until?.getTime() ?? 0) - TOMORROW.getTime())).toBeLessThan(1_000);
  });
});

const itWithout = process.env.ROUNDS_S3 === 'minio' ? it.skip : it;
describe('a store that has neither encryption nor object lock', () => {
  itWithout(
    'is told from one that has by set-up, by each process that starts, and at each object',
    async () => {
      const { bucket } = await testObjectStore('plain');
      const config = testS3Config(bucket);
      const client = createS3Client(config);
      const asking = { ...config, ROUNDS_S3_ENCRYPTION: 'AES256' as const };
      const unlocked = {
        code: 'CONFIGURATION',
        message: expect.stringMatching(/asks for object lock/) as string,
      };
      const refused = {
        code: 'CONFIGURATION',
        message: expect.stringMatching(/ROUNDS_S3_ENCRYPTION asks for AES256/) as string,
      };
      expect(await ensureBucket(client, config)).toMatchObject({ encrypted: false });
      await expect(ensureBucket(client, asking)).rejects.toMatchObject(refused);
      await expect(ensureBucket(client, { ...config, ROUNDS_S3_LOCK_DAYS: 1 })).rejects.toMatchObject(
        unlocked,
      );
      await expect(demandEncryption(client, asking)).rejects.toMatchObject(refused);
      await expect(
        createS3ObjectStore(client, asking).put('cuts/a', Buffer.from('x'), 'text/plain'),
      ).rejects.toMatchObject(refused);
      await expect(demandEncryption(client, config)).resolves.toBeUndefined();
    },
  );
});
