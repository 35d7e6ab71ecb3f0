import { openEmbeddedIssuer, issuerEnvironment } from '@rounds/adapters/auth/embedded-issuer';
import { baseEnvironment, parseEnvironment } from '@rounds/adapters/config/environment';

/** A bearer token of the embedded issuer. @throws RoundsError CONFIGURATION in production. */
export const tokenFor = async (email: string): Promise<string> => {
  const config = parseEnvironment(baseEnvironment.extend(issuerEnvironment.shape), process.env);
  const issuer = await openEmbeddedIssuer(config);
  return issuer.issue(email);
};
