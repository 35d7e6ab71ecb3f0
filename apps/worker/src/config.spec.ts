/** Small. */
import { randomBytes } from 'node:crypto';
import { chosenRoles, parseWorkerConfig, retryFirstMs, runTimeoutMs, workersPerQueue } from './config.ts';
import { ROLE_WIRINGS } from './roles.ts';

const codecKeys = `k1:${randomBytes(32).toString('base64')}`;

describe('chosenRoles', () => {
  it.each([
    [['--role', 'fetch'], {}, ['fetch']],
    [['--role', 'fetch, render,fetch'], {}, ['fetch', 'render']],
    [[], { ROUNDS_ROLES: 'notify' }, ['notify']],
    [['--role', 'fetch'], { ROUNDS_ROLES: 'notify' }, ['fetch']],
  ])('%j with %j', (args, environment, expected) => {
    expect(chosenRoles(args, environment)).toEqual(expected);
  });

  it.each([
    [[], /must be one or more of workflows, fetch/],
    [['--role'], /must be one or more of/],
    [['--role', 'fetch,nope'], /not nope/],
  ])('refuses %j', (args, message) => {
    expect(() => chosenRoles(args, {})).toThrow(message);
  });
});

describe('the environment', () => {
  const held = { ...process.env };
  afterEach(() => {
    process.env = { ...held };
  });

  it('gives each deployment the defaults of the contract', () => {
    const of = (ROUNDS_ENV: string) => {
      process.env = { ROUNDS_ENV, ROUNDS_CODEC_KEYS: codecKeys };
      const config = parseWorkerConfig([]);
      return [workersPerQueue(config), runTimeoutMs(config), retryFirstMs(config)];
    };
    expect(of('development')).toEqual([2, 300_000, 1_000]);
    expect(of('staging')).toEqual([3, 300_000, 60_000]);
    expect(of('production')).toEqual([5, 600_000, 60_000]);
  });

  it('names the faults of all chosen roles together', () => {
    process.env = { AWS_ENDPOINT_URL_S3: 'http://s3:9000' };
    const sections = [ROLE_WIRINGS.fetch.environment, ROLE_WIRINGS.notify.environment];
    expect(() => parseWorkerConfig(sections)).toThrow(
      /ROUNDS_CODEC_KEYS[^]*MONGODB_URI[^]*ROUNDS_LINK_SECRET[^]*AWS_ACCESS_KEY_ID/,
    );
  });

  it('asks no role for what belongs to another', () => {
    const names = (role: keyof typeof ROLE_WIRINGS) => Object.keys(ROLE_WIRINGS[role].environment.shape);
    expect(names('workflows')).toEqual([]);
    expect(names('aggregate').filter((name) => name.startsWith('MONGODB'))).toEqual([]);
    for (const role of ['fetch', 'aggregate', 'render', 'housekeeping'] as const)
      expect(names(role).filter((name) => /RESEND|SMTP|LINK|SECRET_KEYS/.test(name))).toEqual([]);
  });
});
