import { issuerEnvironment } from '@rounds/adapters/auth/embedded-issuer';
import { STANDARD_CLAIMS } from '@rounds/adapters/auth/token-verifier';
import {
  auditEnvironment,
  baseEnvironment,
  linkEnvironment,
  list,
  mongoEnvironment,
  parseEnvironment,
  port,
  s3Environment,
  temporalEnvironment,
  webhookEnvironment,
} from '@rounds/adapters/config/environment';
import { DRAFT_LANGUAGES, language } from '@rounds/contracts/language';
import { readAddress } from '@rounds/adapters/mail/email-address';
import { z } from 'zod';

/** Open jobs at most, beyond which a request is answered 429. */
const OPEN_JOBS = { development: 100, staging: 500, production: 1000 } as const;

/** Long enough for a load balancer to ask /readyz once more; nobody waits for it while developing. */
const DRAIN_S = { development: 0, staging: 5, production: 5 } as const;

/** In its normal form, as that of an address. */
const domain = z.string().transform((text, context): string => {
  if (text === '*') return text;
  const read = readAddress(`a@${text}`);
  if ('address' in read) return read.address.slice(2);
  context.addIssue({ code: 'custom', message: 'must be domains like example.org, or * for all' });
  return z.NEVER;
});

const count = z.coerce.number().int().min(1);

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const ownEnvironment = z.object({
  /** 0 takes any free port. */
  ROUNDS_PORT: port.default(8080),
  ROUNDS_HOST: z.string().min(1).default('127.0.0.1'),
  /** Whose tokens are accepted; `embedded` signs its own and is for development. */
  ROUNDS_AUTH: z.enum(['embedded', 'oidc']).default('oidc'),
  ROUNDS_OIDC_ISSUER: z.url().optional(),
  ROUNDS_OIDC_AUDIENCE: z.string().min(1).optional(),
  /** By which the web app signs people in: registered at the issuer as a public client, code flow with PKCE. */
  ROUNDS_OIDC_CLIENT_ID: z.string().min(1).default('rounds-web'),
  /** What it asks for, with blanks; an issuer may want one that stands for the audience. */
  ROUNDS_OIDC_SCOPES: z
    .string()
    .regex(/(?:^| )openid(?: |$)/, 'must be scopes with blanks between them, openid among them')
    .default('openid email profile'),
  /** Claims of the address, and of the issuer's word that it is theirs. */
  ROUNDS_OIDC_EMAIL_CLAIM: z.string().min(1).default(STANDARD_CLAIMS.email),
  ROUNDS_OIDC_EMAIL_VERIFIED_CLAIM: z.string().min(1).default(STANDARD_CLAIMS.verified),
  /** Domains of whose addresses the issuer's word is enough to open an account that was made by address alone. */
  ROUNDS_OIDC_TRUSTED_DOMAINS: list.pipe(z.array(domain)),
  /** Languages that people may choose although nobody has reviewed their words: `de,fr`. Default: outside of production all. */
  ROUNDS_DRAFT_LANGUAGES: z
    .string()
    .optional()
    .transform((text) => (text === undefined ? undefined : list.parse(text)))
    .pipe(z.array(language).optional()),
  /** Requests a minute of one caller. */
  ROUNDS_RATE_LIMIT: count.default(6_000),
  /** Requests a minute without a token, from one address. */
  ROUNDS_RATE_LIMIT_OPEN: count.default(1_200),
  /** Megabytes of a document at most. */
  ROUNDS_UPLOAD_MB: z.coerce.number().positive().max(1_000).default(25),
  /** Origins whose pages may call the API, with commas: `https://rounds.example.org`. */
  ROUNDS_CORS_ORIGINS: list.pipe(
    z.array(
      z.url({ protocol: /^https?$/ }).refine(isOrigin, 'must be origins like https://rounds.example.org'),
    ),
  ),
  /** Opens /metrics to who bears it; operators and auditors see them by their own token. */
  ROUNDS_METRICS_TOKEN: z.string().min(16).optional(),
  /** Seconds from SIGTERM, which turns /readyz red, until no connection is taken any more. */
  ROUNDS_DRAIN_S: z.coerce.number().min(0).max(300).optional(),
  /** Proxies in front, each of which adds to X-Forwarded-For; with 0 the connection's own address counts. */
  ROUNDS_TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** The older PDF queue: where its users are sent who are outside of the rollout. */
  ROUNDS_PDF_QUEUE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  ROUNDS_OPEN_JOBS: count.optional(),
  /** Of these, asked for by one caller, and of one study; scheduled jobs have the same limits of their own. */
  ROUNDS_OPEN_JOBS_CALLER: count.optional(),
  ROUNDS_OPEN_JOBS_STUDY: count.optional(),
  /** An hour. */
  ROUNDS_UPLOADS_CALLER: count.default(500),
  ROUNDS_UPLOADS_STUDY: count.default(2_000),
  ROUNDS_PREVIEWS_CALLER: count.default(60),
  ROUNDS_PREVIEWS_STUDY: count.default(300),
  ROUNDS_RECIPIENTS_CALLER: count.default(120),
  ROUNDS_RECIPIENTS_STUDY: count.default(600),
  ROUNDS_VIEWS_CALLER: count.default(600),
  ROUNDS_VIEWS_STUDY: count.default(6_000),
  /** Hours for which a rotated signing secret signs beside its successor. */
  ROUNDS_WEBHOOK_OVERLAP_H: z.coerce.number().min(0).max(720).default(24),
  /** Verifies the mail provider's events; unset: they are refused. */
  RESEND_WEBHOOK_SECRET: z.string().startsWith('whsec_', 'must be the `whsec_…` of the provider').optional(),
  /** Temporal's Web UI: the only origin that may ask the codec endpoint to decode. */
  ROUNDS_TEMPORAL_UI_URL: z.url().optional(),
});

interface OpenJobs {
  readonly ROUNDS_OPEN_JOBS_CALLER?: number | undefined;
  readonly ROUNDS_OPEN_JOBS_STUDY?: number | undefined;
}

/** Half of them for one caller and three quarters for one study, unless said otherwise. */
const openJobs = (env: OpenJobs, all: number) => ({
  ROUNDS_OPEN_JOBS: all,
  ROUNDS_OPEN_JOBS_CALLER: env.ROUNDS_OPEN_JOBS_CALLER ?? Math.ceil(all / 2),
  ROUNDS_OPEN_JOBS_STUDY: env.ROUNDS_OPEN_JOBS_STUDY ?? Math.ceil((all * 3) / 4),
});

/** `when`: judged even where other variables are wrong, so that all faults come in one message. */
const always = { when: () => true };

const apiEnvironment = z
  .object({
    ...baseEnvironment.shape,
    ...temporalEnvironment.shape,
    ...mongoEnvironment.shape,
    ...s3Environment.shape,
    ...linkEnvironment.shape,
    ...webhookEnvironment.shape,
    ...auditEnvironment.shape,
    ...issuerEnvironment.shape,
    ...ownEnvironment.shape,
  })
  .refine(({ ROUNDS_ENV, ROUNDS_AUTH }) => ROUNDS_ENV !== 'production' || ROUNDS_AUTH !== 'embedded', {
    path: ['ROUNDS_AUTH'],
    error: 'must be oidc in production: the embedded issuer signs for anyone who can read its key',
    ...always,
  })
  .refine((env) => env.ROUNDS_AUTH === 'embedded' || env.ROUNDS_OIDC_ISSUER !== undefined, {
    path: ['ROUNDS_OIDC_ISSUER'],
    error: 'must be set when ROUNDS_AUTH is oidc',
    ...always,
  })
  .refine((env) => env.ROUNDS_AUTH === 'embedded' || env.ROUNDS_OIDC_AUDIENCE !== undefined, {
    path: ['ROUNDS_OIDC_AUDIENCE'],
    error: 'must be set when ROUNDS_AUTH is oidc',
    ...always,
  })
  .transform((env) => ({
    ...env,
    ...openJobs(env, env.ROUNDS_OPEN_JOBS ?? OPEN_JOBS[env.ROUNDS_ENV]),
    ROUNDS_DRAIN_S: env.ROUNDS_DRAIN_S ?? DRAIN_S[env.ROUNDS_ENV],
    ROUNDS_DRAFT_LANGUAGES:
      env.ROUNDS_DRAFT_LANGUAGES ?? (env.ROUNDS_ENV === 'production' ? [] : DRAFT_LANGUAGES),
  }));

export type ApiConfig = z.infer<typeof apiEnvironment>;

/** @throws RoundsError CONFIGURATION with every variable that is missing or wrong. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): ApiConfig =>
  parseEnvironment(apiEnvironment, environment);
