/** Servers that others run: Temporal behind TLS, certificates and API keys; MongoDB with TLS and X.509. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectMongo, type Mongo } from '@rounds/adapters/mongo/client';
import { setupMongo } from '@rounds/adapters/mongo/setup';
import { connectTemporal, connectionOptions, type TemporalConfig } from '@rounds/adapters/temporal/client';
import { assertSearchAttributes, setupTemporal } from '@rounds/adapters/temporal/setup';
import { openAuthority, type Authority } from '@rounds/adapters/testing/certificates';
import { serverSetting, uniqueName } from '@rounds/adapters/testing/servers';
import { NativeConnection } from '@temporalio/worker';
import { MongoClient } from 'mongodb';
import { BINARIES } from '../../../tools/servers/binaries.mjs';
import { resolveBinary } from '../../../tools/servers/resolve-binary.mjs';
import { startFront, type Front } from './temporal-front.ts';

const API_KEY = 'an API key of the test';
const SERVER_NAME = 'temporal.test';

/** Without OpenSSL there are none: then the titles say that nothing was tried. */
const made = await Promise.all([openAuthority(), openAuthority()]).catch((error: unknown) => String(error));
const [authority, strangers] = typeof made === 'string' ? ([] as unknown as [Authority, Authority]) : made;
const describeWithCertificates: (title: string, tests: () => void) => void =
  typeof made === 'string'
    ? (title) => {
        describe(`${title} (SKIPPED, no certificates: ${made})`, () => {
          it.skip('was not tried', () => undefined);
        });
      }
    : describe;
afterAll(async () => {
  if (typeof made !== 'string') await Promise.all(made.map((each) => each.close()));
});

describeWithCertificates('Temporal that others run', () => {
  const plain = (): TemporalConfig => ({
    TEMPORAL_ADDRESS: serverSetting('TEMPORAL_ADDRESS'),
    TEMPORAL_NAMESPACE: serverSetting('TEMPORAL_NAMESPACE'),
    TEMPORAL_TLS: false,
    ROUNDS_CODEC_KEYS: serverSetting('ROUNDS_CODEC_KEYS'),
  });
  const pinged = async (config: TemporalConfig): Promise<string> => {
    const temporal = connectTemporal(config);
    const answer = await temporal.ping().then(
      () => 'answers',
      (error: unknown) => (error as { code: string }).code,
    );
    await temporal.close();
    return answer;
  };
  const withFront = async <T>(
    options: { readonly clientCa?: string; readonly apiKey?: string },
    work: (front: Front, config: TemporalConfig) => Promise<T>,
  ): Promise<T> => {
    const certificate = authority.issue('/CN=temporal', `DNS:${SERVER_NAME}`);
    const front = await startFront({ target: plain().TEMPORAL_ADDRESS, certificate, ...options });
    try {
      return await work(front, {
        ...plain(),
        TEMPORAL_ADDRESS: front.address,
        TEMPORAL_TLS_SERVER_CA_CERT_PATH: authority.ca,
        TEMPORAL_TLS_SERVER_NAME: SERVER_NAME,
      });
    } finally {
      await front.close();
    }
  };
  const shown = ({ cert, key }: ReturnType<Authority['issue']>) => ({
    TEMPORAL_TLS_CLIENT_CERT_PATH: cert,
    TEMPORAL_TLS_CLIENT_KEY_PATH: key,
  });

  it('is spoken to over TLS by a certificate of the process, and answers no one else', async () => {
    await withFront({ clientCa: authority.ca }, async (_front, config) => {
      const known = { ...config, ...shown(authority.issue('/O=Example/CN=fetch')) };
      expect(
        await Promise.all([
          pinged(known),
          pinged(config),
          pinged({ ...config, ...shown(strangers.issue('/O=Example/CN=fetch')) }),
          pinged({ ...known, TEMPORAL_TLS_SERVER_NAME: undefined }),
          pinged({ ...known, TEMPORAL_TLS_SERVER_CA_CERT_PATH: strangers.ca }),
        ]),
      ).toEqual(['answers', ...Array<string>(4).fill('DEPENDENCY_DOWN')]);
      const worker = await NativeConnection.connect(connectionOptions(known));
      await expect(assertSearchAttributes(worker, config.TEMPORAL_NAMESPACE)).resolves.toBeUndefined();
      await worker.close();
    });
  });

  it('is spoken to by an API key, and workers need nothing of its operator service', async () => {
    await withFront({ apiKey: API_KEY }, async (front, config) => {
      const worker = await NativeConnection.connect(
        connectionOptions({ ...config, TEMPORAL_API_KEY: API_KEY }),
      );
      await expect(assertSearchAttributes(worker, config.TEMPORAL_NAMESPACE)).resolves.toBeUndefined();
      await worker.close();
      expect(front.asked.filter((method) => method.startsWith('OperatorService'))).toEqual([]);
      expect(front.asked).toContain('WorkflowService/CountWorkflowExecutions');
      expect(await pinged(config)).toBe('DEPENDENCY_DOWN');
    });
  });

  it('is set up as far as it lets itself, and set-up says what to do by hand', async () => {
    const names = [uniqueName('none'), uniqueName('bare')] as const;
    const [none, bare] = names;
    const root = connectTemporal(plain());
    const day = { seconds: 86_400 };
    await root.connection.workflowService.registerNamespace({
      namespace: bare,
      workflowExecutionRetentionPeriod: day as never,
    });
    await withFront({ apiKey: API_KEY }, async (_front, config) => {
      const setUp = (TEMPORAL_NAMESPACE: string, retentionDays = 2) =>
        setupTemporal({ ...config, TEMPORAL_NAMESPACE, TEMPORAL_API_KEY: API_KEY }, { retentionDays });
      await expect(setUp(none)).rejects.toMatchObject({
        code: 'CONFIGURATION',
        message: expect.stringMatching(/may not make one.*tcld namespace create/) as string,
      });
      await expect(setUp(bare)).rejects.toMatchObject({
        code: 'CONFIGURATION',
        message: expect.stringMatching(/tcld namespace search-attributes add .*StudyId=Keyword/) as string,
      });
      await setupTemporal({ ...plain(), TEMPORAL_NAMESPACE: bare }, { retentionDays: 2 });
      expect(await setUp(bare, 2)).toEqual([]);
      expect(await setUp(bare, 90)).toEqual([
        expect.stringMatching(/2 days.*tcld namespace retention set .*90/),
      ]);
    });
    await root.close();
  });

  it('is not asked with a certificate that cannot be read', () => {
    const config = { ...plain(), TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/nowhere/ca.pem' };
    expect(() => connectionOptions(config)).toThrow(
      /TEMPORAL_TLS_SERVER_CA_CERT_PATH: must be a file .*ENOENT/,
    );
  });
});

describeWithCertificates('MongoDB with TLS and X.509', () => {
  let folder: string;
  let mongod: ChildProcess;
  let port: number;
  const clients: Mongo[] = [];
  const ROOT = 'mongodb://root:of-the-test@127.0.0.1';

  const optionsOf = (certificate: string, more = '') =>
    `tls=true&tlsCAFile=${authority.ca}&tlsCertificateKeyFile=${certificate}${more}`;
  const bySubject = (issuer: Authority, role: string): Mongo => {
    const { both } = issuer.issue(`/O=Example/OU=Rounds/CN=${role}`);
    const options = optionsOf(both, '&authMechanism=MONGODB-X509');
    const mongo = connectMongo(
      { MONGODB_URI: `mongodb://127.0.0.1:${port}/?${options}`, MONGODB_DATABASE: 'rounds' },
      role,
    );
    clients.push(mongo);
    return mongo;
  };
  const freePort = async (): Promise<number> => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port: found } = probe.address() as AddressInfo;
    probe.close();
    return found;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rounds-mongo-tls-'));
    port = await freePort();
    const server = authority.issue('/O=Servers/CN=mongodb', 'IP:127.0.0.1');
    const listen = [
      '--dbpath',
      folder,
      '--bind_ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--nounixsocket',
      '--auth',
    ];
    const tls = [
      '--tlsMode',
      'requireTLS',
      '--tlsCertificateKeyFile',
      server.both,
      '--tlsCAFile',
      authority.ca,
    ];
    mongod = spawn(await resolveBinary(BINARIES.mongod), [...listen, ...tls], { stdio: 'ignore' });
    const options = optionsOf(authority.issue('/O=Administrators/CN=root').both);
    const first = await new MongoClient(`mongodb://127.0.0.1:${port}/?${options}`).connect();
    await first.db('admin').command({ createUser: 'root', pwd: 'of-the-test', roles: ['root'] });
    await first.close();
    const uri = `${ROOT}:${port}/?authSource=admin&${options}`;
    const root = connectMongo({ MONGODB_URI: uri, MONGODB_DATABASE: 'rounds' }, 'test');
    clients.push(root);
    const made = await setupMongo({ mongo: root, externalUser: 'CN={role},OU=Rounds,O=Example' });
    expect(made).toContain('CN=fetch,OU=Rounds,O=Example');
    // Again, as each deployment does.
    expect(await setupMongo({ mongo: root, externalUser: 'CN={role},OU=Rounds,O=Example' })).toEqual(made);
  });
  afterAll(async () => {
    await Promise.all(clients.map((mongo) => mongo.close()));
    const ended = once(mongod, 'exit');
    mongod.kill();
    await ended;
    await rm(folder, { recursive: true });
  });

  it('knows a process by its certificate, with the rights of its role', async () => {
    const fetching = bySubject(authority, 'fetch');
    await expect(fetching.collection('records').findOne({})).resolves.toBeNull();
    await expect(fetching.collection('users').findOne({})).rejects.toMatchObject({ code: 13 });
    await expect(bySubject(authority, 'nobody').collection('records').findOne({})).rejects.toMatchObject({
      code: 11,
    });
  });

  it('lets nobody in whose certificate another authority signed', async () => {
    const { both } = strangers.issue('/O=Example/OU=Rounds/CN=fetch');
    const options = optionsOf(both, '&authMechanism=MONGODB-X509&serverSelectionTimeoutMS=1000');
    const client = new MongoClient(`mongodb://127.0.0.1:${port}/?${options}`);
    await expect(client.connect()).rejects.toMatchObject({ name: 'MongoServerSelectionError' });
    await client.close();
  });
});
