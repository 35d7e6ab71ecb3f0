/**
 * An OpenID Connect provider as far as a verifier and the web app ask it: discovery, its keys, tokens of them, and the
 * code flow for one person who is signed in there. Tokens are given out at another origin than its own, as some
 * providers do.
 */
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SignJWT, exportJWK, generateKeyPair, type JWTPayload } from 'jose';

export interface OidcProvider {
  readonly issuer: string;
  /** Of its token endpoint. */
  readonly tokenOrigin: string;
  /** While false, every connection breaks. */
  up: boolean;
  /** What discovery says beside or instead of the usual. */
  says: Readonly<Record<string, unknown>>;
  /** Who is signed in there: their claims. */
  person: JWTPayload;
  readonly sign: (claims: JWTPayload, how?: { audience?: string; expires?: string }) => Promise<string>;
  readonly close: () => Promise<void>;
}

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

const listen = async (answer: Answering) => {
  const server = createServer(answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close().closeAllConnections();
      await closed;
    },
  };
};

/** Pages of any origin may read it. */
const answerJson = (response: ServerResponse, status: number, body: object): void => {
  const headers = { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' };
  response.writeHead(status, headers).end(JSON.stringify(body));
};

/** RFC 7636, 4.6. */
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

export const startOidcProvider = async (): Promise<OidcProvider> => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one' };
  /** By code, the challenge that came with the wish for it. */
  const challenges = new Map<string, string>();

  /** Back at once: who is signed in is asked nothing. */
  const authorize = (query: URLSearchParams, response: ServerResponse): void => {
    const code = randomUUID();
    challenges.set(code, query.get('code_challenge') ?? '');
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    response.writeHead(302, { Location: back.href }).end();
  };

  const exchange: Answering = (request, response) => {
    void text(request).then(async (body) => {
      const form = new URLSearchParams(body);
      const challenge = challenges.get(form.get('code') ?? '');
      challenges.delete(form.get('code') ?? '');
      if (challenge !== challengeOf(form.get('code_verifier') ?? ''))
        answerJson(response, 400, { error: 'invalid_grant' });
      else
        answerJson(response, 200, {
          access_token: await provider.sign(provider.person),
          id_token: await provider.sign(provider.person, { audience: form.get('client_id') ?? '' }),
          token_type: 'Bearer',
          expires_in: 300,
        });
    });
  };

  const tokens = await listen(exchange);
  const own = await listen((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', own.origin);
    if (!provider.up) response.destroy();
    else if (pathname === '/keys') answerJson(response, 200, { keys: [jwk] });
    else if (pathname === '/authorize') authorize(searchParams, response);
    else
      answerJson(response, 200, {
        issuer: own.origin,
        jwks_uri: `${own.origin}/keys`,
        authorization_endpoint: `${own.origin}/authorize`,
        token_endpoint: `${tokens.origin}/token`,
        ...provider.says,
      });
  });
  const provider: OidcProvider = {
    issuer: own.origin,
    tokenOrigin: tokens.origin,
    up: true,
    says: {},
    person: { sub: 'somebody' },
    sign: (claims, { audience = 'rounds', expires = '5m' } = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setIssuer(own.origin)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(expires)
        .sign(privateKey),
    close: async () => {
      await Promise.all([own.close(), tokens.close()]);
    },
  };
  return provider;
};
