import { openEmbeddedIssuer } from '@rounds/adapters/auth/embedded-issuer';
import { issuerConfig } from './config.ts';

/** A bearer token of the embedded issuer. @throws RoundsError CONFIGURATION in production. */
export const tokenFor = async (email: string): Promise<string> => {
  const issuer = await openEmbeddedIssuer(issuerConfig());
  return issuer.issue(email);
};
