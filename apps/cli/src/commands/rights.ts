/** `grant`, `revoke` and `token`: who may see what, and a way in while developing. */
import { systemClock } from '@rounds/adapters/clock';
import { readAddress } from '@rounds/adapters/mail/email-address';
import { connectMongo, type Mongo } from '@rounds/adapters/mongo/client';
import { createAuditRepository, type Audited, type Changed } from '@rounds/adapters/mongo/audit.repository';
import { generationOf, visibleAt } from '@rounds/adapters/mongo/generations';
import { createMembershipsRepository } from '@rounds/adapters/mongo/memberships.repository';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import { createUsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { AuditEntry } from '@rounds/contracts/audit';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { UserDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { brokenBy } from '@rounds/contracts/rules';
import { scopeKey, type Scope } from '@rounds/contracts/scope';
import { Command, Option } from 'commander';
import { mongoConfig } from '../config.ts';
import { demandHostReason, hostActor, reasonOption, type ReasonOption } from '../host.ts';
import { answer } from '../output.ts';
import { tokenFor } from '../token.ts';

interface GrantOptions extends ReasonOption {
  readonly user: string;
  readonly study?: string;
  readonly sites?: string;
  readonly unblinded?: boolean;
  readonly manager?: boolean;
  readonly role: 'member' | 'operator' | 'auditor';
}

const withMongo = async <T>(work: (mongo: Mongo) => Promise<T>): Promise<T> => {
  const mongo = connectMongo(mongoConfig(), 'rounds-cli');
  try {
    return await work(mongo);
  } finally {
    await mongo.close();
  }
};

const checkedEmail = (text: string): string => {
  const read = readAddress(text);
  if ('address' in read) return read.address;
  const fault = brokenBy('user', read.breach);
  throw new RoundsError('INVALID_INPUT', `user: ${fault.rule}, not ${text}`, { fields: [fault] });
};

const requireStudy = async (mongo: Mongo, studyId: string): Promise<void> => {
  if ((await mongo.collection('studies').findOne({ _id: studyId })) !== null) return;
  const known = await mongo.collection('studies').find().sort({ _id: 1 }).limit(10).toArray();
  const list =
    known.length === 0 ? 'none is imported yet (rounds import DIR)' : known.map(({ _id }) => _id).join(', ');
  throw new RoundsError('STUDY_NOT_FOUND', `study: there is no study ${studyId}. Studies: ${list}.`);
};

/** A subject's site is DM.SITEID: a right on a site that no subject has is a slip of the pen. */
const requireSites = async (mongo: Mongo, studyId: string, sites: Scope['sites']): Promise<void> => {
  if (sites === 'all') return;
  const study = await mongo.collection('studies').findOne({ _id: studyId });
  const rows = { studyId, domain: 'DM', ...visibleAt(generationOf(study)) };
  const known = (await mongo.collection('records').distinct('row.SITEID', rows)).map(String);
  const missing = sites.filter((site) => !known.includes(site));
  if (missing.length === 0) return;
  throw new RoundsError(
    'INVALID_INPUT',
    `sites: ${missing.join(', ')}: no such site in ${studyId}. Sites: ${known.sort().join(', ')}.`,
  );
};

const scopeOf = ({ sites, unblinded }: GrantOptions): Scope => ({
  sites: sites === undefined ? 'all' : sites.split(',').map((site) => site.trim()),
  unblinded: unblinded ?? false,
});

/** A change of a user's account or rights, and its entry. */
const changeRight = <T>(
  mongo: Mongo,
  userId: string,
  { reason }: ReasonOption,
  write: (audited: Audited) => Promise<T>,
  deedOf: (changed: Changed<T>) => Omit<AuditEntry, 'actorId' | 'target' | 'reason'>,
): Promise<T> => {
  const entryOf = (changed: Changed<T>): AuditEntry => {
    const deed = deedOf(changed);
    const target = { type: deed.action.split('.')[0] ?? '', id: userId };
    const entry = { actorId: hostActor(), target, ...deed, ...defined({ reason }) };
    demandHostReason(entry);
    return entry;
  };
  return createAuditRepository(mongo).change(write, entryOf, systemClock());
};

/** Made at the first sight of the address: a new one holds no right and no identity. */
const ensureUser = async (mongo: Mongo, options: GrantOptions): Promise<UserDocument> => {
  const users = createUsersRepository(mongo);
  const email = checkedEmail(options.user);
  const made = { _id: opaqueId('usr'), email, name: null };
  const user =
    (await users.findByEmail(email)) ??
    (await changeRight(
      mongo,
      made._id,
      options,
      (audited) => users.insert(made, systemClock(), audited),
      (after) => ({ action: 'user.create', ...valuesOf('user', null, after) }),
    )) ??
    (await users.findNewestByEmail(email));
  if (user === null) throw new Error('A user has vanished between two reads.');
  return user;
};

const grantStudy = async (mongo: Mongo, user: UserDocument, options: GrantOptions): Promise<Scope | null> => {
  const { study: studyId } = options;
  if (studyId === undefined) return null;
  const scope = scopeOf(options);
  await requireStudy(mongo, studyId);
  await requireSites(mongo, studyId, scope.sites);
  const granted = { studyId, userId: user._id, ...scope, ...(options.manager && { manages: true }) };
  await changeRight(
    mongo,
    user._id,
    options,
    (audited) => createMembershipsRepository(mongo).grant(granted, systemClock(), audited),
    ({ before }) => ({
      ...{ action: 'membership.grant', studyId, details: { ...scope, manages: options.manager ?? false } },
      ...valuesOf('membership', before, granted),
    }),
  );
  return scope;
};

const grantRole = async (mongo: Mongo, user: UserDocument, options: GrantOptions): Promise<void> => {
  const { role } = options;
  if (role === 'member') return;
  await changeRight(
    mongo,
    user._id,
    options,
    (audited) => createUsersRepository(mongo).addRole(user._id, role, audited),
    (before) => ({
      ...{ action: 'role.grant', details: { role } },
      ...valuesOf('user', before, { ...before, roles: [...before.roles, role] }),
    }),
  );
};

const grant = async (options: GrantOptions) =>
  withMongo(async (mongo) => {
    if (options.study === undefined && options.role === 'member') {
      throw new RoundsError('INVALID_INPUT', 'study: a member needs a study; give --study ID.');
    }
    const user = await ensureUser(mongo, options);
    const scope = await grantStudy(mongo, user, options);
    await grantRole(mongo, user, options);
    const { manager: manages = false } = options;
    return {
      userId: user._id,
      email: user.email,
      role: options.role,
      study: options.study ?? null,
      scope,
      manages,
    };
  });

const grantCommand = new Command('grant')
  .description('let a user see a study; again: replaces what they could see')
  .requiredOption('--user <email>', 'who')
  .option('--study <id>', 'STUDYID')
  .option('--sites <list>', 'SITEIDs with commas; default: all sites')
  .option('--unblinded', 'may see treatment arms')
  .option('--manager', 'looks after the study’s members and documents, as far as they see it')
  .addOption(new Option('--role <role>', 'role').choices(['member', 'operator', 'auditor']).default('member'))
  .addOption(reasonOption())
  .action(async (options: GrantOptions, command: Command) => {
    answer(command, await grant(options), ({ email, role, study, scope, manages }) =>
      [
        `${email} is ${role}`,
        study === null ? '' : ` of ${study}`,
        scope === null ? '' : ` (${scopeKey(scope)}${manages ? ', manages it' : ''})`,
      ].join(''),
    );
  });

const demandUser = async (mongo: Mongo, email: string): Promise<UserDocument> => {
  const [user] = await createUsersRepository(mongo).findByEmails([checkedEmail(email)]);
  if (user === undefined) throw new RoundsError('NOT_FOUND', `user: ${email} is unknown.`);
  return user;
};

interface RevokeOptions extends ReasonOption {
  readonly user: string;
  readonly study: string;
}

const revokeCommand = new Command('revoke')
  .description('take the right on a study away; links that were mailed stop opening')
  .requiredOption('--user <email>', 'who')
  .requiredOption('--study <id>', 'STUDYID')
  .addOption(reasonOption())
  .action(async (options: RevokeOptions, command: Command) => {
    const { user: email, study } = options;
    const revoked = await withMongo(async (mongo) => {
      const user = await demandUser(mongo, email);
      await changeRight(
        mongo,
        user._id,
        options,
        (audited) => createMembershipsRepository(mongo).revoke(study, user._id, audited),
        (before) => ({
          ...{ action: 'membership.revoke', studyId: study },
          ...valuesOf('membership', before, null),
        }),
      );
      return { email: user.email, study };
    });
    answer(command, revoked, () => `${revoked.email} may no longer see ${study}`);
  });

interface BindOptions extends ReasonOption {
  readonly user: string;
  readonly issuer: string;
  readonly subject: string;
  readonly only?: boolean;
}

const bind = (options: BindOptions) =>
  withMongo(async (mongo) => {
    const { user: email, issuer, subject, only = false } = options;
    const users = createUsersRepository(mongo);
    const user = await demandUser(mongo, email);
    const bound = await changeRight(
      mongo,
      user._id,
      options,
      (audited) => users.bind(user._id, { issuer, subject }, only, audited),
      () => ({ action: 'user.bind', details: { only, issuer } }),
    );
    if (bound === null)
      throw new RoundsError('CONFLICT', `subject: ${subject} of ${issuer} is bound to another user.`);
    return { userId: user._id, email: user.email, identities: bound.identities ?? [] };
  });

const bindCommand = new Command('bind')
  .description('let who signs in as this subject be this user; a refused sign-in names issuer and subject')
  .requiredOption('--user <email>', 'who')
  .requiredOption('--issuer <url>', "the token's iss")
  .requiredOption('--subject <id>', "the token's sub")
  .option('--only', 'and nobody else any more: earlier bindings are taken away')
  .addOption(reasonOption())
  .action(async (options: BindOptions, command: Command) => {
    answer(command, await bind(options), ({ email, identities }) =>
      identities.map(({ issuer, subject }) => `${email} signs in as ${subject} of ${issuer}`),
    );
  });

const tokenCommand = new Command('token')
  .description('a bearer token of the embedded issuer (development)')
  .requiredOption('--user <email>', 'for whom')
  .action(async ({ user }: { user: string }, command: Command) => {
    answer(command, { token: await tokenFor(checkedEmail(user)) }, ({ token }) => token);
  });

export const rightsCommands = (): Command[] => [grantCommand, revokeCommand, bindCommand, tokenCommand];
