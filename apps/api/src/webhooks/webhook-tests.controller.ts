import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { WebhookTests } from './webhook-tests.service.ts';
import { WebhookTestAnswer, WebhookTestBody } from './webhooks.dto.ts';

@ApiTags('webhooks')
@Controller('api/v1/webhooks/test')
export class WebhookTestsController {
  constructor(@Inject(WebhookTests) private readonly tests: WebhookTests) {}

  @Post()
  @ApiOperation({ summary: 'Make a signed test call now, once, and see how it goes' })
  @Answers(200, 'The call was made, or tried: `taken` says whether it arrived.', WebhookTestAnswer)
  @Problems()
  testWebhook(
    @FromCaller() caller: Caller,
    @Body({ schema: WebhookTestBody }) body: WebhookTestBody,
  ): Promise<WebhookTestAnswer> {
    return this.tests.test(caller, body);
  }
}
