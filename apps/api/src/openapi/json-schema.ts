import { z } from 'zod';

/** The only format of ours that JSON Schema does not define: validators demand nothing of it. */
const UNDEFINED_FORMAT = 'base64';

/** Without what only says the same at length: the regular expression of a format, the bounds of every integer. */
const plainly = ({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  if (jsonSchema.format !== undefined && jsonSchema.format !== UNDEFINED_FORMAT) delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

const without = (schema: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => !names.includes(name)));

/** JSON Schema 2020-12, which OpenAPI 3.1 embeds as it is; named schemas become components. */
export const toJsonSchema = (schema: z.ZodType, schemaType: 'input' | 'output') => {
  const converted = z.toJSONSchema(schema, { io: schemaType, unrepresentable: 'any', override: plainly });
  const { $defs: components = {} } = converted;
  return { schema: without(converted, ['$schema', '$defs']), components };
};
