import { DRAFT_LANGUAGES } from '@rounds/contracts/language';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { RoundsError } from '@rounds/contracts/errors';
import { readConfig } from './config.ts';

const COMPLETE = {
  ROUNDS_CODEC_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
  MONGODB_URI: 'mongodb://127.0.0.1:27017',
  AWS_ACCESS_KEY_ID: 'key',
  AWS_SECRET_ACCESS_KEY: 'secret',
  ROUNDS_LINK_SECRET: 'a secret of at least thirty-two characters',
  ROUNDS_SECRET_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
  ROUNDS_PUBLIC_URL: 'https://rounds.example.org/',
};
const STRONG = {
  ...COMPLETE,
  ROUNDS_CODEC_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  ROUNDS_SECRET_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  AWS_SECRET_ACCESS_KEY: randomBytes(16).toString('hex'),
};
const OIDC = { ROUNDS_OIDC_ISSUER: 'https://login.example.org', ROUNDS_OIDC_AUDIENCE: 'rounds' };

const fieldsOf = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof RoundsError)) throw error;
    return error.fields.map(({ field }) => field).sort();
  }
};

/** `.env.example` as a shell would read it. */
const example = (): Record<string, string> => {
  const lines = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8').split('\n');
  const settings = lines.flatMap((line) => {
    const [, name, value] = /^(\w+)=([^#]*)/.exec(line) ?? [];
    return name === undefined ? [] : [[name, (value ?? '').trim()]];
  });
  return Object.fromEntries(settings) as Record<string, string>;
};

describe('the configuration', () => {
  it('is all in .env.example, which starts production once its secrets are replaced', () => {
    const key = () => `k1:${randomBytes(32).toString('base64')}`;
    const secrets = {
      ROUNDS_CODEC_KEYS: key(),
      ROUNDS_SECRET_KEYS: key(),
      MONGODB_URI: example().MONGODB_URI?.replace('password', randomBytes(16).toString('hex')) ?? '',
      AWS_SECRET_ACCESS_KEY: randomBytes(16).toString('hex'),
      ROUNDS_LINK_SECRET: randomBytes(32).toString('hex'),
      ROUNDS_METRICS_TOKEN: randomBytes(16).toString('hex'),
      RESEND_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString('base64')}`,
    };
    expect(fieldsOf(example())).toEqual(Object.keys(secrets).sort());
    const config = readConfig({ ...example(), ...secrets });
    expect(config).toMatchObject({ ROUNDS_ENV: 'production', ROUNDS_OPEN_JOBS: 1000 });
    expect(Object.keys(example())).toEqual(expect.arrayContaining(Object.keys(config)));
  });

  it.each([
    ['ROUNDS_PUBLIC_URL', 'http://rounds.example.org'],
    ['ROUNDS_OIDC_ISSUER', 'http://login.example.org'],
    ['ROUNDS_CORS_ORIGINS', 'https://a.example.org,http://b.example.org'],
    ['ROUNDS_WEBHOOK_ALLOW_PRIVATE', 'true'],
    ['ROUNDS_WEBHOOK_ALLOW_HTTP', 'true'],
    ['ROUNDS_LINK_SECRET', 'a'.repeat(40)],
    [
      'ROUNDS_CODEC_KEYS',
      `k1:${randomBytes(32).toString('base64')},old:${Buffer.alloc(32, 7).toString('base64')}`,
    ],
    ['MONGODB_URI', 'mongodb://rounds-api:short@mongodb:27017'],
    ['MONGODB_URI', 'mongodb://rounds-api:short@a:27017,b:27017/?replicaSet=rs0'],
  ])('refuses %s=%s in production alone', (name, value) => {
    expect(fieldsOf({ ...COMPLETE, ...OIDC, [name]: value })).toEqual([]);
    const production = { ...STRONG, ...OIDC, ROUNDS_ENV: 'production' };
    expect(fieldsOf(production)).toEqual([]);
    expect(fieldsOf({ ...production, [name]: value })).toEqual([name]);
  });

  it('never shows a value in what it refuses', () => {
    const secret = 'change-me-but-this-is-ours';
    const read = () =>
      readConfig({ ...STRONG, ...OIDC, ROUNDS_ENV: 'production', ROUNDS_METRICS_TOKEN: secret });
    expect(read).toThrow(/ROUNDS_METRICS_TOKEN: must be a secret/);
    expect(read).not.toThrow(new RegExp(secret));
  });

  it('takes what is set and fills in the rest; tokens are OIDC’s unless told', () => {
    expect(readConfig({ ...COMPLETE, ...OIDC })).toMatchObject({
      ROUNDS_AUTH: 'oidc',
      ROUNDS_PORT: 8080,
      ROUNDS_HOST: '127.0.0.1',
      ROUNDS_PUBLIC_URL: 'https://rounds.example.org',
    });
  });

  it('offers languages that nobody has reviewed outside of production, or as it is told', () => {
    const drafts = (env: object) => readConfig({ ...STRONG, ...OIDC, ...env }).ROUNDS_DRAFT_LANGUAGES;
    expect(drafts({ ROUNDS_ENV: 'staging' })).toEqual(DRAFT_LANGUAGES);
    expect(drafts({ ROUNDS_ENV: 'production' })).toEqual([]);
    expect(drafts({ ROUNDS_ENV: 'production', ROUNDS_DRAFT_LANGUAGES: 'de, pl' })).toEqual(['de', 'pl']);
    expect(fieldsOf({ ...STRONG, ...OIDC, ROUNDS_DRAFT_LANGUAGES: 'tlh' })).toEqual([
      'ROUNDS_DRAFT_LANGUAGES.0',
    ]);
  });

  it.each([
    ['development', 100],
    ['staging', 500],
    ['production', 1000],
  ])('lets in %s %i jobs be open, unless told', (ROUNDS_ENV, most) => {
    const environment = { ...STRONG, ...OIDC, ROUNDS_ENV };
    expect(readConfig(environment).ROUNDS_OPEN_JOBS).toBe(most);
    expect(readConfig({ ...environment, ROUNDS_OPEN_JOBS: '7' }).ROUNDS_OPEN_JOBS).toBe(7);
  });

  it('refuses the embedded issuer in production, and nowhere else', () => {
    const embedded = { ...COMPLETE, ROUNDS_AUTH: 'embedded' };
    expect(fieldsOf(embedded)).toEqual([]);
    expect(fieldsOf({ ...embedded, ROUNDS_ENV: 'staging' })).toEqual([]);
    expect(fieldsOf({ ...embedded, ...STRONG, ROUNDS_ENV: 'production' })).toEqual(['ROUNDS_AUTH']);
  });

  it('names all faults at once, those between variables too', () => {
    expect(fieldsOf({ ...COMPLETE, MONGODB_URI: '', ROUNDS_PORT: 'http' })).toEqual([
      'MONGODB_URI',
      'ROUNDS_OIDC_AUDIENCE',
      'ROUNDS_OIDC_ISSUER',
      'ROUNDS_PORT',
    ]);
  });
});
