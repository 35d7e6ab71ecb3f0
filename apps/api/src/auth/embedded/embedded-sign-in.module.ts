import { Module } from '@nestjs/common';
import { Authorizations } from './authorizations.service.ts';
import { Codes } from './codes.service.ts';
import { embeddedIssuer } from './embedded-issuer.provider.ts';
import { OidcController } from './oidc.controller.ts';
import { OwnHostGuard } from './own-host.guard.ts';
import { KnownPeople } from './people.service.ts';
import { Sessions } from './sessions.service.ts';
import { SignInController } from './sign-in.controller.ts';

/** The embedded issuer in a browser; only where `servesSignIn` says so. */
@Module({
  controllers: [OidcController, SignInController],
  providers: [embeddedIssuer, Authorizations, Codes, OwnHostGuard, KnownPeople, Sessions],
})
export class EmbeddedSignInModule {}
