/**
 * Generators take a field with a `default` for one that is always there, also where a caller may leave it out (such is
 * openapi-typescript's own setting), and would ask callers for all of them. So a field that may be left out says its
 * default in words; one that an answer always has keeps it.
 */
import type { OpenAPIObject } from '@nestjs/swagger';

interface Schema {
  default?: unknown;
  description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const inWords = (schema: Schema): void => {
  const { default: value, description } = schema;
  delete schema.default;
  schema.description = [description, `Default: \`${JSON.stringify(value)}\`.`].filter(Boolean).join(' ');
};

/** Changes what it is given in place. */
const sayDefaults = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  const { properties = {}, required = [] } = value as Schema;
  for (const [name, schema] of Object.entries(properties))
    if (schema.default !== undefined && !required.includes(name)) inWords(schema);
  for (const inner of Object.values(value)) sayDefaults(inner);
};

/** Not of queries and headers: generators know that those may be left out. */
export const describeDefaults = ({ components, paths }: OpenAPIObject): void => {
  sayDefaults(components?.schemas);
  for (const item of Object.values(paths))
    for (const operation of Object.values(item) as { requestBody?: unknown }[])
      sayDefaults(operation.requestBody);
};
