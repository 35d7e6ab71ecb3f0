import { issuerEnvironment } from '@rounds/adapters/auth/embedded-issuer';
import {
  auditEnvironment,
  baseEnvironment,
  lockEnvironment,
  mongoEnvironment,
  parseEnvironment,
  s3Environment,
  temporalEnvironment,
} from '@rounds/adapters/config/environment';
import { z } from 'zod';

/** Each command parses only what it uses, so that a missing mail key never stops an import. */
export const mongoConfig = () => parseEnvironment(mongoEnvironment, process.env);

export const s3Config = () => parseEnvironment(s3Environment, process.env);

export const temporalConfig = () => parseEnvironment(temporalEnvironment, process.env);

const setupEnvironment = z.object({
  /** A MongoDB user a process is made, its password derived from this; of MinIO likewise. */
  ROUNDS_ROLE_SECRET: z.string().min(32).optional(),
  /** Of users in MongoDB whom a certificate or an identity provider vouches for, `{role}` for the process. */
  ROUNDS_MONGODB_EXTERNAL_USER: z
    .string()
    .includes('{role}', 'must have {role} in place of the process')
    .optional(),
  /** Where a user of the object store a process is made; unset: nowhere. */
  ROUNDS_S3_USERS: z.enum(['aws', 'minio']).optional(),
  /** Unset: that of AWS. */
  AWS_ENDPOINT_URL_IAM: z.url({ protocol: /^https?$/ }).optional(),
  ...lockEnvironment.shape,
  ROUNDS_RECONCILE_S: z.coerce.number().int().min(1).default(60),
});

export const setupConfig = () => parseEnvironment(setupEnvironment, process.env);

const hostEnvironment = auditEnvironment.extend({ SUDO_USER: z.string().min(1).optional() });

export const hostConfig = () => parseEnvironment(hostEnvironment, process.env);

const callerEnvironment = baseEnvironment.extend({
  ROUNDS_API_URL: z.url().default('http://127.0.0.1:8080'),
  /** A bearer token; `--user` signs one with the embedded issuer's key instead. */
  ROUNDS_TOKEN: z.string().min(1).optional(),
});

export const callerConfig = () => parseEnvironment(callerEnvironment, process.env);

export const issuerConfig = () =>
  parseEnvironment(baseEnvironment.extend(issuerEnvironment.shape), process.env);
