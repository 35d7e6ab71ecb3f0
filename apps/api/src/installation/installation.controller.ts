import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { EMBEDDED_AUDIENCE } from '@rounds/adapters/auth/embedded-issuer';
import { isReviewed, type Language } from '@rounds/contracts/language';
import { Open } from '../auth/auth.guard.ts';
import { issuerUrl, servesSignIn } from '../auth/embedded/served.ts';
import type { ApiConfig } from '../config.ts';
import { mostUploadBytes } from '../http/upload.interceptor.ts';
import { offeredLanguages } from '../me/offered-languages.ts';
import { Answers } from '../openapi/answers.ts';
import { CONFIG } from '../platform/tokens.ts';
import { InstallationAnswer } from './installation.dto.ts';

const signInOf = (config: ApiConfig): InstallationAnswer['signIn'] => {
  const { ROUNDS_OIDC_CLIENT_ID: clientId, ROUNDS_OIDC_SCOPES: scopes } = config;
  const { ROUNDS_OIDC_ISSUER: authority, ROUNDS_OIDC_AUDIENCE: audience } = config;
  if (servesSignIn(config))
    return { authority: issuerUrl(config), clientId, scopes, audience: EMBEDDED_AUDIENCE };
  if (config.ROUNDS_AUTH === 'embedded' || authority === undefined || audience === undefined) return null;
  return { authority, clientId, scopes, audience };
};

const described = (id: Language) => ({
  id,
  name: new Intl.DisplayNames(id, { type: 'language' }).of(id) ?? id,
  isDraft: !isReviewed(id),
});

/** What a client must know before anybody has signed in. */
@Open()
@ApiTags('installation')
@Controller('api/v1/config')
export class InstallationController {
  constructor(@Inject(CONFIG) private readonly config: ApiConfig) {}

  @Get()
  @Header('Cache-Control', 'public, max-age=60')
  @ApiOperation({ summary: 'How to sign in, and what is offered here: needs no token' })
  @Answers(200, 'The same for everybody.', InstallationAnswer)
  getConfig(): InstallationAnswer {
    const { config } = this;
    return {
      version: config.ROUNDS_CODE_VERSION,
      signIn: signInOf(config),
      languages: offeredLanguages(config).map(described),
      limits: { uploadBytes: mostUploadBytes(config) },
    };
  }
}
