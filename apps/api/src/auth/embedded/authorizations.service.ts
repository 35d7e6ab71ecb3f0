import { Inject, Injectable } from '@nestjs/common';
import type { EmbeddedIssuer } from '@rounds/adapters/auth/embedded-issuer';
import { invalidInput } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
import type { ApiConfig } from '../../config.ts';
import { CONFIG } from '../../platform/tokens.ts';
import { Codes } from './codes.service.ts';
import { EMBEDDED_ISSUER } from './embedded-issuer.provider.ts';
import type { AuthorizeQuery, OAuthFault, TokenAnswer, TokenBody } from './oidc.dto.ts';
import { ISSUER_PATH, isOfApp, issuerUrl } from './served.ts';
import type { Session } from './sessions.service.ts';

/** Short, since the browser gets another one by its session whenever it asks. */
const TOKEN_S = 3600;

const fault = (error: string, error_description: string): OAuthFault => ({ error, error_description });

const faultOf = (query: AuthorizeQuery): OAuthFault | null => {
  const { response_type: type, scope, code_challenge: challenge, code_challenge_method: method } = query;
  if (type !== 'code') return fault('unsupported_response_type', 'response_type must be code');
  if (!scope.split(' ').includes('openid')) return fault('invalid_scope', 'scope must hold openid');
  if (method !== 'S256' || !/^[\w-]{43}$/.test(challenge ?? ''))
    return fault('invalid_request', 'code_challenge must be there, with code_challenge_method S256');
  return null;
};

/** What asked for a sign-in goes on when somebody has signed in, and asks for no second one. */
const signInPath = ({ prompt: _prompt, login_hint: hint, ...query }: AuthorizeQuery): string => {
  const again = new URLSearchParams(query as Record<string, string>);
  const asked = new URLSearchParams({ return: `${ISSUER_PATH}/authorize?${again}`, ...(hint && { hint }) });
  return `${ISSUER_PATH}/sign-in?${asked}`;
};

/** The code flow of OpenID Connect with PKCE, for the web app alone. */
@Injectable()
export class Authorizations {
  constructor(
    @Inject(EMBEDDED_ISSUER) private readonly issuer: EmbeddedIssuer,
    @Inject(Codes) private readonly codes: Codes,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /**
   * Where the browser goes: to the app with a code or a refusal, or to the sign-in page.
   *
   * @throws RoundsError INVALID_INPUT where nobody can be told otherwise: another client, or an address that is not the app's
   */
  async authorize(query: AuthorizeQuery, session: Session | null): Promise<string> {
    this.demandClient(query);
    const wrong = faultOf(query);
    if (wrong !== null) return this.backTo(query, { ...wrong });
    const prompts = query.prompt.split(' ');
    if (session !== null && !prompts.includes('login'))
      return this.backTo(query, { code: await this.codes.issue(query, session) });
    if (!prompts.includes('none')) return signInPath(query);
    return this.backTo(query, { ...fault('login_required', 'nobody is signed in') });
  }

  async exchange(body: TokenBody): Promise<TokenAnswer | OAuthFault> {
    if (body.grant_type !== 'authorization_code')
      return fault('unsupported_grant_type', 'grant_type must be authorization_code');
    const code = await this.codes.take(body);
    if (code === null)
      return fault(
        'invalid_grant',
        'the code is not of this client, redirect_uri and code_verifier, or not new',
      );
    const { sub, sid, auth_time, nonce, scope } = code;
    const person = {
      email: sub,
      email_verified: true,
      auth_time,
      sid,
      ...(nonce !== undefined && { nonce }),
    };
    const claims = { iss: issuerUrl(this.config), sub, aud: body.client_id, ...person };
    return {
      access_token: await this.issuer.issue(sub, { seconds: TOKEN_S, sid }),
      id_token: await this.issuer.signIdToken(claims, TOKEN_S),
      token_type: 'Bearer',
      expires_in: TOKEN_S,
      scope,
    };
  }

  private demandClient({ client_id: client, redirect_uri: uri }: AuthorizeQuery): void {
    const { ROUNDS_OIDC_CLIENT_ID: own } = this.config;
    if (client !== own) throw invalidInput('query', [broken('client_id', 'other-value', { value: own })]);
    if (isOfApp(uri, this.config)) return;
    throw invalidInput('query', [broken('redirect_uri', 'not-of-the-app')]);
  }

  private backTo(
    { redirect_uri: uri, state }: AuthorizeQuery,
    told: Readonly<Record<string, string>>,
  ): string {
    const url = new URL(uri);
    const all = { ...told, ...(state !== undefined && { state }), iss: issuerUrl(this.config) };
    for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value);
    return url.href;
  }
}
