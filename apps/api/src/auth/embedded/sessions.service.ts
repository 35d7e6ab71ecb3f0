import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EmbeddedIssuer } from '@rounds/adapters/auth/embedded-issuer';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { ApiConfig } from '../../config.ts';
import { CLOCK, CONFIG, type Clock } from '../../platform/tokens.ts';
import { EMBEDDED_ISSUER } from './embedded-issuer.provider.ts';
import { ISSUER_PATH } from './served.ts';

const TWELVE_HOURS_S = 12 * 60 * 60;

const session = z.object({
  /** The address, in its normal form. */
  sub: z.string(),
  sid: z.string(),
  /** Epoch seconds. */
  auth_time: z.number(),
});
/** Somebody signed in, in one browser. */
export type Session = z.infer<typeof session>;

/** The browser holds its session in a cookie that no script reads; here nothing is kept. */
@Injectable()
export class Sessions {
  private readonly name: string;
  private readonly attributes: object;

  constructor(
    @Inject(EMBEDDED_ISSUER) private readonly issuer: EmbeddedIssuer,
    @Inject(CONFIG) config: ApiConfig,
    @Inject(CLOCK) private readonly now: Clock,
  ) {
    const { protocol, port } = new URL(config.ROUNDS_PUBLIC_URL);
    // Cookies do not tell ports apart: two checkouts on one machine would sign each other out.
    this.name = `rounds-session-${port}`;
    this.attributes = { path: ISSUER_PATH, httpOnly: true, sameSite: 'lax', secure: protocol === 'https:' };
  }

  async of(request: Request): Promise<Session | null> {
    const cookies = (request.get('Cookie') ?? '').split('; ');
    const sealed = cookies.find((cookie) => cookie.startsWith(`${this.name}=`))?.slice(this.name.length + 1);
    const read = session.safeParse(await this.issuer.unseal('session', sealed ?? ''));
    return read.success ? read.data : null;
  }

  /** @param address in its normal form */
  async begin(address: string, response: Response): Promise<void> {
    const claims = { sub: address, sid: randomUUID(), auth_time: Math.floor(this.now() / 1000) };
    const sealed = await this.issuer.seal('session', claims, TWELVE_HOURS_S);
    response.cookie(this.name, sealed, { ...this.attributes, maxAge: TWELVE_HOURS_S * 1000 });
  }

  end(response: Response): void {
    response.clearCookie(this.name, this.attributes);
  }
}
