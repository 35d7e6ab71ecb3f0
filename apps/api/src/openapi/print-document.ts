/** Prints the OpenAPI document. No server is asked for: every connection of the API is opened at its first use. */
import 'reflect-metadata';
import { createLogger } from '@rounds/adapters/logging/logger';
import { createApi } from '../create-api.ts';
import { readConfig } from '../config.ts';
import { describeApi } from './openapi.ts';

const NOWHERE = '127.0.0.1:1';
const key = `document:${Buffer.alloc(32).toString('base64')}`;

const config = readConfig({
  ROUNDS_OIDC_ISSUER: `http://${NOWHERE}`,
  ROUNDS_OIDC_AUDIENCE: 'rounds',
  ROUNDS_PUBLIC_URL: `http://${NOWHERE}`,
  ROUNDS_LINK_SECRET: 'no link is ever signed by this one',
  ROUNDS_CODEC_KEYS: key,
  ROUNDS_SECRET_KEYS: key,
  TEMPORAL_ADDRESS: NOWHERE,
  MONGODB_URI: `mongodb://${NOWHERE}`,
  AWS_ACCESS_KEY_ID: 'nobody',
  AWS_SECRET_ACCESS_KEY: 'nobody',
});

const api = await createApi(config, { logger: createLogger('document', 'error') });
process.stdout.write(JSON.stringify(describeApi(api)));
await api.close();
