import { Body, Controller, Headers, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Open } from '../auth/auth.guard.ts';
import { Unlimited } from '../http/admission.guard.ts';
import { Answers, OpenProblems } from '../openapi/answers.ts';
import { ProviderEvents } from './provider-events.service.ts';

/** What other machines tell us; each proves by its signature who it is. */
@Open()
@Unlimited()
@ApiTags('hooks')
@Controller('api/v1/hooks')
export class HooksController {
  constructor(@Inject(ProviderEvents) private readonly events: ProviderEvents) {}

  /** The body is left as bytes (create-api.ts): the signature is over them. */
  @Post('resend')
  @ApiOperation({ summary: 'Events of the mail provider: delivered, delayed, bounced, complained' })
  @ApiHeader({ name: 'svix-id', required: true, schema: { type: 'string' } })
  @ApiHeader({ name: 'svix-timestamp', required: true, schema: { type: 'string' } })
  @ApiHeader({ name: 'svix-signature', required: true, schema: { type: 'string' } })
  @ApiBody({ schema: { type: 'object' } })
  @Answers(204, 'Taken, or none of ours.')
  @OpenProblems('INVALID_INPUT', 'UNAUTHENTICATED', 'PAYLOAD_TOO_LARGE', 'DEPENDENCY_DOWN', 'INTERNAL')
  takeResendEvent(
    @Headers('svix-id') id = '',
    @Headers('svix-timestamp') timestamp = '',
    @Headers('svix-signature') signature = '',
    @Body() body: unknown,
  ): Promise<void> {
    const payload = Buffer.isBuffer(body) ? body.toString('utf8') : '';
    return this.events.take({ id, timestamp, signature, payload });
  }
}
