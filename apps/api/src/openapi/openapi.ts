import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problem } from '../http/problem.ts';
import { describeWebhooks } from '../webhooks/webhook-calls.ts';
import { describeDefaults } from './defaults.ts';
import { toJsonSchema } from './json-schema.ts';
import { describeConventions } from './conventions.ts';

const DESCRIPTION = `Durable weekly reports of clinical trials: subscribe once, get the report every week.

Every refusal is \`application/problem+json\` (RFC 9457) with a stable \`code\` and one entry for each invalid
field. \`Idempotency-Key\` is honoured on each POST. Lists page by cursor: \`limit\` and \`cursor\` in, \`items\`
and \`nextCursor\` out.`;

const convert = (schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) =>
  schema instanceof z.ZodType ? toJsonSchema(schema, schemaType) : undefined;

const addSchemas = (document: OpenAPIObject, added: object): void => {
  const schemas = { ...document.components?.schemas, ...added };
  document.components = { ...document.components, schemas };
};

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
  // Nest's types know no identifier, which OpenAPI 3.1 has.
  Object.assign(document.info, { license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' } });
  // Every problem refers to it, no handler returns it.
  addSchemas(document, toJsonSchema(problem, 'output').components);
  const { webhooks, components } = describeWebhooks();
  Object.assign(document, { webhooks });
  addSchemas(document, components);
  describeConventions(document);
  describeDefaults(document);
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
