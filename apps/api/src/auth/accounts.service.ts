import { Inject, Injectable } from '@nestjs/common';
import type { Identity } from '@rounds/adapters/auth/token-verifier';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { UserDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { ApiConfig } from '../config.ts';
import { offeredLanguages } from '../me/offered-languages.ts';
import { CLOCK, CONFIG, type Clock } from '../platform/tokens.ts';
import { SignIns } from './sign-ins.service.ts';

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

const identityOf = ({ issuer, subject }: Identity) => ({ issuer, subject });

/** The user may pass it on: it is their own token that says so. */
const notBound = ({ email, issuer, subject }: Identity): RoundsError =>
  new RoundsError(
    'FORBIDDEN',
    `The account of ${email} is not bound to this sign-in (issuer ${issuer}, subject ${subject}). ` +
      'An operator can bind it by `rounds bind`.',
  );

/**
 * Whose account a token opens. A person is `iss` and `sub`; an address may be given to somebody else one day, and an
 * issuer may vouch for addresses of domains that are not its own.
 */
@Injectable()
export class AccountsService {
  constructor(
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(SignIns) private readonly signIns: SignIns,
    @Inject(CONFIG)
    private readonly config: Pick<
      ApiConfig,
      'ROUNDS_AUTH' | 'ROUNDS_OIDC_TRUSTED_DOMAINS' | 'ROUNDS_DRAFT_LANGUAGES'
    >,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @throws RoundsError FORBIDDEN where the address is that of an account which is not bound to the identity */
  async of(identity: Identity, requestId: string): Promise<UserDocument> {
    const user = await this.find(identity, requestId);
    await this.signIns.enter(user, identity, requestId);
    return user;
  }

  private async find(identity: Identity, requestId: string): Promise<UserDocument> {
    const known = await this.users.findByIdentity(identity);
    if (known !== null) return this.follow(known, identity, requestId);
    return (
      (await this.create(identity, requestId)) ??
      (await this.bind(identity, requestId)) ??
      (await this.boundMeanwhile(identity)) ??
      this.refuse(identity, requestId)
    );
  }

  /** Another request of theirs was first: a page asks several things at once when somebody signs in. */
  private async boundMeanwhile(identity: Identity): Promise<UserDocument | null> {
    const { email, issuer, subject } = identity;
    const newest = await this.users.findNewestByEmail(email);
    const isTheirs = newest?.identities?.some((each) => each.issuer === issuer && each.subject === subject);
    return isTheirs === true ? newest : null;
  }

  /** @throws RoundsError FORBIDDEN */
  private async refuse(identity: Identity, requestId: string): Promise<never> {
    const user = await this.users.findByEmail(identity.email);
    if (user !== null) await this.signIns.enterRefused(user, identity, requestId);
    throw notBound(identity);
  }

  private create(identity: Identity, requestId: string): Promise<UserDocument | null> {
    const { email, name, language, timeZone } = identity;
    const preferences = {
      ...(language !== undefined && offeredLanguages(this.config).includes(language) ? { language } : {}),
      ...defined({ timeZone }),
    };
    const identities = [identityOf(identity)];
    const userId = opaqueId('usr');
    const user = { _id: userId, email, name, ...preferences, identities };
    return this.audit.change(
      { userId, requestId },
      (audited) => this.users.insert(user, new Date(this.now()), audited),
      (made) => ({ action: 'user.create', id: userId, ...valuesOf('user', null, made) }),
    );
  }

  /** An account that was made by its address alone, by whoever gave it its rights. */
  private async bind(identity: Identity, requestId: string): Promise<UserDocument | null> {
    if (!this.trusts(identity.email)) return null;
    const [user] = await this.users.findByEmails([identity.email]);
    if (user === undefined) return null;
    return this.audit.change(
      { userId: user._id, requestId },
      (audited) => this.users.bindFirst(user._id, identityOf(identity), audited),
      () => ({ action: 'user.bind', id: user._id, details: { issuer: identity.issuer } }),
    );
  }

  /** Their address changed at the issuer. What the issuer is not trusted with stays as it was. */
  private async follow(user: UserDocument, { email }: Identity, requestId: string): Promise<UserDocument> {
    if (user.email === email || !this.trusts(email)) return user;
    const moved = await this.audit.change(
      { userId: user._id, requestId },
      (audited) => this.users.readdress(user._id, email, audited),
      () => ({ action: 'user.change', id: user._id, details: { fields: ['email'] } }),
    );
    return moved ?? user;
  }

  private trusts(email: string): boolean {
    if (this.config.ROUNDS_AUTH === 'embedded') return true;
    const trusted = this.config.ROUNDS_OIDC_TRUSTED_DOMAINS;
    return trusted.includes('*') || trusted.includes(domainOf(email));
  }
}
