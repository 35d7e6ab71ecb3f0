import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EmbeddedIssuer } from '@rounds/adapters/auth/embedded-issuer';
import { z } from 'zod';
import { EMBEDDED_ISSUER } from './embedded-issuer.provider.ts';
import type { AuthorizeQuery, TokenBody } from './oidc.dto.ts';
import type { Session } from './sessions.service.ts';

const CODE_S = 60;
const MOST_SPENT = 1_000;

const code = z.object({
  ...{ jti: z.string(), sub: z.string(), sid: z.string(), auth_time: z.number() },
  ...{ client_id: z.string(), redirect_uri: z.string(), code_challenge: z.string() },
  scope: z.string(),
  nonce: z.string().optional(),
});
type Code = z.infer<typeof code>;

const VERIFIER = /^[\w.~-]{43,128}$/;

/** RFC 7636, 4.6. */
const isProven = ({ code_challenge: challenge }: Code, verifier: string): boolean =>
  VERIFIER.test(verifier) && createHash('sha256').update(verifier).digest('base64url') === challenge;

/** Codes of a minute that say themselves what they are for; each is good once. */
@Injectable()
export class Codes {
  private readonly spent = new Set<string>();

  constructor(@Inject(EMBEDDED_ISSUER) private readonly issuer: EmbeddedIssuer) {}

  issue({ client_id, redirect_uri, code_challenge, nonce, scope }: AuthorizeQuery, session: Session) {
    const asked = { client_id, redirect_uri, code_challenge, scope, ...(nonce !== undefined && { nonce }) };
    return this.issuer.seal('code', { ...asked, ...session, jti: randomUUID() }, CODE_S);
  }

  /** Null: of another client, address or verifier, or not new. */
  async take({ code: sealed, client_id, redirect_uri, code_verifier }: TokenBody): Promise<Code | null> {
    const read = code.safeParse(await this.issuer.unseal('code', sealed));
    if (!read.success || this.spent.has(read.data.jti)) return null;
    this.spend(read.data.jti);
    const isSame = read.data.client_id === client_id && read.data.redirect_uri === redirect_uri;
    return isSame && isProven(read.data, code_verifier) ? read.data : null;
  }

  /** The oldest is over by the time that so many came after it. */
  private spend(jti: string): void {
    this.spent.add(jti);
    const [oldest] = this.spent;
    if (this.spent.size > MOST_SPENT && oldest !== undefined) this.spent.delete(oldest);
  }
}
