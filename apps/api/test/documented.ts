/** Holds every answer against the OpenAPI document: an answer that it does not describe fails the test. */
import { z } from 'zod';

interface Media {
  readonly schema?: object;
}
interface Answer {
  readonly content?: Readonly<Record<string, Media>>;
}
interface Operation {
  readonly responses: Readonly<Record<string, Answer>>;
}
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
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
