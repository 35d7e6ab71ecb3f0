import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  UseFilters,
  UseInterceptors,
} from '@nestjs/common';
import { NoFilesInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Open } from '../auth/auth.guard.ts';
import { AnswersPage } from '../openapi/answers.ts';
import { PageFilter } from '../pages/page.filter.ts';
import { unsubscribePage } from './unsubscribe.page.ts';
import { UnsubscribeService } from './unsubscribe.service.ts';

/** Of a form that a mail program posts: RFC 8058 leaves it the choice between both kinds. */
const FORM_LIMITS = { fields: 10, fieldSize: 1_024, files: 0, parts: 10 };

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
  @HttpCode(200)
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'Unsubscribe: RFC 8058 one-click, and the page’s button' })
  @UseInterceptors(NoFilesInterceptor({ limits: FORM_LIMITS }))
  @ApiConsumes('application/x-www-form-urlencoded', 'multipart/form-data')
  @ApiBody({
    required: false,
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
    @Body() body: { readonly wish?: unknown } | undefined,
  ): Promise<string> {
    return unsubscribePage(await this.unsubscription.set(token, body?.wish === 'receive'));
  }
}
