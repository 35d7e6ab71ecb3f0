/**
 * The environment, parsed once per process and section by section: a process asks only for the sections
 * that it needs, so that a role never holds another's secrets. All faults are reported together.
 */
import { AUDIT_ACTIONS } from '@rounds/contracts/audit';
import { RoundsError } from '@rounds/contracts/errors';
import { brokenRules } from '@rounds/contracts/input';
import { asTold } from '@rounds/contracts/rules';
import { z } from 'zod';
import rounds from '../../../../package.json' with { type: 'json' };
import { mongoAddress } from '../mongo/address.ts';
import { halfGivenFaults } from './half-given.ts';
import { productionFaults } from './production.ts';

const port = z.coerce.number().int().min(0).max(65535);
const url = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `must be a URL like ${example}` });

const keyRing = z
  .string()
  .regex(
    /^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/,
    'must be `id:base64 of 32 bytes`, comma-separated',
  );

export const baseEnvironment = z.object({
  ROUNDS_ENV: z.enum(['development', 'staging', 'production']).default('development'),
  ROUNDS_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  /** Names the running code in manifests. */
  ROUNDS_CODE_VERSION: z.string().min(1).default(rounds.version),
});

export const temporalEnvironment = z.object({
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('rounds'),
  /** Implied by any of the settings below. */
  TEMPORAL_TLS: z.stringbool().default(false),
  TEMPORAL_API_KEY: z.string().min(1).optional(),
  /** Files in PEM, read at the start. Of who signed the server's certificate; unset: whom Node and the system trust. */
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: z.string().min(1).optional(),
  /** Of this process, for servers that ask who calls. */
  TEMPORAL_TLS_CLIENT_CERT_PATH: z.string().min(1).optional(),
  TEMPORAL_TLS_CLIENT_KEY_PATH: z.string().min(1).optional(),
  /** The name in the server's certificate, where it is not that of the address. */
  TEMPORAL_TLS_SERVER_NAME: z.string().min(1).optional(),
  /** `id:base64` of 32 bytes each, comma-separated; the first encrypts, all decrypt. */
  ROUNDS_CODEC_KEYS: keyRing,
});

export const mongoEnvironment = z.object({
  /** TLS, certificates and who signs in how are its options: docs/operations.md, "Users of MongoDB and S3". */
  MONGODB_URI: z
    .string()
    .refine(
      (uri) => mongoAddress(uri) !== null,
      'must be a URL like mongodb://user:password@host:27017/?replicaSet=rs0',
    ),
  MONGODB_DATABASE: z.string().min(1).default('rounds'),
});

export const s3Environment = z.object({
  AWS_REGION: z.string().min(1).default('us-east-1'),
  /** The process's own. Without a key pair the SDK looks for web identity, container and instance roles, profiles. */
  AWS_ACCESS_KEY_ID: z.string().min(1).optional(),
  AWS_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** Of credentials for a time. */
  AWS_SESSION_TOKEN: z.string().min(1).optional(),
  /** Web identity: the SDK reads both. */
  AWS_ROLE_ARN: z.string().min(1).optional(),
  AWS_WEB_IDENTITY_TOKEN_FILE: z.string().min(1).optional(),
  /** Unset for AWS itself. */
  AWS_ENDPOINT_URL_S3: url(/^https?$/, 'http://127.0.0.1:9000').optional(),
  ROUNDS_S3_BUCKET: z.string().min(3).default('rounds'),
  /** What every object must be encrypted by at rest; unset: whatever the bucket does. */
  ROUNDS_S3_ENCRYPTION: z.enum(['AES256', 'aws:kms']).optional(),
  /** ARN of the key of `aws:kms`; unset: the store's own. */
  ROUNDS_S3_KMS_KEY: z.string().min(1).optional(),
});

/** What stands between commas. */
export const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()])));

export const auditEnvironment = z.object({
  /** Actions of the audit trail that are refused without a reason, with commas: `membership.grant`. */
  ROUNDS_AUDIT_REASONS: list.pipe(z.array(z.enum(AUDIT_ACTIONS))),
});

export const linkEnvironment = z.object({
  /** Signs safe links and unsubscribe links; at least 32 characters. */
  ROUNDS_LINK_SECRET: z.string().min(32),
  /** Where recipients reach the API, without a trailing slash. */
  ROUNDS_PUBLIC_URL: url(/^https?$/, 'https://rounds.example.org').transform((text) =>
    text.replace(/\/+$/, ''),
  ),
  /** Days for which a mailed link opens. */
  ROUNDS_LINK_DAYS: z.coerce.number().int().min(1).max(365).default(30),
});

export const mailEnvironment = z.object({
  ROUNDS_MAIL_TRANSPORT: z.enum(['resend', 'smtp']).default('resend'),
  ROUNDS_MAIL_FROM: z.string().min(3).default('Rounds <rounds@example.org>'),
  RESEND_API_KEY: z.string().min(1).optional(),
  RESEND_BASE_URL: url(/^https?$/, 'https://api.resend.com').optional(),
  ROUNDS_SMTP_URL: url(/^smtps?$/, 'smtp://user:password@host:587').optional(),
});

export const webhookEnvironment = z.object({
  /** Seals the signing secrets that are kept in MongoDB: `id:base64` of 32 bytes each; the first seals, all open. */
  ROUNDS_SECRET_KEYS: keyRing,
  /** Lets callbacks lead to loopback and private addresses: for development, or a network that is trusted as a whole. */
  ROUNDS_WEBHOOK_ALLOW_PRIVATE: z.stringbool().default(false),
  /** Lets callbacks go unencrypted. */
  ROUNDS_WEBHOOK_ALLOW_HTTP: z.stringbool().default(false),
  /** Seconds that a receiver has for its answer. */
  ROUNDS_WEBHOOK_TIMEOUT_S: z.coerce.number().positive().max(30).default(30),
  /** Days for which the log of a call is kept after its last attempt. */
  ROUNDS_WEBHOOK_LOG_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
});

export const runPolicyEnvironment = z.object({
  /** Seconds before the first retry of a stage; doubles from there. */
  ROUNDS_RETRY_FIRST_S: z.coerce.number().positive().optional(),
  /** Retries of a stage whose own work fails; an unreachable server does not use them up. */
  ROUNDS_RETRIES: z.coerce.number().int().min(0).max(20).default(3),
  /** Seconds that one attempt of a stage may last. */
  ROUNDS_RUN_TIMEOUT_S: z.coerce.number().int().min(1).optional(),
});

export const lockEnvironment = z.object({
  /** Days for which reports that were sent cannot be removed, where the store has object lock; unset: for none. */
  ROUNDS_S3_LOCK_DAYS: z.coerce.number().int().min(1).max(36_500).optional(),
});

export const retentionEnvironment = z.object({
  ...lockEnvironment.shape,
  /** Seconds for which the cut and the datasets of a finished run on demand are kept. */
  ROUNDS_TEMPORARY_S: z.coerce.number().int().min(0).default(3600),
  /** Days for which a failed run can be redriven. */
  ROUNDS_REDRIVE_DAYS: z.coerce.number().positive().max(365).default(7),
  /** Days for which the files of a run on demand are kept, the newest of each kind excepted. Unset: for good. */
  ROUNDS_RESULT_DAYS: z.coerce.number().positive().optional(),
});

export const subscriptionEnvironment = z.object({
  /** Days for which reports go on after the owner of a subscription has lost the right on the study. */
  ROUNDS_OWNER_GRACE_DAYS: z.coerce.number().min(0).max(365).default(14),
});

/** What one run may read and produce; more fails it with PAYLOAD_TOO_LARGE. */
export const sizeEnvironment = z.object({
  ROUNDS_MAX_ROWS: z.coerce.number().int().min(1).default(5_000_000),
  ROUNDS_MAX_FILE_MB: z.coerce.number().positive().default(200),
});

export { port };

/** What a schema reads, also below its refinements and transformations. */
const variablesOf = (schema: unknown): string[] => {
  if (schema instanceof z.ZodPipe) return variablesOf(schema.in);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
};

/**
 * @throws RoundsError CONFIGURATION naming every variable that is missing or wrong, half given, or that production does
 * not allow. Never shows a value.
 */
export const parseEnvironment = <S extends z.ZodType>(
  schema: S,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<S> => {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = Object.fromEntries(variablesOf(schema).map((name) => [name, filled[name]]));
  const refused = [
    ...halfGivenFaults(read),
    ...(filled.ROUNDS_ENV === 'production' ? productionFaults(read) : []),
  ];
  const result = schema.safeParse(filled);
  if (result.success && refused.length === 0) return result.data;
  const fields = [...brokenRules(schema, filled), ...refused.map(({ field, rule }) => asTold(field, rule))];
  const lines = fields.map(({ field, rule }) => `  ${field}: ${rule}`);
  throw new RoundsError(
    'CONFIGURATION',
    `These settings are missing, or not as they must be:\n${lines.join('\n')}`,
    { fields },
  );
};
