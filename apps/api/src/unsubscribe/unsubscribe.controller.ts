import { Body, Controller, Get, Header, Inject, Param, Post, Req, UseFilters } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Open } from '../auth/auth.guard.ts';
import { AnswersPage } from '../openapi/answers.ts';
import { PageFilter } from '../pages/page.filter.ts';
import { unsubscribePage } from './unsubscribe.page.ts';
import { UnsubscribeService } from './unsubscribe.service.ts';
import { wantsAgain } from './wants-again.ts';

@Open()
@UseFilters(PageFilter)
@ApiTags('links')
@Controller('u')
export class UnsubscribeController {
  constructor(@Inject(UnsubscribeService) private readonly unsubscription: UnsubscribeService) {}

  @Get(':token')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'The page of a mail’s unsubscribe link; looking changes nothing' })
  @AnswersPage(200, 'The page.')
  @AnswersPage(404, 'No such link.')
  @AnswersPage(503, 'A server is away.')
  async showUnsubscribe(@Param('token') token: string): Promise<string> {
    return unsubscribePage(await this.unsubscription.look(token));
  }

  /** A mail program posts `List-Unsubscribe=One-Click`, the page's buttons post a `wish`. */
  @Post(':token')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'Unsubscribe: RFC 8058 one-click, and the page’s button' })
  @ApiConsumes('application/x-www-form-urlencoded', 'multipart/form-data')
  @ApiBody({
    required: false,
    description: 'Taken whatever it holds: anything but the wish to receive the mails unsubscribes.',
    schema: {
      type: 'object',
      properties: {
        'List-Unsubscribe': { type: 'string', enum: ['One-Click'] },
        wish: { type: 'string', enum: ['stop', 'receive'] },
      },
    },
  })
  @AnswersPage(200, 'Done.')
  @AnswersPage(404, 'No such link.')
  @AnswersPage(503, 'A server is away.')
  async unsubscribe(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<string> {
    const receives = await wantsAgain(body, request.get('Content-Type'));
    return unsubscribePage(await this.unsubscription.set(token, receives));
  }
}
