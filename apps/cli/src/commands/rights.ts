/** `grant`, `revoke` and `token`: who may see what, and a way in while developing. */
import { systemClock } from '@rounds/adapters/clock';
import { readAddress } from '@rounds/adapters/mail/email-address';
import { connectMongo, type Mongo } from '@rounds/adapters/mongo/client';
import { createAuditRepository } from '@rounds/adapters/mongo/audit.repository';
import { generationOf, visibleAt } from '@rounds/adapters/mongo/generations';
import { createMembershipsRepository } from '@rounds/adapters/mongo/memberships.repository';
import { createUsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { AuditEntry } from '@rounds/contracts/audit';
import type { UserDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { scopeKey, type Scope } from '@rounds/contracts/scope';
import { Command, Option } from 'commander';
import { mongoConfig } from '../config.ts';
import { answer } from '../output.ts';
import { tokenFor } from '../token.ts';

interface GrantOptions {
  readonly user: string;
  readonly study?: string;
  readonly sites?: string;
  readonly unblinded?: boolean;
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
  const fields = [{ field: 'user', rule: read.rule }];
  throw new RoundsError('INVALID_INPUT', `user: ${read.rule}, not ${text}`, { fields });
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

/** Who may run commands on the servers is known to those alone. */
const recordRight = (
  mongo: Mongo,
  user: UserDocument,
  deed: Omit<AuditEntry, 'actorId' | 'target'>,
): Promise<void> => {
  const target = { type: deed.action.split('.')[0] ?? '', id: user._id };
  return createAuditRepository(mongo).record({ actorId: 'command-line', target, ...deed }, systemClock());
};

const recordScope = (
  mongo: Mongo,
  user: UserDocument,
  studyId: string,
  { sites, unblinded }: Scope,
): Promise<void> =>
  recordRight(mongo, user, { action: 'membership.grant', studyId, details: { sites, unblinded } });

const grantStudy = async (mongo: Mongo, user: UserDocument, options: GrantOptions): Promise<Scope | null> => {
  const { study: studyId } = options;
  if (studyId === undefined) return null;
  const scope = scopeOf(options);
  await requireStudy(mongo, studyId);
  await requireSites(mongo, studyId, scope.sites);
  await createMembershipsRepository(mongo).grant({ studyId, userId: user._id, ...scope }, systemClock());
  await recordScope(mongo, user, studyId, scope);
  return scope;
};

const grant = async (options: GrantOptions) =>
  withMongo(async (mongo) => {
    if (options.study === undefined && options.role === 'member') {
      throw new RoundsError('INVALID_INPUT', 'study: a member needs a study; give --study ID.');
    }
    const users = createUsersRepository(mongo);
    const user = await users.ensure(checkedEmail(options.user), systemClock());
    const scope = await grantStudy(mongo, user, options);
    if (options.role !== 'member') {
      await users.addRole(user._id, options.role);
      await recordRight(mongo, user, { action: 'role.grant', details: { role: options.role } });
    }
    return { userId: user._id, email: user.email, role: options.role, study: options.study ?? null, scope };
  });

const grantCommand = new Command('grant')
  .description('let a user see a study; again: replaces what they could see')
  .requiredOption('--user <email>', 'who')
  .option('--study <id>', 'STUDYID')
  .option('--sites <list>', 'SITEIDs with commas; default: all sites')
  .option('--unblinded', 'may see treatment arms')
  .addOption(new Option('--role <role>', 'role').choices(['member', 'operator', 'auditor']).default('member'))
  .action(async (options: GrantOptions, command: Command) => {
    answer(command, await grant(options), ({ email, role, study, scope }) =>
      [
        `${email} is ${role}`,
        study === null ? '' : ` of ${study}`,
        scope === null ? '' : ` (${scopeKey(scope)})`,
      ].join(''),
    );
  });

const demandUser = async (mongo: Mongo, email: string): Promise<UserDocument> => {
  const [user] = await createUsersRepository(mongo).findByEmails([checkedEmail(email)]);
  if (user === undefined) throw new RoundsError('NOT_FOUND', `user: ${email} is unknown.`);
  return user;
};

const revokeCommand = new Command('revoke')
  .description('take the right on a study away; links that were mailed stop opening')
  .requiredOption('--user <email>', 'who')
  .requiredOption('--study <id>', 'STUDYID')
  .action(async ({ user: email, study }: { user: string; study: string }, command: Command) => {
    const revoked = await withMongo(async (mongo) => {
      const user = await demandUser(mongo, email);
      await createMembershipsRepository(mongo).revoke(study, user._id);
      await recordRight(mongo, user, { action: 'membership.revoke', studyId: study });
      return { email: user.email, study };
    });
    answer(command, revoked, () => `${revoked.email} may no longer see ${study}`);
  });

interface BindOptions {
  readonly user: string;
  readonly issuer: string;
  readonly subject: string;
  readonly only?: boolean;
}

const bind = ({ user: email, issuer, subject, only = false }: BindOptions) =>
  withMongo(async (mongo) => {
    const users = createUsersRepository(mongo);
    const user = await demandUser(mongo, email);
    const bound = await users.bind(user._id, { issuer, subject }, only);
    if (bound === null)
      throw new RoundsError('CONFLICT', `subject: ${subject} of ${issuer} is bound to another user.`);
    await recordRight(mongo, user, { action: 'user.bind', details: { only } });
    return { userId: user._id, email: user.email, identities: bound.identities ?? [] };
  });

const bindCommand = new Command('bind')
  .description('let who signs in as this subject be this user; a refused sign-in names issuer and subject')
  .requiredOption('--user <email>', 'who')
  .requiredOption('--issuer <url>', "the token's iss")
  .requiredOption('--subject <id>', "the token's sub")
  .option('--only', 'and nobody else any more: earlier bindings are taken away')
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
