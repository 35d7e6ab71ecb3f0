/**
 * The API over real HTTP, on real servers, with the rights of its own users in MongoDB and S3; a namespace, a database and
 * a bucket of its own for each test file.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { directly } from '@rounds/adapters/testing/directly';
import { systemClock } from '@rounds/adapters/clock';
import { openEmbeddedIssuer, type EmbeddedIssuer } from '@rounds/adapters/auth/embedded-issuer';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createMembershipsRepository } from '@rounds/adapters/mongo/memberships.repository';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import { MONGO_ROLES, roleMongoUri } from '@rounds/adapters/mongo/roles';
import { setupMongo } from '@rounds/adapters/mongo/setup';
import { createUsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { connectTemporal, type Temporal } from '@rounds/adapters/temporal/client';
import { setupTemporal } from '@rounds/adapters/temporal/setup';
import { roleObjects } from '@rounds/adapters/testing/role-objects';
import { studyDocument } from '@rounds/adapters/testing/study-document';
import {
  serverSetting,
  testMongo,
  testObjectStore,
  testS3Config,
  uniqueName,
} from '@rounds/adapters/testing/servers';
import type { BrokenRule } from '@rounds/contracts/rules';
import type { Scope } from '@rounds/contracts/scope';
import { createApi } from '../src/create-api.ts';
import { readConfig, type ApiConfig } from '../src/config.ts';
import { PROBLEM_MEDIA_TYPE } from '../src/http/problem.ts';
import { OBJECT_STORE } from '../src/platform/tokens.ts';
import { demandDocumented, demandSpoken, type Document } from './documented.ts';
import { StageFakes } from './stage-fakes.ts';
import { startWorkers, type Stages, type Workers } from './workers.ts';

const ROLE_SECRET = 'the secret of a test, long enough to be one';
export const UI_URL = 'http://127.0.0.1:4999';

export interface Call {
  readonly as?: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly form?: Record<string, string>;
  /** Sent as they are; `headers` says what they are. */
  readonly bytes?: Buffer;
  readonly headers?: Record<string, string>;
}

/** The fields of JSON answers that tests read on; that they are there the OpenAPI document has checked. */
export interface Json {
  readonly id: string;
  readonly jobId: string;
  readonly runId: string;
  readonly workflowId: string;
  readonly code: string;
  readonly requestId: string;
  readonly errors: readonly BrokenRule[];
  readonly status: string;
  readonly step: string;
  readonly attempts: number | null;
  readonly due: string;
  readonly position: number | null;
  readonly estimatedCompletion: string | null;
  readonly note?: string;
  readonly scheduledFor?: string | null;
  readonly applied: boolean;
  readonly revision: number;
  readonly until: string | null;
  readonly nextRuns: readonly [string, ...string[]];
  readonly recipients: readonly string[];
  readonly deliveries: readonly { readonly recipient: string }[];
  readonly outputs: readonly { readonly format: string; readonly download: string }[];
  readonly items: readonly Json[];
  readonly nextCursor: string | null;
}

interface CallAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of a JSON answer. */
  readonly json: Json;
}

export interface ApiBed {
  readonly url: string;
  readonly config: ApiConfig;
  readonly mongo: Mongo;
  readonly objects: ObjectStore;
  readonly temporal: Temporal;
  readonly issuer: EmbeddedIssuer;
  readonly fakes: StageFakes;
  readonly app: NestExpressApplication;
  /** Milliseconds by which the API's clock is ahead. */
  readonly clock: { ahead: number };
  readonly call: (method: string, path: string, call?: Call) => Promise<CallAnswer>;
  /** Makes the user a member. @returns their id */
  readonly grant: (email: string, studyId: string, scope?: Partial<Scope>) => Promise<string>;
  readonly addRole: (email: string, role: 'operator' | 'auditor') => Promise<void>;
  readonly addStudy: (studyId: string, title?: string, blindedTitle?: string) => Promise<void>;
  readonly startWorkers: () => Promise<Workers>;
  readonly close: () => Promise<void>;
}

export interface BedOptions {
  readonly env?: Record<string, string>;
  /** Without workers nothing moves; the namespace is not made either. */
  readonly workers?: boolean;
  /** Real stages instead of the fakes. */
  readonly stages?: (servers: {
    mongo: Mongo;
    objects: ObjectStore;
    fakes: StageFakes;
    config: ApiConfig;
  }) => Stages;
}

const formOf = ({
  body,
  form,
  bytes,
}: Call): { type?: string; content?: string | FormData | Uint8Array<ArrayBuffer> } => {
  // Its own media type names the border between its parts.
  if (body instanceof FormData) return { content: body };
  if (bytes !== undefined) return { content: new Uint8Array(bytes) };
  if (form !== undefined)
    return { type: 'application/x-www-form-urlencoded', content: new URLSearchParams(form).toString() };
  if (body === undefined) return {};
  return { type: 'application/json', content: typeof body === 'string' ? body : JSON.stringify(body) };
};

const openServers = async (prefix: string) => {
  const mongo = testMongo(prefix);
  await setupMongo({ mongo, roleSecret: ROLE_SECRET });
  const objects = await testObjectStore(prefix);
  return { mongo, objects };
};

const dropRoles = async (mongo: Mongo & { readonly name: string }): Promise<void> => {
  const admin = mongo.client.db('admin');
  for (const role of Object.keys(MONGO_ROLES)) {
    await admin.command({ dropUser: `${mongo.name}-${role}` });
    await admin.command({ dropRole: `${mongo.name}-${role}` });
  }
};

export const openApiBed = async (prefix: string, options: BedOptions = {}): Promise<ApiBed> => {
  const { mongo, objects } = await openServers(prefix);
  const folder = await mkdtemp(join(tmpdir(), 'rounds-api-'));
  const clock = { ahead: 0 };
  const config = readConfig({
    ROUNDS_LOG_LEVEL: 'error',
    ROUNDS_AUTH: 'embedded',
    ROUNDS_ISSUER_KEY_FILE: join(folder, 'issuer.jwk.json'),
    ROUNDS_PUBLIC_URL: 'http://127.0.0.1',
    ROUNDS_LINK_SECRET: 'a secret of at least thirty-two characters',
    ROUNDS_TEMPORAL_UI_URL: UI_URL,
    ROUNDS_CODEC_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    ROUNDS_WEBHOOK_ALLOW_PRIVATE: 'true',
    ROUNDS_WEBHOOK_ALLOW_HTTP: 'true',
    ROUNDS_WEBHOOK_TIMEOUT_S: '1',
    RESEND_WEBHOOK_SECRET: serverSetting('RESEND_WEBHOOK_SECRET'),
    ROUNDS_SECRET_KEYS: `test:${Buffer.alloc(32, 8).toString('base64')}`,
    TEMPORAL_ADDRESS: serverSetting('TEMPORAL_ADDRESS'),
    TEMPORAL_NAMESPACE: uniqueName(prefix),
    MONGODB_URI: roleMongoUri(serverSetting('MONGODB_ROOT_URI'), mongo.name, 'api', ROLE_SECRET),
    MONGODB_DATABASE: mongo.name,
    ...testS3Config(objects.bucket),
    ...options.env,
  });
  const temporal = connectTemporal(config);
  const fakes = new StageFakes(mongo, objects);
  const begin = () => startWorkers(config, mongo, fakes, options.stages?.({ mongo, objects, fakes, config }));
  if (options.workers !== false) await setupTemporal(config, { reconcileSeconds: 3600 });
  const workers = options.workers === false ? undefined : await begin();
  const issuer = await openEmbeddedIssuer(config);
  const app = await createApi(config, { clock: () => systemClock().getTime() + clock.ahead });
  // As for MongoDB, the API has no more rights than its own.
  const store = app.get<ObjectStore>(OBJECT_STORE);
  Object.assign(store, roleObjects('api', { ...store }));
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as Document;

  const call = async (method: string, path: string, wish: Call = {}): Promise<CallAnswer> => {
    const { type, content } = formOf(wish);
    const token = wish.token ?? (wish.as === undefined ? undefined : await issuer.issue(wish.as));
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(type === undefined ? {} : { 'Content-Type': type }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...wish.headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    const text = await response.text();
    const mediaType = response.headers.get('content-type')?.split(';')[0] ?? '';
    const answered = {
      method,
      path: path.split('?')[0] ?? '',
      status: response.status,
      mediaType,
      body: text,
    };
    demandDocumented(document, answered);
    const json = (mediaType.endsWith('json') ? JSON.parse(text) : {}) as Json;
    if (mediaType === PROBLEM_MEDIA_TYPE) demandSpoken(json.errors);
    return { status: response.status, headers: response.headers, text, json };
  };

  /** Made where there is none. @returns their id */
  const userOf = async (email: string): Promise<string> => {
    const users = createUsersRepository(mongo);
    const made = { _id: opaqueId('usr'), email, name: null };
    const user = (await users.findByEmail(email)) ?? (await users.insert(made, systemClock(), directly));
    return user?._id ?? userOf(email);
  };

  return {
    ...{ url, config, mongo, objects, temporal, issuer, fakes, app, clock, call },
    addRole: async (email, role) => {
      await createUsersRepository(mongo).addRole(await userOf(email), role, directly);
    },
    addStudy: async (studyId, title = `Study ${studyId}`, blindedTitle?: string) => {
      const titles = { title, ...(blindedTitle !== undefined && { blindedTitle }) };
      const study = studyDocument(studyId, { ...titles, plannedSubjects: 300 });
      await mongo.collection('studies').insertOne(study);
    },
    grant: async (email, studyId, { sites = 'all', unblinded = false } = {}) => {
      const userId = await userOf(email);
      const granted = { studyId, userId, sites, unblinded };
      await createMembershipsRepository(mongo).grant(granted, systemClock(), directly);
      return userId;
    },
    startWorkers: begin,
    close: async () => {
      fakes.release();
      await app.close();
      await workers?.stop();
      await temporal.close();
      await dropRoles(mongo);
      await mongo.close();
      await rm(folder, { recursive: true });
    },
  };
};
