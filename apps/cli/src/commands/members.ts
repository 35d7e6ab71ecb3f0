/** `members`, `users`: who may see a study, by the API; `grant` and `revoke` do it on a server. */
import type { components } from '@rounds/client/generated/api';
import type { Command } from 'commander';
import type { CallerOptions } from '../connect.ts';
import { listOf } from '../values.ts';
import { act, actPaged, apiVerb, family, given, listVerb, type ListOptions } from '../verb.ts';

type Member = components['schemas']['Member'];

const MEMBERS = '/api/v1/studies/{studyId}/members';

const memberLine = ({ userId, email, sites, unblinded, manages }: Member): string =>
  [
    userId,
    email,
    sites === 'all' ? 'all sites' : `sites ${sites.join(', ')}`,
    unblinded ? 'unblinded' : 'blinded',
    ...(manages ? ['manages'] : []),
  ].join('  ');

interface OfStudy {
  readonly study: string;
}

const list = listVerb(
  'list',
  'who may see a study, the newest rights first',
  'members list --study CDISCPILOT01',
)
  .requiredOption('--study <id>', 'STUDYID')
  .action(
    actPaged(
      (rounds, query, { study: studyId }: ListOptions & OfStudy) =>
        rounds.get(MEMBERS, { params: { path: { studyId }, query } }),
      memberLine,
    ),
  );

interface SetOptions extends CallerOptions, OfStudy {
  readonly sites?: string[];
  readonly unblinded?: true;
  readonly manager?: true;
}

const set = apiVerb(
  'set <person>',
  'say what somebody may see of a study, by user id or e-mail address; again: replaces it',
  'members set colleague@example.org --study CDISCPILOT01 --sites 701,702',
)
  .requiredOption('--study <id>', 'STUDYID')
  .option('--sites <list>', 'SITEIDs with commas; default: all sites', listOf)
  .option('--unblinded', 'may see treatment arms: give --audit-reason')
  .option('--manager', 'looks after the study’s members and documents, as far as they see it')
  .action(
    act(
      (rounds, { study: studyId, sites, unblinded, manager: manages }: SetOptions, user = '') =>
        rounds.put(`${MEMBERS}/{user}`, {
          params: { path: { studyId, user } },
          body: { sites: sites ?? 'all', ...given({ unblinded, manages }) },
        }),
      memberLine,
    ),
  );

const remove = apiVerb(
  'remove <person>',
  'take the right on a study away; links that were mailed stop opening',
  'members remove colleague@example.org --study CDISCPILOT01',
)
  .requiredOption('--study <id>', 'STUDYID')
  .action(
    act(
      async (rounds, { study: studyId }: CallerOptions & OfStudy, user = '') => {
        await rounds.delete(`${MEMBERS}/{user}`, { params: { path: { studyId, user } } });
        return { user, study: studyId };
      },
      ({ user, study }) => `${user} may no longer see ${study}`,
    ),
  );

const users = apiVerb('users <text>', 'people by a part of address or name', 'users anna').action(
  act(
    (rounds, _options: CallerOptions, query = '') =>
      rounds.get('/api/v1/users', { params: { query: { query } } }),
    ({ items }) => items.map(({ id, email, name }) => [id, email, name ?? ''].join('  ').trimEnd()),
  ),
);

export const memberCommands = (): Command[] => [
  family('members', 'who may see a study: list, set and remove them', [list, set, remove]),
  users,
];
