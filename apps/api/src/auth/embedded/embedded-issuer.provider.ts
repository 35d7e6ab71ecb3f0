import type { FactoryProvider } from '@nestjs/common';
import { openEmbeddedIssuer } from '@rounds/adapters/auth/embedded-issuer';
import { CONFIG } from '../../platform/tokens.ts';

export const EMBEDDED_ISSUER = Symbol('embedded issuer');

export const embeddedIssuer: FactoryProvider = {
  provide: EMBEDDED_ISSUER,
  inject: [CONFIG],
  useFactory: openEmbeddedIssuer,
};
