/** `admin`: what operators look at and put right. */
import { OPENING_KINDS, type OpeningKind } from '@rounds/contracts/collections';
import type { components } from '@rounds/client/generated/api';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { CallerOptions } from '../connect.ts';
import { listOf } from '../values.ts';
import { act, actPaged, apiVerb, family, given, listVerb, type ListOptions } from '../verb.ts';

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
    actPaged(
      (rounds, page, { actor, action, target, study: studyId, from, to }: AuditOptions) =>
        rounds.get('/api/v1/admin/audit', {
          params: { query: { ...page, ...given({ actor, action, target, studyId, from, to }) } },
        }),
      ({ at, actor, actorId, action, target }) => `${at}  ${actor ?? actorId}  ${action}  ${target.id}`,
    ),
  );

interface OpeningsOptions extends ListOptions {
  readonly person?: string;
  readonly job?: string;
  readonly study?: string;
  readonly what?: OpeningKind;
  readonly from?: string;
  readonly to?: string;
}

const openings = listVerb(
  'openings',
  'who looked at which report and fetched which file, newest first',
  'admin openings --what download --all --json',
)
  .option('--person <email>', 'whose link, or who asked')
  .option('--job <id>', 'of this run')
  .option('--study <id>', 'STUDYID')
  .addOption(new Option('--what <what>', 'looks, readings or files').choices(OPENING_KINDS))
  .option('--from <instant>', 'then or later')
  .option('--to <instant>', 'before')
  .action(
    actPaged(
      (rounds, page, { person: user, job: jobId, study: studyId, what, from, to }: OpeningsOptions) =>
        rounds.get('/api/v1/admin/openings', {
          params: { query: { ...page, ...given({ user, jobId, studyId, what, from, to }) } },
        }),
      ({ at, user, userId, by, what, format, jobId }) =>
        `${at}  ${by === 'link' ? 'the link of ' : ''}${user ?? userId}  ${format ?? what}  ${jobId}`,
    ),
  );

type Overview = components['schemas']['Overview'];

type Halts = components['schemas']['Halts'];

const haltLines = ({ items }: Halts): string[] =>
  items.length === 0
    ? ['nothing is halted']
    : items.map(
        ({ studyId, since, by, reason }) =>
          `halted: ${studyId ?? 'everything'}  since ${since}  ${by}  ${reason}`,
      );

interface HaltOptions extends CallerOptions {
  readonly study?: string;
  readonly reason: string;
}

const haltVerb = (name: string, description: string, halted: boolean) =>
  apiVerb(name, description, `admin ${name} --study CDISCPILOT01 --reason "Wrong data were imported."`)
    .option('--study <id>', 'STUDYID; default: everything')
    .requiredOption('--reason <text>', 'why; everyone whose reports wait reads it')
    .action(
      act(
        (rounds, { study: studyId, reason }: HaltOptions) =>
          rounds.put('/api/v1/admin/halt', { body: { halted, reason, ...given({ studyId }) } }),
        haltLines,
      ),
    );

const halt = haltVerb('halt', 'make and mail nothing, everywhere or of a study, until it is lifted', true);
const lift = haltVerb('lift', 'lift a halt: what was due follows each subscription’s catchUp', false);
const halts = apiVerb('halts', 'what is halted, since when and why', 'admin halts --json').action(
  act((rounds) => rounds.get('/api/v1/admin/halt'), haltLines),
);

const overviewLines = ({
  halts: standing,
  queues,
  openJobs,
  durations,
  setAside,
  failedRuns,
  partlyDeliveredRuns,
  mailsInDoubt,
  quarantinedRuns,
}: Overview): string[] => [
  ...(standing.length === 0 ? [] : haltLines({ items: standing })),
  `open jobs: ${openJobs.queued} queued, ${openJobs.processing} being made, of ${openJobs.limit}`,
  `wait for a person: ${failedRuns} failed, ${partlyDeliveredRuns} partly delivered, ${quarantinedRuns} quarantined, ${mailsInDoubt} mails in doubt`,
  ...setAside.first.map(
    ({ id, failures, fault }) => `cannot be settled: ${id}, ${fault}, tried ${failures} times`,
  ),
  ...(queues ?? []).map(
    ({ name, workers, backlog, oldestS }) =>
      `${name.padEnd(13)} ${workers} workers, ${backlog} tasks wait, the oldest ${oldestS} s`,
  ),
  ...(queues === null ? ['the queues are not known: Temporal does not answer'] : []),
  ...durations.map(
    ({ reportType, runs, median, p95 }) =>
      `${reportType}: median ${median} ms, p95 ${p95} ms of ${runs} runs`,
  ),
];

const overview = apiVerb('overview', 'queues, workers, open jobs, durations', 'admin overview --json').action(
  act((rounds) => rounds.get('/api/v1/admin/overview'), overviewLines),
);

type FailureGroup = components['schemas']['FailureGroup'];

interface FailureOptions extends CallerOptions {
  readonly study?: string;
  readonly from?: string;
  readonly to?: string;
}

const failureLine = ({ cause, count, step, message, last }: FailureGroup): string =>
  `${cause}  ${count} at ${step}, last ${last}  ${message}`;

const withWindow = (verb: Command): Command =>
  verb
    .option('--study <id>', 'STUDYID')
    .option('--from <instant>', 'failed then or later')
    .option('--to <instant>', 'failed before');

const failures = withWindow(
  apiVerb(
    'failures',
    'failed runs and runs with mails that were not delivered, by their cause',
    'admin failures --study CDISCPILOT01',
  ),
).action(
  act(
    (rounds, { study: studyId, from, to }: FailureOptions) =>
      rounds.get('/api/v1/admin/failures', { params: { query: given({ studyId, from, to }) } }),
    ({ items }) => items.map(failureLine),
  ),
);

interface RedriveOptions extends FailureOptions {
  readonly cause?: string;
  readonly jobs?: string[];
  readonly really?: boolean;
}

const redrive = withWindow(
  apiVerb(
    'redrive',
    'resume failed runs and send mails that failed, together; tells first what it would do',
    'admin redrive --cause CAUSE --really',
  ),
)
  .option('--cause <cause>', 'all that failed by it')
  .option('--jobs <ids>', 'instead: these, with commas', listOf)
  .option('--really', 'do it')
  .action(
    act(
      (rounds, { cause, jobs: runIds, study: studyId, from, to, really }: RedriveOptions) =>
        rounds.post('/api/v1/admin/failures/redrive', {
          body: { dryRun: really !== true, ...given({ cause, runIds, studyId, from, to }) },
        }),
      ({ dryRun, redriven, items }) => [
        ...items.flatMap(({ jobId, reason }) => (reason === null ? [] : [`${jobId}  not: ${reason}`])),
        `${redriven} ${dryRun ? 'would be resumed: --really does it' : 'are resumed'}`,
      ],
    ),
  );

interface ReassignOptions extends CallerOptions {
  readonly from: string;
  readonly to: string;
  readonly study?: string;
  readonly really?: boolean;
}

const reassign = apiVerb(
  'reassign',
  'hand subscriptions over to another owner; tells first what it would do',
  'admin reassign --from ann@example.org --to ben@example.org --really',
)
  .requiredOption('--from <email>', 'whose')
  .requiredOption('--to <email>', 'who is to own them')
  .option('--study <id>', 'only those of this study')
  .option('--really', 'do it')
  .action(
    act(
      (rounds, { from, to, study: studyId, really }: ReassignOptions) =>
        rounds.post('/api/v1/admin/subscriptions/reassign', {
          body: { from, to, dryRun: really !== true, ...given({ studyId }) },
        }),
      ({ dryRun, reassigned, items }) => [
        ...items.flatMap(({ subscriptionId, reason }) =>
          reason === null ? [] : [`${subscriptionId}  not: ${reason}`],
        ),
        `${reassigned} ${dryRun ? 'would be handed over: --really does it' : 'are handed over'}`,
      ],
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
  actPaged(
    (rounds, query) => rounds.get('/api/v1/admin/suppressions', { params: { query } }),
    ({ id, email, why, createdAt }) => `${id}  ${email ?? 'another address by now'}  ${why}  ${createdAt}`,
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

type MailInDoubt = components['schemas']['MailInDoubt'];

const inDoubtLine = ({ jobId, recipient, since, reason }: MailInDoubt): string =>
  `${jobId}  ${recipient}  since ${since}  ${reason ?? ''}`.trimEnd();

const mailsInDoubt = listVerb(
  'mails-in-doubt',
  'mails of which nobody can tell whether they were sent: decide by `jobs decide`',
  'admin mails-in-doubt',
).action(
  actPaged((rounds, query) => rounds.get('/api/v1/admin/mails-in-doubt', { params: { query } }), inDoubtLine),
);

export const adminCommands = (): Command[] => [
  family('admin', 'for operators: how it runs, what failed, who owns what, who did what', [
    overview,
    halt,
    lift,
    halts,
    failures,
    redrive,
    reassign,
    audit,
    openings,
    flags,
    setFlag,
    mailsInDoubt,
    suppressions,
    release,
  ]),
];
