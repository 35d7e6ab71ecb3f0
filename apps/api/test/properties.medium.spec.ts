import fc from 'fast-check';
import { openApiBed, type ApiBed } from './api-bed.ts';
import type { Document } from './documented.ts';
import { nearlyValidOf, validOf, type JsonSchema } from './properties/arbitraries.ts';
import { createJudge, type Answered, type Judge } from './properties/judge.ts';
import { addArtefact, ALL_BLINDED, openRun, runDocument, subscriptionDocument } from './records.ts';

/**
 * Requests made of the OpenAPI document, valid and nearly valid, by someone who may do everything: none meets a
 * fault of the server, and every answer is one that the document describes. Real: servers, workflows.
 */
const RUNS = 6;
const ANNA = 'anna@example.org';
const DEADLINE_MS = 10_000;
/** A busy machine is slow, not broken. */
const TIMEOUT_MS = 300_000;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: JsonSchema;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}
interface Wish {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

let bed: ApiBed;
let token: string;
let judge: Judge;
let document: Document & { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

beforeAll(async () => {
  const env = { ROUNDS_RATE_LIMIT: '1000000', ROUNDS_RATE_LIMIT_OPEN: '1000000', ROUNDS_LOG_LEVEL: 'error' };
  bed = await openApiBed('properties', { env });
  await bed.addStudy('S1');
  const anna = await bed.grant(ANNA, 'S1', { unblinded: true });
  await bed.addRole(ANNA, 'operator');
  token = await bed.issuer.issue(ANNA);
  document = (await (await fetch(`${bed.url}/api/openapi.json`)).json()) as typeof document;
  judge = createJudge(document);
  const run = { ...runDocument(), requestedBy: anna };
  await bed.mongo.collection('runs').insertMany([run, openRun({ _id: 'run_2', requestedBy: anna })]);
  await addArtefact(bed, run, ALL_BLINDED);
  const subscriptions = ['sub_1', 'sub_2', 'sub_3'].map((_id) =>
    subscriptionDocument({ _id, ownerId: anna, recipients: [anna] }),
  );
  await bed.mongo.collection('subscriptions').insertMany(subscriptions);
  const template = { name: 'monthly', reportType: 'study-weekly' };
  await bed.call('POST', '/api/v1/templates', { as: ANNA, body: template });
});
afterAll(() => bed.close());

/** What there is, so that requests get past the first look. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  subscriptionId: ['sub_1', 'sub_2', 'sub_3'],
  jobId: ['run_1'],
  studyId: ['S1'],
  template: ['monthly', 'monthly@1'],
  flag: ['pdf-queue-routes'],
  due: ['2026-11-30'],
};

const resolve = (reference: string): JsonSchema =>
  document.components.schemas[reference.split('/').at(-1) ?? ''] as JsonSchema;

/** Waiting for a report is tried elsewhere; here it would only take time. */
const WITHOUT = ['Prefer', 'Last-Event-ID'];

const parametersOf = ({ parameters = [] }: Operation, where: Parameter['in'], known: boolean) => {
  const wanted = parameters.filter(
    (parameter) => parameter.in === where && !WITHOUT.includes(parameter.name),
  );
  const values = wanted.map(({ name, schema }) => {
    const there = KNOWN[name];
    const any = known ? validOf(schema, resolve) : nearlyValidOf(schema, resolve);
    return [
      name,
      there === undefined ? any : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...there) }, any),
    ] as const;
  });
  const requiredKeys = wanted
    .filter(({ required, in: place }) => required === true || place === 'path')
    .map(({ name }) => name);
  return fc.record(Object.fromEntries(values), { requiredKeys });
};

const bodyOf = ({ requestBody }: Operation, valid: boolean): fc.Arbitrary<unknown> => {
  const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
  if (schema === undefined) return fc.constant(undefined);
  return valid ? validOf(schema, resolve) : nearlyValidOf(schema, resolve);
};

const wishOf = (operation: Operation, valid: boolean): fc.Arbitrary<Wish> =>
  fc.record({
    path: parametersOf(operation, 'path', valid),
    query: parametersOf(operation, 'query', valid),
    headers: parametersOf(operation, 'header', true),
    body: bodyOf(operation, valid),
  });

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Half a surrogate pair is no text that an address or a form could hold. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

const encoded = (value: unknown): string => encodeURIComponent(wellFormed(textOf(value))) || '%20';

const addressOf = (template: string, { path, query }: Wish): string => {
  const filled = template.replaceAll(/\{([^}]+)\}/g, (_all, name: string) => encoded(path[name]));
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encoded(value)}`);
  return `${bed.url}${filled}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
};

const fieldsOf = (body: unknown): [string, string][] =>
  Object.entries(Object(body ?? {}) as Record<string, unknown>).map(([name, value]) => [
    name,
    wellFormed(textOf(value)),
  ]);

const formOf = (body: unknown): FormData => {
  const form = new FormData();
  for (const [name, value] of fieldsOf(body)) {
    if (name === 'file') form.set(name, new Blob([value]), 'text.txt');
    else form.set(name, value);
  }
  return form;
};

const contentOf = (
  operation: Operation,
  body: unknown,
): { type?: string; content?: string | FormData | URLSearchParams } => {
  const type = Object.keys(operation.requestBody?.content ?? {})[0];
  if (type === undefined) return {};
  if (type === 'multipart/form-data') return { content: formOf(body) };
  if (type === 'application/x-www-form-urlencoded') return { content: new URLSearchParams(fieldsOf(body)) };
  return { type, content: type === 'application/json' ? JSON.stringify(body) : textOf(body) };
};

/** Header lines hold no line ends, and no letters beyond Latin. */
const headersOf = ({ headers }: Wish): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, textOf(value).replaceAll(/[^\x21-\x7e]/g, '')]),
  );

const ask = async (method: string, template: string, operation: Operation, wish: Wish): Promise<Answered> => {
  const { type, content } = contentOf(operation, wish.body);
  const response = await fetch(addressOf(template, wish), {
    method: method.toUpperCase(),
    redirect: 'manual',
    signal: AbortSignal.timeout(DEADLINE_MS),
    headers: {
      ...headersOf(wish),
      Authorization: `Bearer ${token}`,
      ...(type === undefined ? {} : { 'Content-Type': type }),
    },
    ...(content === undefined ? {} : { body: content }),
  });
  const text = await response.text();
  return {
    status: response.status,
    text,
    mediaType: response.headers.get('content-type')?.split(';')[0] ?? '',
  };
};

it.each(['valid', 'nearly valid'] as const)(
  'answers what is %s as documented, and by no fault of its own',
  async (kind) => {
    const seen: Record<string, number> = {};
    for (const [template, operations] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        const property = fc.asyncProperty(wishOf(operation, kind === 'valid'), async (wish) => {
          const answered = await ask(method, template, operation, wish);
          const kindOfAnswer = `${String(answered.status)[0] ?? ''}xx`;
          seen[kindOfAnswer] = (seen[kindOfAnswer] ?? 0) + 1;
          const wrong = judge(method, template, answered);
          if (wrong !== null) throw new Error(`${method} ${addressOf(template, wish)}: ${wrong}`);
        });
        await fc.assert(property, { numRuns: RUNS, seed: 20_261_122, endOnFailure: true });
      }
    }
    // It has got somewhere: requests were done, and requests were refused.
    expect(seen['2xx']).toBeGreaterThan(50);
    expect(seen['4xx']).toBeGreaterThan(50);
  },
  TIMEOUT_MS,
);
