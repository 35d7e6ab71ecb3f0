import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problem } from '../http/problem.ts';
import { describeManners } from './manners.ts';

const DESCRIPTION = `Durable weekly reports of clinical trials: subscribe once, get the report every week.

Every refusal is \`application/problem+json\` (RFC 9457) with a stable \`code\` and one entry for each invalid
field. \`Idempotency-Key\` is honoured on each POST. Lists page by cursor: \`limit\` and \`cursor\` in, \`items\`
and \`nextCursor\` out.`;

/** Without what only says the same at length: the regular expression of a format, the bounds of every integer. */
const plainly = ({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

/** JSON Schema 2020-12, which OpenAPI 3.1 embeds as it is; named schemas become components. */
const convert = (schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  const converted = z.toJSONSchema(schema, { io: schemaType, unrepresentable: 'any', override: plainly });
  const { $defs: components = {} } = converted;
  return { schema: without(converted, ['$schema', '$defs']), components };
};

const without = (schema: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => !names.includes(name)));

export const describeApi = (app: NestExpressApplication): OpenAPIObject => {
  const builder = new DocumentBuilder()
    .setTitle('Rounds')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addServer('/')
    .addBearerAuth();
  const document = SwaggerModule.createDocument(app, builder.build(), {
    standardSchemaConverter: convert,
    operationIdFactory: (_controller, method) => method,
  });
  // Every problem refers to it, no handler returns it.
  const { $defs: problems } = z.toJSONSchema(problem);
  const { schemas } = document.components ?? {};
  document.components = { ...document.components, schemas: { ...schemas, ...(problems as typeof schemas) } };
  describeManners(document);
  return document;
};

/** The document at `/api/openapi.json`, the interactive page at `/api/docs`. */
export const serveOpenApi = (app: NestExpressApplication): void => {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Rounds API',
  });
};
