/** Who a bearer token speaks for. Two makers exist: the embedded issuer and any OpenID Connect provider. */
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { isLanguage, type Language } from '@rounds/contracts/language';
import { breach, brokenBy, ruleWords, type Breach } from '@rounds/contracts/rules';
import { isTimeZone } from '@rounds/contracts/schedule';
import { errors, jwtVerify, type CryptoKey, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { readAddress } from '../mail/email-address.ts';

export interface Identity {
  /** OpenID Connect's `iss` and `sub`: together they are one person, for good, whatever their address becomes. */
  readonly issuer: string;
  readonly subject: string;
  /** In its normal form, and verified by the issuer. */
  readonly email: string;
  readonly name: string | null;
  /** Of the token. */
  readonly expiresAt: Date;
  /** Tells one sign-in from the next, as far as the issuer says: many tokens come of one. */
  readonly signIn: string;
  /** As the issuer knows them; absent where it says nothing that Rounds speaks or knows. */
  readonly language?: Language;
  readonly timeZone?: string;
}

export interface TokenVerifier {
  /**
   * @throws RoundsError TOKEN_EXPIRED, UNAUTHENTICATED (any other fault of the token) or DEPENDENCY_DOWN
   * (the issuer's keys cannot be read).
   */
  verify(token: string): Promise<Identity>;
}

export interface EmailClaims {
  /** Holds the address. */
  readonly email: string;
  /** True where the issuer knows that the address is theirs. */
  readonly verified: string;
}

/** OpenID Connect Core, 5.1. */
export const STANDARD_CLAIMS: EmailClaims = { email: 'email', verified: 'email_verified' };

export interface AcceptedTokens {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly claims: EmailClaims;
}

/** Signatures that an OIDC provider may use; never a symmetric one, which a public key could forge. */
export const OIDC_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
];

/** OpenID Connect's own claims: `de-AT`, `Europe/Vienna`. */
const readPreferences = ({ locale, zoneinfo }: JWTPayload): Pick<Identity, 'language' | 'timeZone'> => {
  const language = typeof locale === 'string' ? locale.split(/[-_]/)[0]?.toLowerCase() : undefined;
  return {
    ...(isLanguage(language) ? { language } : {}),
    ...(typeof zoneinfo === 'string' && isTimeZone(zoneinfo) ? { timeZone: zoneinfo } : {}),
  };
};

/** Characters: OpenID Connect Core, 2. */
const LONGEST_SUBJECT = 255;

const readEmail = (payload: JWTPayload, claims: EmailClaims): string => {
  const written = payload[claims.email];
  if (typeof written !== 'string') throw refused(breach('token-claim-missing', { claim: claims.email }));
  // `"true"` is what a person may have been able to write somewhere; only the issuer itself says true.
  if (payload[claims.verified] !== true)
    throw refused(breach('token-email-unverified', { claim: claims.verified }));
  const read = readAddress(written);
  if ('breach' in read)
    throw refused(breach('token-email-wrong', { claim: claims.email, fault: read.breach.code }), {
      words: `has a claim ${claims.email} that ${ruleWords(read.breach)}`,
    });
  return read.address;
};

const readSubject = ({ sub }: JWTPayload): string => {
  if (typeof sub === 'string' && sub !== '' && sub.length <= LONGEST_SUBJECT) return sub;
  throw refused(breach('token-subject-missing', { max: LONGEST_SUBJECT }));
};

/** The session (OpenID Connect Front-Channel Logout, 3), the moment (Core, 2), or the day of the token. */
const readSignIn = ({ sid, auth_time: at, iat, exp }: JWTPayload): string => {
  if (typeof sid === 'string') return sid;
  if (typeof at === 'number') return String(at);
  return new Date((iat ?? exp ?? 0) * 1_000).toISOString().slice(0, 10);
};

const readIdentity = (payload: JWTPayload, { issuer, claims }: AcceptedTokens): Identity => ({
  issuer,
  subject: readSubject(payload),
  email: readEmail(payload, claims),
  name: typeof payload.name === 'string' ? payload.name : null,
  // Asked for in `requiredClaims`.
  expiresAt: new Date((payload.exp ?? 0) * 1_000),
  signIn: readSignIn(payload),
  ...readPreferences(payload),
});

const refused = (
  fault: Breach,
  { words = ruleWords(fault), cause }: { readonly words?: string; readonly cause?: unknown } = {},
): RoundsError =>
  new RoundsError('UNAUTHENTICATED', `The bearer token is not accepted: it ${words}.`, {
    ...defined({ cause }),
    fields: [brokenBy('Authorization', fault)],
  });

const asRoundsError = (error: unknown): RoundsError => {
  if (error instanceof RoundsError) return error;
  if (error instanceof errors.JWTExpired)
    return new RoundsError('TOKEN_EXPIRED', 'The bearer token has expired: sign in again.', {
      fields: [brokenBy('Authorization', breach('token-expired'))],
    });
  if (error instanceof errors.JWTClaimValidationFailed)
    return refused(breach('token-claim-wrong', { claim: error.claim }), { cause: error });
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError))
    return new RoundsError('DEPENDENCY_DOWN', "The token issuer's keys cannot be read.", { cause: error });
  return refused(breach('token-not-signed'), { cause: error });
};

/** @param key the issuer's public key, or a function that finds it by the token's header. */
export const createTokenVerifier = (
  key: CryptoKey | JWTVerifyGetKey,
  accepted: AcceptedTokens,
): TokenVerifier => ({
  verify: async (token) => {
    const { issuer, audience, algorithms } = accepted;
    const options = {
      issuer,
      audience,
      algorithms: [...algorithms],
      requiredClaims: ['exp'],
      clockTolerance: 5,
    };
    try {
      // The two overloads of jwtVerify do not take a union.
      const { payload } =
        typeof key === 'function'
          ? await jwtVerify(token, key, options)
          : await jwtVerify(token, key, options);
      return readIdentity(payload, accepted);
    } catch (error) {
      throw asRoundsError(error);
    }
  },
});
