import {
  Body,
  Controller,
  Get,
  Header,
  Inject,
  Param,
  Post,
  Redirect,
  Req,
  UseFilters,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FORMATS } from '@rounds/contracts/formats';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { Request } from 'express';
import { Open } from '../auth/auth.guard.ts';
import { Answers, AnswersPage } from '../openapi/answers.ts';
import { acceptedLanguage } from '../pages/page-readers.service.ts';
import { PageFilter } from '../pages/page.filter.ts';
import { linkPage, renewalPage } from './link.page.ts';
import { LinkRenewals } from './link-renewal.service.ts';
import { LinksService } from './links.service.ts';

/** The mail's safe link. The token says who it was mailed to; what they may see is asked again each time. */
@Open()
@UseFilters(PageFilter)
@ApiTags('links')
@Controller('r')
export class LinksController {
  constructor(
    @Inject(LinksService) private readonly links: LinksService,
    @Inject(LinkRenewals) private readonly renewals: LinkRenewals,
  ) {}

  @Get(':token')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'The page of a mailed link: what it leads to, and a button for each format' })
  @AnswersPage(200, 'The page.')
  @AnswersPage(403, 'The recipient lost the right.')
  @AnswersPage(404, 'No such link.')
  @AnswersPage(410, 'Expired or withdrawn.')
  @AnswersPage(503, 'A server is away.')
  async showLink(@Param('token') token: string): Promise<string> {
    return linkPage(await this.links.look(token));
  }

  /** The same answer to everyone, so that it tells a stranger nothing. */
  @Post(':token/renew')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'Mail a fresh link to the recipient of an old one: its page’s button' })
  @ApiConsumes('application/x-www-form-urlencoded')
  @AnswersPage(202, 'On its way, if the recipient may still have it; one an hour at most.')
  @AnswersPage(503, 'A server is away.')
  async renewLink(@Param('token') token: string, @Req() request: Request): Promise<string> {
    await this.renewals.renew(token);
    // As the browser says: the recipient's own language would tell a stranger that the link is one.
    return renewalPage(voiceOf(acceptedLanguage(request.get('Accept-Language'))));
  }

  @Post(':token/open')
  @Redirect(undefined, 303)
  @ApiOperation({ summary: 'Open a file: the page’s button' })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['format'],
      properties: { format: { type: 'string', enum: [...FORMATS] } },
    },
  })
  @Answers(303, 'To the file, by an address that is good for a minute.')
  @AnswersPage(400, 'The report was not made in this format.')
  @AnswersPage(403, 'The recipient lost the right.')
  @AnswersPage(404, 'No such link.')
  @AnswersPage(410, 'Expired or withdrawn, or the file is gone.')
  @AnswersPage(503, 'A server is away.')
  async openLink(
    @Param('token') token: string,
    @Body() body: { readonly format?: unknown } | undefined,
  ): Promise<{ url: string }> {
    return { url: await this.links.download(token, body?.format) };
  }
}
