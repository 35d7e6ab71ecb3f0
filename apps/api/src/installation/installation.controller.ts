import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { isReviewed, type Language } from '@rounds/contracts/language';
import { Open } from '../auth/auth.guard.ts';
import type { ApiConfig } from '../config.ts';
import { mostUploadBytes } from '../http/upload.interceptor.ts';
import { offeredLanguages } from '../me/offered-languages.ts';
import { Answers } from '../openapi/answers.ts';
import { ASK_ISSUER, CONFIG } from '../platform/tokens.ts';
import { InstallationAnswer } from './installation.dto.ts';
import type { AskIssuer } from './issuer.ts';
import { signInOf } from './sign-in.ts';

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
  constructor(
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(ASK_ISSUER) private readonly askIssuer: AskIssuer,
  ) {}

  @Get()
  @Header('Cache-Control', 'public, max-age=60')
  @ApiOperation({ summary: 'How to sign in, and what is offered here: needs no token' })
  @Answers(200, 'The same for everybody.', InstallationAnswer)
  async getConfig(): Promise<InstallationAnswer> {
    const { config } = this;
    const signIn = signInOf(config);
    return {
      version: config.ROUNDS_CODE_VERSION,
      signIn: signIn && { ...signIn, endpoints: await this.askIssuer() },
      languages: offeredLanguages(config).map(described),
      limits: { uploadBytes: mostUploadBytes(config) },
    };
  }
}
