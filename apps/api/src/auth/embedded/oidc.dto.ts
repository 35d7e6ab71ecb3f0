/** What clients send, as OpenID Connect Core, RFC 6749 and RFC 7636 name it; what else they send is ignored. */
import { rule } from '@rounds/contracts/rules';
import { z } from 'zod';

export const AuthorizeQuery = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  response_type: z.string().optional(),
  scope: z.string().default(''),
  state: z.string().optional(),
  nonce: z.string().optional(),
  prompt: z.string().default(''),
  login_hint: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.string().optional(),
});
export type AuthorizeQuery = z.infer<typeof AuthorizeQuery>;

export const TokenBody = z.object({
  grant_type: z.string().default(''),
  code: z.string().default(''),
  redirect_uri: z.string().default(''),
  client_id: z.string().default(''),
  code_verifier: z.string().default(''),
});
export type TokenBody = z.infer<typeof TokenBody>;

export const EndSessionQuery = z.object({
  post_logout_redirect_uri: z.string().optional(),
  state: z.string().optional(),
});
export type EndSessionQuery = z.infer<typeof EndSessionQuery>;

export const SignInQuery = z.object({
  /** Where to go then: a path of this origin. */
  return: z
    .string()
    .regex(/^\/(?![/\\])/, rule('not-a-path'))
    .default('/'),
  /** Whose address stands there already. */
  hint: z.string().default(''),
});
export type SignInQuery = z.infer<typeof SignInQuery>;

/** RFC 6749, 5.2, and OpenID Connect Core, 3.1.2.6. */
export interface OAuthFault {
  readonly error: string;
  readonly error_description: string;
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly id_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
}
