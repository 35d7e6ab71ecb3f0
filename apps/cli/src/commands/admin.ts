/** `admin`: what operators look at and put right. */
import type { components } from '@rounds/client/generated/api';
import { InvalidArgumentError, type Command } from 'commander';
import type { CallerOptions } from '../connect.ts';
import { listOf } from '../values.ts';
import { act, apiVerb, family, given, listed, listVerb, pageLines, type ListOptions } from '../verb.ts';

type Flag = components['schemas']['Flag'];
type Entry = components['schemas']['AuditEntry'];

interface AuditOptions extends ListOptions {
  readonly actor?: string;
  readonly action?: Entry['action'];
  readonly target?: string;
  readonly study?: string;
  readonly from?: string;
  readonly to?: string;
}

const audit = listVerb(
  'audit',
  'who changed what, newest first',
  'admin audit --action job.cancel --all --json',
)
  .option('--actor <email>', 'who did it')
  .option('--action <action>', 'like subscription.pause')
  .option('--target <id>', 'to what')
  .option('--study <id>', 'STUDYID')
  .option('--from <instant>', 'then or later')
  .option('--to <instant>', 'before')
  .action(
    act(
      (rounds, options: AuditOptions) => {
        const { actor, action, target, study: studyId, from, to } = options;
        return listed(options, (page) =>
          rounds.get('/api/v1/admin/audit', {
            params: { query: { ...page, ...given({ actor, action, target, studyId, from, to }) } },
          }),
        );
      },
      pageLines(
        ({ at, actor, actorId, action, target }) => `${at}  ${actor ?? actorId}  ${action}  ${target.id}`,
      ),
    ),
  );

const flagLine = ({ name, enabled, percentage, on, off }: Flag): string =>
  `${name}  ${enabled ? `${percentage} %` : 'off'}${on.length === 0 ? '' : `  on for ${on.join(', ')}`}${off.length === 0 ? '' : `  off for ${off.join(', ')}`}`;

const flags = apiVerb('flags', 'what is being rolled out, and to whom', 'admin flags').action(
  act(
    (rounds) => rounds.get('/api/v1/admin/flags'),
    ({ items }) => items.map(flagLine),
  ),
);

const share = (text: string): number => {
  const percentage = Number(text);
  if (percentage >= 0 && percentage <= 100) return percentage;
  throw new InvalidArgumentError('must be from 0 to 100.');
};

interface SetFlagOptions extends CallerOptions {
  readonly percentage: number;
  readonly on?: string[];
  readonly off?: string[];
  readonly disable?: boolean;
}

const setFlag = apiVerb(
  'set-flag <flag>',
  'roll something out',
  'admin set-flag pdf-queue-routes --percentage 10',
)
  .requiredOption('--percentage <number>', 'share of the users; always the same ones', share)
  .option('--on <emails>', 'who gets it whatever the percentage', listOf)
  .option('--off <emails>', 'who does not get it', listOf)
  .option('--disable', 'off for everyone')
  .action(
    act((rounds, { percentage, on, off, disable }: SetFlagOptions, flag = '') => {
      const body = { percentage, enabled: disable !== true, ...given({ on, off }) };
      return rounds.put('/api/v1/admin/flags/{flag}', { params: { path: { flag } }, body });
    }, flagLine),
  );

const suppressions = listVerb(
  'suppressions',
  'addresses that get no mail because it came back or was complained of',
  'admin suppressions',
).action(
  act(
    (rounds, options: ListOptions) =>
      listed(options, (query) => rounds.get('/api/v1/admin/suppressions', { params: { query } })),
    pageLines(
      ({ id, email, why, createdAt }) => `${id}  ${email ?? 'another address by now'}  ${why}  ${createdAt}`,
    ),
  ),
);

const release = apiVerb('release <suppression>', 'mail to the address again', 'admin release sup_1').action(
  act(
    async (rounds, _options: CallerOptions, id = '') => {
      await rounds.delete('/api/v1/admin/suppressions/{id}', { params: { path: { id } } });
      return { id };
    },
    ({ id }) => `${id} gets mail again`,
  ),
);

export const adminCommands = (): Command[] => [
  family('admin', 'for operators: the audit trail, flags, addresses without mail', [
    audit,
    flags,
    setFlag,
    suppressions,
    release,
  ]),
];
