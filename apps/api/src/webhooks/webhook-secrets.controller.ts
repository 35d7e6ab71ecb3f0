import { Controller, Delete, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { AnswersAnew, idFromKey, isAnswered } from '../http/idempotency.interceptor.ts';
import type { Page } from '../http/page.dto.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { WebhookSecrets } from './webhook-secrets.service.ts';
import { NewSecret, secretsPage, type ShownSecret } from './webhooks.dto.ts';

@ApiTags('webhooks')
@Controller('api/v1/webhooks/secrets')
export class WebhookSecretsController {
  constructor(@Inject(WebhookSecrets) private readonly secrets: WebhookSecrets) {}

  @Get()
  @ApiOperation({ summary: 'Your signing secrets, without their values' })
  @Answers(200, 'Those that sign now, newest first.', secretsPage)
  @Problems()
  listWebhookSecrets(@FromCaller() caller: Caller): Promise<Page<ShownSecret>> {
    return this.secrets.list(caller);
  }

  @Post()
  @AnswersAnew()
  @ApiOperation({ summary: 'A new signing secret; its value is shown this once' })
  @Answers(201, 'The secret.', NewSecret)
  // Of a key that made one which is gone since.
  @Problems('NOT_FOUND', 'CONFLICT')
  createWebhookSecret(@FromCaller() caller: Caller, @Req() request: Request): Promise<NewSecret> {
    const key = idFromKey(request);
    return isAnswered(request) ? this.secrets.made(caller, key) : this.secrets.create(caller, key);
  }

  @Post(':id/rotate')
  @AnswersAnew()
  @ApiOperation({ summary: 'A successor; the old secret signs beside it for some hours' })
  @Answers(201, 'The new secret.', NewSecret)
  @Problems('NOT_FOUND', 'CONFLICT')
  rotateWebhookSecret(
    @FromCaller() caller: Caller,
    @Req() request: Request,
    @Param('id') id: string,
  ): Promise<NewSecret> {
    const key = idFromKey(request);
    return isAnswered(request) ? this.secrets.made(caller, key) : this.secrets.rotate(caller, id, key);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Sign with it no more, at once' })
  @Answers(204, 'Done.')
  @Problems('NOT_FOUND')
  deleteWebhookSecret(@FromCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.secrets.remove(caller, id);
  }
}
