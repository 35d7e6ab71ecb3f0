import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { components, webhooks } from './generated/api.ts';

interface Schema {
  readonly default?: unknown;
  readonly description?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Webhook {
  readonly post: {
    readonly parameters: readonly { readonly name: string; readonly required: boolean }[];
    readonly requestBody: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  };
}

const document = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly webhooks: Readonly<Record<string, Webhook>>;
};

const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, 'document');
const DAILY = { every: 'day', at: '08:00', timeZone: 'UTC' };

function* objects(value: unknown): Generator<Schema> {
  if (typeof value !== 'object' || value === null) return;
  if ('properties' in value) yield value as Schema;
  for (const inner of Object.values(value)) yield* objects(inner);
}

/** Generators make a field with a default one that is always there (openapi-typescript does so by itself). */
it('gives no default to a field that callers may leave out', () => {
  const asked = [...objects(document)].flatMap(({ properties = {}, required = [] }) =>
    Object.keys(properties).filter(
      (name) => properties[name]?.default !== undefined && !required.includes(name),
    ),
  );
  expect(asked).toEqual([]);
});

it('says defaults in words, and is typed as a caller sees it: optional in requests, required in answers', () => {
  expect(document.components.schemas.GenerateReport?.properties?.priority).toMatchObject({
    description: expect.stringContaining('Default: `"normal"`.') as string,
  });
  // That these compile is the test.
  const wish: components['schemas']['GenerateReport'] = { studyId: 'S1', reportType: 'study-weekly' };
  const on = ({ schedule }: components['schemas']['Subscription']): string =>
    schedule.every === 'week' ? schedule.on : schedule.at;
  expect([typeof wish, typeof on]).toEqual(['object', 'function']);
});

it('describes each call that Rounds makes, with its headers and its body', () => {
  const names: readonly (keyof webhooks)[] = ['reportMade', 'reportFailed', 'pdfComplete', 'pdfFailed'];
  expect(Object.keys(document.webhooks)).toEqual(names);
  for (const { post } of Object.values(document.webhooks)) {
    expect(post.parameters.map(({ name, required }) => [name, required])).toEqual([
      ['webhook-id', true],
      ['webhook-timestamp', true],
      ['webhook-signature', false],
    ]);
    expect(post.requestBody.content['application/json']?.schema).toEqual({
      $ref: expect.stringMatching(/schemas\/(Report|Pdf)/) as string,
    });
  }
});

/** What no refinement of the API's own says to its callers. */
it.each<[string, object, boolean]>([
  ['RedriveFailures', { cause: 'C1' }, true],
  ['RedriveFailures', { runIds: ['run_1'], dryRun: false }, true],
  ['RedriveFailures', {}, false],
  ['RedriveFailures', { cause: 'C1', runIds: ['run_1'] }, false],
  ['GenerateReport', { studyId: 'S1', reportType: 'study-weekly' }, true],
  ['GenerateReport', { studyId: 'S1', reportType: 'study-weekly', templateId: 'sponsor' }, true],
  ['GenerateReport', { studyId: 'S1' }, false],
  ['CreateSubscription', { studyId: 'S1', templateId: 'sponsor', schedule: DAILY }, true],
  ['CreateSubscription', { studyId: 'S1', schedule: DAILY }, false],
  ['ChangeSubscription', { formats: ['csv'], evenIfEqual: true }, true],
  ['ChangeSubscription', { evenIfEqual: true }, false],
  ['Holidays', { policy: 'skip', dates: [] }, true],
  ['Holidays', { policy: 'skip', country: 'DE', region: 'BY' }, true],
  ['Holidays', { policy: 'skip' }, false],
  ['OlderSubmission', { code: 'weekly', productId: 'S1', priority: 'Urgent' }, true],
  ['OlderSubmission', { code: 'weekly', productId: 'S1', priority: '' }, true],
  ['OlderSubmission', { code: 'weekly', productId: 'S1', priority: 'soon' }, false],
  ['Payloads', { payloads: [{ data: 'e30=', metadata: { encoding: '' } }] }, true],
  ['Payloads', { payloads: [{ data: 'e30' }] }, false],
  ['Payloads', { payloads: [{ metadata: { encoding: '{}' } }] }, false],
])('%s of %j: %p', (name, body, isTaken) => {
  const validate = ajv.compile({ $ref: `document#/components/schemas/${name}` });
  expect(validate(body)).toBe(isTaken);
});
