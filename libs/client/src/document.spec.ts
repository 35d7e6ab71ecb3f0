import { readFileSync } from 'node:fs';
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
