import {
  applyDecorators,
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import type { ApiConfig } from '../config.ts';
import { CONFIG } from '../platform/tokens.ts';

const UPLOAD = 'takes a file';
const MEGABYTE = 1024 * 1024;
const MOST_FIELDS = 10;
const FIELD_BYTES = 8 * 1024;

export const mostUploadBytes = ({ ROUNDS_UPLOAD_MB }: Pick<ApiConfig, 'ROUNDS_UPLOAD_MB'>): number =>
  Math.floor(ROUNDS_UPLOAD_MB * MEGABYTE);

/** The part `file` of a multipart body, in memory. */
export interface UploadedFile {
  readonly originalname: string;
  readonly buffer: Buffer;
}

export const uploadOf = (request: Request): UploadedFile | undefined =>
  (request as { file?: UploadedFile }).file;

/**
 * Reads the multipart bodies of the routes that take one. It goes before the interceptor of Idempotency-Key, which
 * must see whether the same key comes with another file.
 */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  private readonly files: NestInterceptor;

  constructor(
    @Inject(CONFIG) config: ApiConfig,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {
    const limits = {
      fileSize: mostUploadBytes(config),
      files: 1,
      fields: MOST_FIELDS,
      fieldSize: FIELD_BYTES,
    };
    this.files = new (FileInterceptor('file', { limits, defParamCharset: 'utf8' }))();
  }

  intercept(
    context: ExecutionContext,
    next: CallHandler,
  ): Observable<unknown> | Promise<Observable<unknown>> {
    const takesFile = this.reflector.get<boolean | undefined>(UPLOAD, context.getHandler());
    return takesFile === true ? this.files.intercept(context, next) : next.handle();
  }
}

/** For a route that takes one file beside the fields of `schema`. */
export const TakesFile = (schema: z.ZodObject, description: string): MethodDecorator => {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  const file = { type: 'string', format: 'binary', description };
  return applyDecorators(
    SetMetadata(UPLOAD, true),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file', ...required],
        properties: { file, ...(properties as object) },
        additionalProperties: false,
      },
    }),
  );
};
