import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Res, UseGuards } from '@nestjs/common';
import { ApiConsumes, ApiExcludeController } from '@nestjs/swagger';
import { readAddress } from '@rounds/adapters/mail/email-address';
import { ruleWords } from '@rounds/contracts/rules';
import type { Response } from 'express';
import { Open } from '../auth.guard.ts';
import { SignInQuery } from './oidc.dto.ts';
import { OwnHostGuard } from './own-host.guard.ts';
import { KnownPeople } from './people.service.ts';
import { ISSUER_PATH } from './served.ts';
import { Sessions } from './sessions.service.ts';
import { signInPage } from './sign-in.page.ts';

const HTML = 'text/html; charset=utf-8';

/** Development alone: whoever one says to be, one is. Works without scripts. */
@Open()
@UseGuards(OwnHostGuard)
@ApiExcludeController()
@Controller(`${ISSUER_PATH}/sign-in`)
export class SignInController {
  constructor(
    @Inject(KnownPeople) private readonly people: KnownPeople,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  @Get()
  @Header('Content-Type', HTML)
  async showSignIn(@Query({ schema: SignInQuery }) query: SignInQuery): Promise<string> {
    return signInPage({ ...query, people: await this.people.known() });
  }

  @Post()
  @HttpCode(303)
  @Header('Content-Type', HTML)
  @ApiConsumes('application/x-www-form-urlencoded')
  async signIn(
    @Query({ schema: SignInQuery }) query: SignInQuery,
    @Body() body: { readonly email?: unknown } | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const written = typeof body?.email === 'string' ? body.email : '';
    const read = readAddress(written);
    if ('address' in read) {
      await this.sessions.begin(read.address, response);
      response.location(query.return);
      return '';
    }
    response.status(400);
    return signInPage({
      ...query,
      hint: written,
      fault: ruleWords(read.breach),
      people: await this.people.known(),
    });
  }
}
