import { Body, Controller, Get, Header, Inject, Param, Post, Req, UseFilters } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Open } from '../auth/auth.guard.ts';
import { requestIdOf } from '../http/request-id.ts';
import { AnswersPage } from '../openapi/answers.ts';
import { PageFilter } from '../pages/page.filter.ts';
import { NOTICE_ACTIONS, noticePage } from './notice.page.ts';
import { NoticePages } from './notice-pages.service.ts';

/** What the mail of a notice leads to. The token says to whom it was mailed; what they may do is asked each time. */
@Open()
@UseFilters(PageFilter)
@ApiTags('links')
@Controller('n')
export class NoticesController {
  constructor(@Inject(NoticePages) private readonly pages: NoticePages) {}

  @Get(':token')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'The page of what a notice is about; looking changes nothing' })
  @AnswersPage(200, 'The page.')
  @AnswersPage(404, 'No such link, or nothing that its reader may see any more.')
  @AnswersPage(410, 'Expired.')
  @AnswersPage(503, 'A server is away.')
  async showNotice(@Param('token') token: string, @Req() request: Request): Promise<string> {
    return noticePage(await this.pages.look(token, requestIdOf(request)));
  }

  @Post(':token')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'Do what a button of the page says, as far as its reader may' })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['action'],
      properties: { action: { type: 'string', enum: [...NOTICE_ACTIONS] } },
    },
  })
  @AnswersPage(200, 'Done, or there is nothing of it to do any more: the page as it is now.')
  @AnswersPage(404, 'No such link, or nothing that its reader may see any more.')
  @AnswersPage(409, 'Not at the moment.')
  @AnswersPage(410, 'Expired.')
  @AnswersPage(503, 'A server is away.')
  async actOnNotice(
    @Param('token') token: string,
    @Body() body: { readonly action?: unknown } | undefined,
    @Req() request: Request,
  ): Promise<string> {
    return noticePage(await this.pages.act(token, body?.action, requestIdOf(request)));
  }
}
