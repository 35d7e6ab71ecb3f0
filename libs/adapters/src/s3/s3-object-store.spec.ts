/** Small: a server of the test's own, which answers as AWS does where no other store here can. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createS3Client, createS3ObjectStore } from './s3-object-store.ts';
import type { S3Config } from './s3-config.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let answer: Answer = () => undefined;
const server = createServer((request, response) => {
  answer(request, response);
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const configOf = (keys: Partial<S3Config>): S3Config => ({
  AWS_REGION: 'eu-central-1',
  AWS_ENDPOINT_URL_S3: url,
  ROUNDS_S3_BUCKET: 'rounds',
  ...keys,
});
const KEYS = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };

const listing = (keys: readonly string[]): string =>
  `<ListBucketResult>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>`;

/** AWS refuses an object to who may not list everything, whether it is there or not. */
const refusing =
  (listed: readonly string[] | 'refused'): Answer =>
  ({ url: path = '' }, response) => {
    const isList = path.includes('list-type=2');
    if (isList && listed !== 'refused') response.writeHead(200).end(listing(listed));
    else response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
  };

describe('an object that AWS refuses', () => {
  const store = () => createS3ObjectStore(createS3Client(configOf(KEYS)), configOf(KEYS));

  it('is missing where the list of its prefix does not have it', async () => {
    answer = refusing(['cuts/a/manifest.json.gz']);
    await expect(store().get('cuts/a/manifest.json')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await store().size('cuts/a/manifest.json')).toBeNull();
    answer = refusing([]);
    await expect(store().retain('artefacts/a.pdf', new Date(0))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['stands in it', ['cuts/a/manifest.json']],
    ['may not be seen', 'refused'],
  ] as const)('is refused where it %s', async (_case, listed) => {
    answer = refusing(listed);
    const refused = { $metadata: { httpStatusCode: 403 } };
    await expect(store().get('cuts/a/manifest.json')).rejects.toMatchObject(refused);
    await expect(store().size('cuts/a/manifest.json')).rejects.toMatchObject(refused);
  });
});

describe('credentials', () => {
  const held = { ...process.env };
  afterEach(() => {
    process.env = { ...held };
  });

  const tokenSent = async (
    config: S3Config,
  ): Promise<[string | undefined, string | string[] | undefined]> => {
    const inner = answer;
    let sent: [string | undefined, string | string[] | undefined] = [undefined, undefined];
    answer = (request, response) => {
      if (!(request.url ?? '').startsWith('/rounds')) {
        inner(request, response);
        return;
      }
      const { authorization, 'x-amz-security-token': token } = request.headers;
      sent = [/Credential=([^/]*)/.exec(authorization ?? '')?.[1], token];
      response.writeHead(200).end(listing([]));
    };
    await createS3ObjectStore(createS3Client(config), config).ping();
    return sent;
  };

  it('for a time are a key pair with a token of the session', async () => {
    expect(await tokenSent(configOf({ ...KEYS, AWS_SESSION_TOKEN: 'session' }))).toEqual(['key', 'session']);
    expect(await tokenSent(configOf(KEYS))).toEqual(['key', undefined]);
  });

  it('are those of the role of the machine where the settings have none', async () => {
    process.env = { HOME: '/nowhere', AWS_EC2_METADATA_SERVICE_ENDPOINT: url };
    const role = { Code: 'Success', AccessKeyId: 'of-the-machine', SecretAccessKey: 's', Token: 'its token' };
    answer = ({ url: path = '' }, response) => {
      if (path.endsWith('/api/token')) response.writeHead(200).end('session of the metadata');
      else if (path.endsWith('/security-credentials/')) response.writeHead(200).end('role');
      else response.writeHead(200).end(JSON.stringify({ ...role, Expiration: '2100-01-01T00:00:00Z' }));
    };
    expect(await tokenSent(configOf({}))).toEqual(['of-the-machine', 'its token']);
  });
});
