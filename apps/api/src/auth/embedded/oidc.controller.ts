import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Post,
  Query,
  Redirect,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiConsumes, ApiExcludeController } from '@nestjs/swagger';
import type { EmbeddedIssuer } from '@rounds/adapters/auth/embedded-issuer';
import type { Request, Response } from 'express';
import type { ApiConfig } from '../../config.ts';
import { CONFIG } from '../../platform/tokens.ts';
import { Open } from '../auth.guard.ts';
import { Authorizations } from './authorizations.service.ts';
import { EMBEDDED_ISSUER } from './embedded-issuer.provider.ts';
import { AuthorizeQuery, EndSessionQuery, TokenBody, type OAuthFault, type TokenAnswer } from './oidc.dto.ts';
import { OwnHostGuard } from './own-host.guard.ts';
import { ISSUER_PATH, isOfApp, issuerUrl, ownEndpoints } from './served.ts';
import { Sessions } from './sessions.service.ts';

/** As much of OpenID Connect as the web app needs in development. Its own specification describes it, not ours. */
@Open()
@UseGuards(OwnHostGuard)
@ApiExcludeController()
@Controller(ISSUER_PATH)
export class OidcController {
  constructor(
    @Inject(EMBEDDED_ISSUER) private readonly issuer: EmbeddedIssuer,
    @Inject(Authorizations) private readonly authorizations: Authorizations,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /** OpenID Connect Discovery, 3. */
  @Get('.well-known/openid-configuration')
  discover(): object {
    const issuer = issuerUrl(this.config);
    const { authorization, token, endSession } = ownEndpoints(this.config);
    return {
      issuer,
      authorization_endpoint: authorization,
      token_endpoint: token,
      end_session_endpoint: endSession,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
      token_endpoint_auth_methods_supported: ['none'],
      code_challenge_methods_supported: ['S256'],
      scopes_supported: ['openid', 'email', 'profile'],
      claims_supported: [
        'iss',
        'sub',
        'aud',
        'exp',
        'iat',
        'auth_time',
        'sid',
        'nonce',
        'email',
        'email_verified',
      ],
      prompt_values_supported: ['none', 'login'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  @Get('jwks')
  getKeys(): EmbeddedIssuer['publicKeys'] {
    return this.issuer.publicKeys;
  }

  @Get('authorize')
  @Redirect(undefined, 302)
  async authorize(
    @Query({ schema: AuthorizeQuery }) query: AuthorizeQuery,
    @Req() request: Request,
  ): Promise<{ url: string }> {
    return { url: await this.authorizations.authorize(query, await this.sessions.of(request)) };
  }

  @Post('token')
  @HttpCode(200)
  @ApiConsumes('application/x-www-form-urlencoded')
  async exchange(
    @Body({ schema: TokenBody }) body: TokenBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TokenAnswer | OAuthFault> {
    const answer = await this.authorizations.exchange(body);
    if ('error' in answer) response.status(400);
    return answer;
  }

  @Get('end-session')
  @Redirect(undefined, 302)
  endSession(
    @Query({ schema: EndSessionQuery }) { post_logout_redirect_uri: uri, state }: EndSessionQuery,
    @Res({ passthrough: true }) response: Response,
  ): { url: string } {
    this.sessions.end(response);
    if (uri === undefined || !isOfApp(uri, this.config)) return { url: `${ISSUER_PATH}/sign-in` };
    const url = new URL(uri);
    if (state !== undefined) url.searchParams.set('state', state);
    return { url: url.href };
  }
}
