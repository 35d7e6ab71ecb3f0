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
  it('is all in .env.example, and that is a valid one', () => {
    expect(readConfig(example())).toMatchObject({ ROUNDS_ENV: 'production', ROUNDS_OPEN_JOBS: 1000 });
    expect(Object.keys(example())).toEqual(expect.arrayContaining(Object.keys(readConfig(example()))));
  });

  it('takes what is set and fills in the rest; tokens are OIDC’s unless told', () => {
    expect(readConfig({ ...COMPLETE, ...OIDC })).toMatchObject({
      ROUNDS_AUTH: 'oidc',
      ROUNDS_PORT: 8080,
      ROUNDS_HOST: '127.0.0.1',
      ROUNDS_PUBLIC_URL: 'https://rounds.example.org',
    });
  });

  it.each([
    ['development', 100],
    ['staging', 500],
    ['production', 1000],
  ])('lets in %s %i jobs be open, unless told', (ROUNDS_ENV, most) => {
    const environment = { ...COMPLETE, ...OIDC, ROUNDS_ENV };
    expect(readConfig(environment).ROUNDS_OPEN_JOBS).toBe(most);
    expect(readConfig({ ...environment, ROUNDS_OPEN_JOBS: '7' }).ROUNDS_OPEN_JOBS).toBe(7);
  });

  it('refuses the embedded issuer in production, and nowhere else', () => {
    const embedded = { ...COMPLETE, ROUNDS_AUTH: 'embedded' };
    expect(fieldsOf(embedded)).toEqual([]);
    expect(fieldsOf({ ...embedded, ROUNDS_ENV: 'staging' })).toEqual([]);
    expect(fieldsOf({ ...embedded, ROUNDS_ENV: 'production' })).toEqual(['ROUNDS_AUTH']);
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
