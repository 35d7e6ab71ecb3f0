/** What a subscriber does, through the API: subscribe and steer, generate, watch jobs, download. */
import { writeFile } from 'node:fs/promises';
import { FORMATS, type Format } from '@rounds/contracts/formats';
import { Command } from 'commander';
import { apiClient, type ApiClient } from '../api-client.ts';
import { answer } from '../output.ts';

interface Caller {
  readonly user?: string;
}

const asCaller = (command: Command): Command =>
  command.option('--user <email>', 'who asks (development; elsewhere ROUNDS_TOKEN says it)');

const listOf = (text: string): string[] => text.split(',').map((part) => part.trim());

interface SubscriptionAnswer {
  readonly id: string;
  readonly status: string;
  readonly studyId: string;
  readonly nextRuns: readonly string[];
}

const subscriptionLines = ({ id, status, studyId, nextRuns }: SubscriptionAnswer): string[] => [
  `${id}  ${studyId}  ${status}`,
  ...nextRuns.map((instant, index) => `${index === 0 ? 'next runs ' : '          '}${instant}`),
];

interface SubscribeOptions extends Caller {
  readonly study: string;
  readonly type: string;
  readonly every: string;
  readonly on?: string;
  readonly at: string;
  readonly zone: string;
  readonly formats: string[];
  readonly recipients?: string[];
  readonly until?: string;
}

const subscribe = asCaller(new Command('subscribe'))
  .description('subscribe to a study’s report')
  .requiredOption('--study <id>', 'STUDYID')
  .option('--type <name>', 'report type', 'study-weekly')
  .option('--every <unit>', 'day, week or month', 'week')
  .option('--on <day>', 'weekday, or day of the month (1–31, last)')
  .option('--at <time>', 'local time', '08:00')
  .option('--zone <name>', 'IANA time zone', 'UTC')
  .option('--formats <list>', FORMATS.join(','), listOf, ['pdf', 'xlsx'])
  .option('--recipients <emails>', 'who gets it, with commas; default: yourself', listOf)
  .option('--until <date>', 'last day on which a run may be due')
  .action(async (options: SubscribeOptions, command: Command) => {
    const { study, type, every, on, at, zone, formats, recipients, until } = options;
    const body = {
      studyId: study,
      reportType: type,
      schedule: {
        every,
        ...(on === undefined ? {} : { on: /^\d+$/.test(on) ? Number(on) : on }),
        at,
        timeZone: zone,
      },
      formats,
      ...(recipients === undefined ? {} : { recipients }),
      ...(until === undefined ? {} : { until }),
    };
    const api = await apiClient(options.user);
    answer(
      command,
      (await api.call('POST', '/subscriptions', body)) as SubscriptionAnswer,
      subscriptionLines,
    );
  });

const subscriptions = asCaller(new Command('subscriptions'))
  .description('list your subscriptions')
  .action(async (options: Caller, command: Command) => {
    const api = await apiClient(options.user);
    const page = (await api.call('GET', '/subscriptions')) as { items: SubscriptionAnswer[] };
    answer(command, page, ({ items }) => items.flatMap(subscriptionLines));
  });

const STEERING = {
  pause: { method: 'POST', path: '/pause', does: 'pause a subscription; runs due meanwhile are skipped' },
  resume: { method: 'POST', path: '/resume', does: 'resume a paused subscription' },
  cancel: { method: 'DELETE', path: '', does: 'cancel a subscription for good' },
} as const;

const steering = Object.entries(STEERING).map(([name, { method, path, does }]) =>
  asCaller(new Command(name))
    .description(does)
    .argument('<subscription>', 'its id')
    .action(async (id: string, options: Caller, command: Command) => {
      const api = await apiClient(options.user);
      const changed = (await api.call(method, `/subscriptions/${id}${path}`)) as SubscriptionAnswer | null;
      answer(command, changed ?? { id, status: 'cancelled', studyId: '', nextRuns: [] }, subscriptionLines);
    }),
);

const runNow = asCaller(new Command('run-now'))
  .description('make and mail the report now, beside the schedule')
  .argument('<subscription>', 'its id')
  .action(async (id: string, options: Caller, command: Command) => {
    const api = await apiClient(options.user);
    const started = (await api.call('POST', `/subscriptions/${id}/run-now`, {})) as { jobId: string };
    answer(command, started, ({ jobId }) => `started ${jobId}; watch it: rounds jobs ${jobId}`);
  });

interface JobAnswer {
  readonly jobId: string;
  readonly status: string;
  readonly step: string;
  readonly progress: number;
  readonly studyId: string;
  readonly period: { readonly start: string; readonly end: string };
  readonly error?: { readonly message: string } | null;
}

const jobLine = ({ jobId, status, step, progress, studyId, period, error }: JobAnswer): string =>
  `${jobId}  ${studyId}  ${period.start}..${period.end}  ${status}  ${progress} % ${step}${error ? `  ${error.message}` : ''}`;

const generate = asCaller(new Command('generate'))
  .description('make a report once, to download')
  .requiredOption('--study <id>', 'STUDYID')
  .option('--type <name>', 'report type', 'study-weekly')
  .option('--as-of <date>', 'as it would have been due on that local day; default today')
  .option('--formats <list>', FORMATS.join(','), listOf, ['pdf'])
  .option('--wait <seconds>', 'wait for it, 60 at most', '60')
  .action(async (options: GenerateOptions, command: Command) => {
    const { study, type, asOf, formats, wait } = options;
    const api = await apiClient(options.user);
    const parameters = asOf === undefined ? {} : { asOf };
    const body = { studyId: study, reportType: type, formats, parameters };
    const begun = (await api.call('POST', '/reports/generate', body)) as { jobId: string };
    answer(command, await settled(api, begun.jobId, Number(wait)), jobLine);
  });

interface GenerateOptions extends Caller {
  readonly study: string;
  readonly type: string;
  readonly asOf?: string;
  readonly formats: string[];
  readonly wait: string;
}

const POLL_MS = 500;

/** The job as it stands once it is over, or after `seconds`. */
const settled = async (api: ApiClient, jobId: string, seconds: number): Promise<JobAnswer> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const job = (await api.call('GET', `/jobs/${encodeURIComponent(jobId)}`)) as JobAnswer;
    if (!['queued', 'processing'].includes(job.status) || Date.now() >= end) return job;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
};

const jobs = asCaller(new Command('jobs'))
  .description('list runs, or show one')
  .argument('[job]', 'its id')
  .action(async (id: string | undefined, options: Caller, command: Command) => {
    const api = await apiClient(options.user);
    if (id !== undefined) {
      answer(command, (await api.call('GET', `/jobs/${encodeURIComponent(id)}`)) as JobAnswer, jobLine);
      return;
    }
    const page = (await api.call('GET', '/jobs')) as { items: JobAnswer[] };
    answer(command, page, ({ items }) => items.map(jobLine));
  });

const download = asCaller(new Command('download'))
  .description('keep a file of a finished run')
  .argument('<job>', 'its id')
  .requiredOption('--out <file>', 'where to write it')
  .option('--format <format>', FORMATS.join(', '), 'pdf')
  .action(async (id: string, options: Caller & { out: string; format: Format }, command: Command) => {
    const api = await apiClient(options.user);
    const bytes = await api.download(`/jobs/${encodeURIComponent(id)}/download?format=${options.format}`);
    await writeFile(options.out, bytes);
    answer(
      command,
      { file: options.out, bytes: bytes.length },
      ({ file }) => `wrote ${file} (${bytes.length} bytes)`,
    );
  });

export const subscriberCommands = (): Command[] => [
  subscribe,
  subscriptions,
  ...steering,
  runNow,
  generate,
  jobs,
  download,
];
