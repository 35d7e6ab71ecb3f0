import { Body, Controller, Inject, Options, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { KeyRing } from '@rounds/adapters/crypto/key-ring';
import { parseCodecKeys } from '@rounds/adapters/temporal/codec';
import { decodePayloads, encodePayloads, type JsonPayloads } from '@rounds/adapters/temporal/codec-endpoint';
import type { Request } from 'express';
import { z } from 'zod';
import { Open } from '../auth/auth.guard.ts';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import { findCaller } from '../auth/caller.ts';
import type { ApiConfig } from '../config.ts';
import { requestIdOf } from '../http/request-id.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { CONFIG, LOGGER } from '../platform/tokens.ts';
import { CodecGuard } from './codec.guard.ts';

const payloads = z
  .looseObject({
    payloads: z.array(
      z.looseObject({ metadata: z.record(z.string(), z.base64()).optional(), data: z.base64().optional() }),
    ),
  })
  .meta({ id: 'Payloads', description: 'Payloads of Temporal as protobuf JSON: every value in base64.' });

const BODY = { schema: { $ref: '#/components/schemas/Payloads' } };

/** What Temporal's Web UI asks to show encrypted payloads. The codec's own guard stands in for the bearer one. */
@Open()
@UseGuards(CodecGuard)
@ApiTags('operators')
@Controller('codec')
export class CodecController {
  private readonly keys: KeyRing;

  constructor(
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.keys = parseCodecKeys(config.ROUNDS_CODEC_KEYS);
  }

  @Post('decode')
  @ApiOperation({ summary: 'Decrypt payloads for an operator' })
  @ApiBody(BODY)
  @Answers(200, 'Decrypted.', payloads)
  @Problems('UNPROCESSABLE')
  async decodePayloads(@Req() request: Request, @Body() body: unknown): Promise<JsonPayloads> {
    const decoded = await decodePayloads(this.keys, body);
    // Who read how much, never what.
    await this.record(request, decoded.payloads.length);
    this.logger.info(
      {
        requestId: requestIdOf(request),
        userId: findCaller(request)?.userId ?? null,
        origin: request.get('Origin') ?? null,
        namespace: request.get('X-Namespace') ?? null,
        payloads: decoded.payloads.length,
      },
      'Payloads were decoded.',
    );
    return decoded;
  }

  @Post('encode')
  @ApiOperation({ summary: 'Encrypt payloads that an operator sends to a workflow' })
  @ApiBody(BODY)
  @Answers(200, 'Encrypted.', payloads)
  @Problems()
  encodePayloads(@Body() body: unknown): Promise<JsonPayloads> {
    return encodePayloads(this.keys, body);
  }

  /** While developing the Web UI asks without a caller. */
  private async record(request: Request, payloads: number): Promise<void> {
    const caller = findCaller(request);
    if (caller === undefined) return;
    const id = this.config.TEMPORAL_NAMESPACE;
    await this.audit.record(caller, { action: 'payloads.decode', id, details: { payloads } });
  }

  @Options('*path')
  @ApiParam({ name: 'path', schema: { type: 'string' } })
  @ApiOperation({ summary: 'What a browser asks before it lets the Web UI ask' })
  @Answers(204, 'The headers say who may.')
  preflight(): void {
    // The guard has set the headers.
  }
}
