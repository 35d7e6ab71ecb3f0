import { Inject, Injectable } from '@nestjs/common';
import type { Identity } from '@rounds/adapters/auth/token-verifier';
import type { UserDocument } from '@rounds/contracts/collections';
import { AuditTrail } from '../audit/audit-trail.service.ts';

/** What this process knows to be entered; more would only be looked at again. */
const MOST_KNOWN = 10_000;

/** Who signs in stands in the audit trail once a sign-in, whatever number of requests and tokens it brings. */
@Injectable()
export class SignIns {
  private readonly known = new Set<string>();

  constructor(@Inject(AuditTrail) private readonly audit: AuditTrail) {}

  async enter({ _id: id }: UserDocument, { issuer, signIn }: Identity, requestId: string): Promise<void> {
    const occasion = JSON.stringify([issuer, signIn]);
    const key = `${id} ${occasion}`;
    if (this.known.has(key)) return;
    const deed = { action: 'user.sign-in', id, details: { issuer } } as const;
    await this.audit.recordOnce({ userId: id, requestId }, deed, occasion);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.add(key);
  }

  /** Whose account it would have been is known, who it was is not: once an hour. */
  async enterRefused(user: UserDocument, { issuer, subject }: Identity, requestId: string): Promise<void> {
    const deed = { action: 'user.refuse', id: user._id, details: { issuer } } as const;
    await this.audit.recordHourly({ userId: 'unknown', requestId }, deed, [issuer, subject]);
  }
}
