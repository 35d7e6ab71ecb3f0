/** An OpenID Connect provider as far as a verifier asks it: discovery, its keys, and tokens of them. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, exportJWK, generateKeyPair, type JWTPayload } from 'jose';

export interface OidcProvider {
  readonly issuer: string;
  /** While false, every connection breaks. */
  up: boolean;
  readonly sign: (claims: JWTPayload, how?: { audience?: string; expires?: string }) => Promise<string>;
  readonly close: () => Promise<void>;
}

export const startOidcProvider = async (): Promise<OidcProvider> => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one' };
  const server = createServer((request, response) => {
    if (!provider.up) response.destroy();
    else if (request.url === '/keys') response.end(JSON.stringify({ keys: [jwk] }));
    else response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: OidcProvider = {
    issuer,
    up: true,
    sign: (claims, { audience = 'rounds', expires = '5m' } = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime(expires)
        .sign(privateKey),
    close: async () => {
      const closed = once(server, 'close');
      server.close().closeAllConnections();
      await closed;
    },
  };
  return provider;
};
