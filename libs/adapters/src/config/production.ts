/** What a process refuses to start with in production, beside what is no valid value anywhere. */
import type { FieldFault } from '@rounds/contracts/rules';
import { mongoAddress } from '../mongo/address.ts';

/** `.env.example` and the docs are public, and so is whatever stands there in a secret's place. */
const PUBLISHED = /change.?me|at-least-thirty-two|^password$|^secret$|^rounds$/i;
const FEWEST_CHARACTERS = 16;
/** 16 random hexadecimal digits have at least so many different ones, but for one time in a thousand. */
const FEWEST_DIFFERENT = 6;
const FEWEST_DIFFERENT_BYTES = 16;

const isWeak = (secret: string): boolean =>
  PUBLISHED.test(secret) || secret.length < FEWEST_CHARACTERS || new Set(secret).size < FEWEST_DIFFERENT;

type Rule = (value: string) => string | null;

const secret: Rule = (value) =>
  isWeak(value) ? 'must be a secret of its own in production, of 16 random characters or more' : null;

/** `id:base64` of 32 bytes each, comma-separated. */
const keys: Rule = (value) => {
  const weak = value
    .split(',')
    .some((key) => new Set(Buffer.from(key.replace(/^[^:]*:/, ''), 'base64')).size < FEWEST_DIFFERENT_BYTES);
  return weak ? 'must hold random keys in production: `openssl rand -base64 32`' : null;
};

/** Where the address has a user, its password is a secret; X.509, OIDC and IAM have none. */
const password: Rule = (value) => {
  const address = URL.canParse(value) ? new URL(value) : mongoAddress(value);
  const { username = '', password: found = '' } = address ?? {};
  return username !== '' && found !== '' && isWeak(decodeURIComponent(found))
    ? 'must have a password of its own in production, of 16 random characters or more'
    : null;
};

const https: Rule = (value) =>
  /(^|,)\s*http:/i.test(value) ? 'must be https:// in production: people and their tokens go there' : null;

const off: Rule = (value) =>
  ['false', '0', 'no', 'off', 'n', 'disabled'].includes(value.toLowerCase())
    ? null
    : 'must not be set in production: callbacks could reach what is inside, or be read on their way';

const RULES: Readonly<Record<string, Rule>> = {
  ROUNDS_CODEC_KEYS: keys,
  ROUNDS_SECRET_KEYS: keys,
  AWS_SECRET_ACCESS_KEY: secret,
  ROUNDS_LINK_SECRET: secret,
  ROUNDS_METRICS_TOKEN: secret,
  ROUNDS_ROLE_SECRET: secret,
  RESEND_API_KEY: secret,
  RESEND_WEBHOOK_SECRET: secret,
  TEMPORAL_API_KEY: secret,
  MONGODB_URI: password,
  ROUNDS_SMTP_URL: password,
  ROUNDS_PUBLIC_URL: https,
  ROUNDS_OIDC_ISSUER: https,
  ROUNDS_CORS_ORIGINS: https,
  ROUNDS_TEMPORAL_UI_URL: https,
  ROUNDS_WEBHOOK_ALLOW_PRIVATE: off,
  ROUNDS_WEBHOOK_ALLOW_HTTP: off,
};

/** @param environment what the process reads of it, without what is empty */
export const productionFaults = (environment: Readonly<Record<string, string | undefined>>): FieldFault[] =>
  Object.entries(RULES).flatMap(([field, judge]) => {
    const value = environment[field];
    const rule = value === undefined ? null : judge(value);
    return rule === null ? [] : [{ field, rule }];
  });
