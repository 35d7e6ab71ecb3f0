import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromCaller, type Caller } from '../auth/caller.ts';
import type { Page } from '../http/page.dto.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { WebhookDeliveries } from './webhook-deliveries.service.ts';
import { webhookDeliveriesPage, WebhookDeliveriesQueryDto, WebhookDeliveryAnswer } from './webhooks.dto.ts';

@ApiTags('webhooks')
@Controller('api/v1/webhooks/deliveries')
export class WebhookDeliveriesController {
  constructor(@Inject(WebhookDeliveries) private readonly deliveries: WebhookDeliveries) {}

  @Get()
  @ApiOperation({ summary: 'The calls of your callbacks, with every attempt; an operator or auditor: all' })
  @Answers(200, 'One page, newest first.', webhookDeliveriesPage)
  @Problems()
  listWebhookDeliveries(
    @FromCaller() caller: Caller,
    @Query({ schema: WebhookDeliveriesQueryDto }) query: WebhookDeliveriesQueryDto,
  ): Promise<Page<WebhookDeliveryAnswer>> {
    return this.deliveries.list(caller, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One call' })
  @Answers(200, 'The call.', WebhookDeliveryAnswer)
  @Problems('NOT_FOUND')
  getWebhookDelivery(@FromCaller() caller: Caller, @Param('id') id: string): Promise<WebhookDeliveryAnswer> {
    return this.deliveries.read(caller, id);
  }

  @Post(':id/replay')
  @ApiOperation({ summary: 'Send it again: the same `webhook-id`, a new timestamp' })
  @Answers(202, 'It is being sent; read it again to see the attempt.', WebhookDeliveryAnswer)
  @Problems('NOT_FOUND', 'CONFLICT')
  replayWebhookDelivery(
    @FromCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<WebhookDeliveryAnswer> {
    return this.deliveries.replay(caller, id);
  }
}
