import type { IssuerEndpoints } from '../installation/installation.dto.ts';

/** For the policy of the app's pages: exactly what they do there. To leave for a page of the issuer needs no leave. */
export interface IssuerOrigins {
  /** Asked by scripts: what the issuer says of itself, and for tokens. */
  readonly asked: readonly string[];
  /** Shown in the hidden frame in which one is signed in unseen. */
  readonly framed: readonly string[];
}

/** @param issuer null: none but the API itself */
export const issuerOrigins = (issuer: string | null, endpoints: IssuerEndpoints | null): IssuerOrigins => {
  if (issuer === null) return { asked: [], framed: [] };
  const { authorization = issuer, token = issuer } = endpoints ?? {};
  const originsOf = (...urls: readonly string[]) => [...new Set(urls.map((url) => new URL(url).origin))];
  return { asked: originsOf(issuer, token), framed: originsOf(authorization) };
};
