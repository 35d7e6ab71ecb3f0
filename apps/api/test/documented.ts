/** Holds every answer against the OpenAPI document: an answer that it does not describe fails the test. */
import { ruleWords, type BrokenRule } from '@rounds/contracts/rules';
import { z } from 'zod';

interface Media {
  readonly schema?: object;
}
interface Answer {
  readonly content?: Readonly<Record<string, Media>>;
}
interface Described {
  readonly post: {
    readonly parameters: readonly { readonly name: string; readonly required: boolean }[];
    readonly requestBody: { readonly content: Readonly<Record<string, Media>> };
  };
}
interface Operation {
  readonly responses: Readonly<Record<string, Answer>>;
}
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly webhooks: Readonly<Record<string, Described>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export interface Answered {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly status: number;
  readonly mediaType: string;
  readonly body: string;
}

const matches = (template: string, path: string): boolean =>
  new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path);

/** By their text, since every problem's is the same: reading them anew takes longer than getting the answer. */
const read = new WeakMap<Document, Map<string, z.ZodType>>();

const schemaOf = (document: Document, schema: object): z.ZodType => {
  const known = read.get(document) ?? new Map<string, z.ZodType>();
  read.set(document, known);
  const name = JSON.stringify(schema);
  const found = known.get(name) ?? compile(document, schema);
  known.set(name, found);
  return found;
};

const compile = (document: Document, schema: object): z.ZodType => {
  const text = JSON.stringify({ ...schema, $defs: document.components.schemas });
  const local = JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) as Parameters<
    typeof z.fromJSONSchema
  >[0];
  return z.fromJSONSchema(local);
};

/** @throws when the route, the status, the media type or the body's shape is not documented */
export const demandDocumented = (document: Document, answered: Answered): void => {
  const { method, path, status, mediaType, body } = answered;
  const name = `${method} ${path} → ${status} ${mediaType}`;
  const template = Object.keys(document.paths).find((each) => matches(each, path));
  const operation = template === undefined ? undefined : document.paths[template]?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`${name}: this route is not documented.`);
  const answer = operation.responses[String(status)];
  if (answer === undefined) throw new Error(`${name}: this status is not documented.`);
  if (answer.content === undefined) return;
  const media = answer.content[mediaType];
  if (media === undefined) throw new Error(`${name}: this media type is not documented.`);
  if (media.schema === undefined || !mediaType.endsWith('json')) return;
  const checked = schemaOf(document, media.schema).safeParse(JSON.parse(body));
  if (!checked.success) throw new Error(`${name}: ${z.prettifyError(checked.error)}\n${body}`);
};

/** @throws when the words of a broken rule are not those of its code and values, all of which are there */
export const demandSpoken = (errors: readonly BrokenRule[]): void => {
  // Its words are those of other rules.
  const spoken = errors.filter(({ code }) => code !== 'no-alternative');
  const wrong = spoken.find((each) => each.rule !== ruleWords(each) || each.rule.includes('undefined'));
  if (wrong !== undefined) throw new Error(`${JSON.stringify(wrong)} is not in the words of its code.`);
};

/** @throws when a call to a receiver has not the headers and the body that the document's webhook says */
export const demandDescribed = (
  document: Document,
  name: string,
  { headers, body }: { readonly headers: Readonly<Record<string, unknown>>; readonly body: string },
): void => {
  const described = document.webhooks[name]?.post;
  if (described === undefined) throw new Error(`${name}: this webhook is not documented.`);
  const known = described.parameters.map((header) => header.name);
  const missing = described.parameters.filter((each) => each.required && headers[each.name] === undefined);
  const unknown = Object.keys(headers).filter((each) => each.startsWith('webhook-') && !known.includes(each));
  const faults = [...missing.map((each) => `no ${each.name}`), ...unknown.map((each) => `unknown ${each}`)];
  if (faults.length > 0) throw new Error(`${name}: ${faults.join(', ')}`);
  const { schema = {} } = described.requestBody.content[String(headers['content-type'])] ?? {};
  const checked = schemaOf(document, schema).safeParse(JSON.parse(body));
  if (!checked.success) throw new Error(`${name}: ${z.prettifyError(checked.error)}\n${body}`);
};
