/** `generate` and `jobs`: reports made once, and every run. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoundsClient } from '@rounds/client/client';
import type { components } from '@rounds/client/generated/api';
import { followJob, isOver, type Job, type JobEvent } from '@rounds/client/job-events';
import { FORMATS, type Format } from '@rounds/contracts/formats';
import { LANGUAGES, type Language } from '@rounds/contracts/language';
import { Option, type Command } from 'commander';
import { connect, type CallerOptions } from '../connect.ts';
import { JobFailed } from '../exit-codes.ts';
import { answer, endProgress, progressLine } from '../output.ts';
import { formatList, incompleteOption, parameter } from '../values.ts';
import { act, actPaged, apiVerb, family, given, listVerb, type ListOptions } from '../verb.ts';
import { callbackOf, withCallback, type CallbackOptions } from './callback-options.ts';

type ReportRequest = components['schemas']['GenerateReport'];

const ONE = '/api/v1/jobs/{jobId}';

const one = (jobId = '') => ({ path: { jobId } });

const jobLine = ({ jobId, status, step, progress, studyId, period, error }: Job): string =>
  `${jobId}  ${studyId}  ${period.start}..${period.end}  ${status}  ${progress} % ${step}${error === null ? '' : `  ${error.message}`}`;

const jobLines = (job: Job & { readonly files?: readonly string[] }): string[] => [
  jobLine(job),
  ...(job.files ?? []).map((file) => `wrote ${file}`),
];

/** To its end, with a line on a terminal that says how far it is. */
const follow = async (rounds: RoundsClient, jobId: string): Promise<Job> => {
  try {
    for await (const { status, progress, step } of followJob(rounds, jobId))
      progressLine(`${status}, ${progress} % ${step}`);
  } finally {
    endProgress();
  }
  return rounds.get(ONE, { params: one(jobId) });
};

const contentName = (response: Response): string | undefined =>
  /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];

/** Redirects are followed to the file itself; its name comes with it. */
const fetchFile = async (rounds: RoundsClient, path: string) => {
  const response = await rounds.open(path);
  return { name: contentName(response), bytes: Buffer.from(await response.arrayBuffer()) };
};

const downloadPath = (jobId: string, { format, scope, quarantined }: DownloadOptions): string =>
  `/api/v1/jobs/${encodeURIComponent(jobId)}/download?${new URLSearchParams({ format, ...given({ scope }), ...(quarantined && { quarantined: 'true' }) }).toString()}`;

/** Every file of the job that the caller may see. @returns where they are */
const saveFiles = async (
  rounds: RoundsClient,
  { jobId, outputs }: Job,
  folder: string,
): Promise<string[]> => {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const { format, download } of outputs) {
    const { name = `${jobId}.${format}`, bytes } = await fetchFile(rounds, download);
    const file = join(folder, name);
    await writeFile(file, bytes);
    files.push(file);
  }
  return files;
};

const demandCompleted = (job: Job): void => {
  if (!isOver(job) || job.status === 'completed') return;
  throw new JobFailed(`The job ${job.jobId} is ${job.status}: ${job.error?.message ?? job.reason ?? ''}`);
};

interface GenerateOptions extends CallerOptions, CallbackOptions {
  readonly study: string;
  readonly type?: ReportRequest['reportType'];
  readonly template?: string;
  readonly asOf?: string;
  readonly parameter?: Record<string, unknown>;
  readonly formats?: Format[];
  readonly priority?: ReportRequest['priority'];
  readonly scheduledFor?: string;
  readonly incomplete?: ReportRequest['incomplete'];
  /** Seconds, or false for not at all. */
  readonly wait: string | false;
  readonly follow?: boolean;
  readonly download?: string;
}

const requestOf = (options: GenerateOptions): ReportRequest => {
  const { study: studyId, template: templateId, formats, priority, scheduledFor, asOf, incomplete } = options;
  const reportType = options.type ?? (templateId === undefined ? 'study-weekly' : undefined);
  const parameters = { ...options.parameter, ...given({ asOf }) };
  const callback = callbackOf(options);
  return {
    ...{ studyId, parameters },
    ...given({ reportType, templateId, formats, priority, scheduledFor, incomplete, callback }),
  };
};

const generate = async (rounds: RoundsClient, options: GenerateOptions) => {
  const toItsEnd = options.follow === true || options.download !== undefined;
  const waits = options.wait !== false && !toItsEnd && options.scheduledFor === undefined;
  const Prefer = waits ? { Prefer: `wait=${options.wait}` } : {};
  const { jobId } = await rounds.post('/api/v1/reports/generate', {
    body: requestOf(options),
    params: { header: Prefer },
  });
  const job = toItsEnd ? await follow(rounds, jobId) : await rounds.get(ONE, { params: one(jobId) });
  demandCompleted(job);
  const { download } = options;
  return download === undefined ? job : { ...job, files: await saveFiles(rounds, job, download) };
};

const generateVerb = withCallback(
  apiVerb(
    'generate',
    'make a report once',
    'generate --study CDISCPILOT01 --formats pdf,xlsx --download reports',
  ),
)
  .requiredOption('--study <id>', 'STUDYID')
  .option('--type <name>', 'report type; default: the template’s, else study-weekly')
  .option('--template <name>', 'template, or one version of it: name@2')
  .option('--as-of <date>', 'as it would have been due on that local day; default today')
  .option('--parameter <name=value>', 'parameter of the report type; once for each', parameter)
  .option('--formats <list>', FORMATS.join(','), formatList)
  .addOption(
    new Option('--priority <priority>', 'before or behind others').choices(['high', 'normal', 'low']),
  )
  .option('--scheduled-for <instant>', 'begin then and not before, a year ahead at most')
  .addOption(incompleteOption())
  .option('--wait <seconds>', 'answer with the finished job if it is done by then, 60 at most', '60')
  .option('--no-wait', 'answer at once')
  .option('--follow', 'wait for its end, however long it takes')
  .option('--download <folder>', 'wait for its end and keep its files there')
  .action(act(generate, jobLines));

interface FilterOptions extends ListOptions {
  readonly study?: string;
  readonly subscription?: string;
  readonly status?: Job['status'];
}

const list = listVerb('list', 'list runs that you asked for or receive', 'jobs list --status failed --all')
  .option('--study <id>', 'STUDYID')
  .option('--subscription <id>', 'of this subscription')
  .option('--status <status>', 'queued, processing, completed, failed, …')
  .action(
    actPaged(
      (rounds, page, { study: studyId, subscription: subscriptionId, status }: FilterOptions) =>
        rounds.get('/api/v1/jobs', {
          params: { query: { ...page, ...given({ studyId, subscriptionId, status }) } },
        }),
      jobLine,
    ),
  );

const show = apiVerb('show <job>', 'show one as it is now', 'jobs show run_1 --json').action(
  act((rounds, _options: CallerOptions, id) => rounds.get(ONE, { params: one(id) }), jobLine),
);

const cancel = apiVerb('cancel <job>', 'stop one at whatever step it is', 'jobs cancel run_1').action(
  act((rounds, _options: CallerOptions, id) => rounds.delete(ONE, { params: one(id) }), jobLine),
);

interface DownloadOptions extends CallerOptions {
  readonly out: string;
  readonly format: Format;
  readonly scope?: string;
  readonly quarantined?: boolean;
}

const redrive = apiVerb(
  'redrive <job>',
  'resume a failed one from the step that failed, or make anew what was held back, on its own cut',
  'jobs redrive run_1',
).action(
  act((rounds, _options: CallerOptions, id) => rounds.post(`${ONE}/redrive`, { params: one(id) }), jobLine),
);

const release = apiVerb(
  'release <job>',
  'send what the check before sending held back, as it is',
  'jobs release run_1 --reason "The photograph follows next week."',
)
  .requiredOption('--reason <text>', 'why it may be sent: it stands in the audit trail for good')
  .action(
    act(
      (rounds, { reason }: CallerOptions & { readonly reason: string }, id) =>
        rounds.post(`${ONE}/release`, { params: one(id), body: { reason } }),
      jobLine,
    ),
  );

type Delivery = Job['deliveries'][number];

const deliveryLine = ({ recipient, status, mails, code, reason }: Delivery): string =>
  `${recipient}  ${status}${mails > 1 ? `, mail ${mails}` : ''}${code === null ? '' : `  ${code}`}  ${reason ?? ''}`.trimEnd();

const deliveries = apiVerb(
  'deliveries <job>',
  'what became of each mail of one',
  'jobs deliveries run_1',
).action(
  act(
    async (rounds, _options: CallerOptions, id) => (await rounds.get(ONE, { params: one(id) })).deliveries,
    (mails) => mails.map(deliveryLine),
  ),
);

const retry = apiVerb(
  'retry <job>',
  'send the mail again to those whose mail failed or came back, and to nobody else',
  'jobs retry run_1 --recipient ben@example.org',
)
  .option('--recipient <email>', 'only theirs')
  .action(
    act(
      (rounds, { recipient }: CallerOptions & { readonly recipient?: string }, jobId = '') =>
        recipient === undefined
          ? rounds.post(`${ONE}/deliveries/retry`, { params: one(jobId) })
          : rounds.post(`${ONE}/deliveries/{recipient}/retry`, { params: { path: { jobId, recipient } } }),
      jobLine,
    ),
  );

type Decision = components['schemas']['DecideDelivery']['decision'];

const decide = apiVerb(
  'decide <job>',
  'say of a mail of which nobody else can tell that it was sent, or have it sent again',
  'jobs decide run_1 --recipient ben@example.org --decision sent',
)
  .requiredOption('--recipient <email>', 'to whom it was to go')
  .addOption(
    new Option('--decision <decision>', 'what to do').choices(['sent', 'send-again']).makeOptionMandatory(),
  )
  .action(
    act(
      (
        rounds,
        { recipient, decision }: CallerOptions & { readonly recipient: string; readonly decision: Decision },
        jobId = '',
      ) =>
        rounds.post(`${ONE}/deliveries/{recipient}/decision`, {
          params: { path: { jobId, recipient } },
          body: { decision },
        }),
      jobLine,
    ),
  );

const eventLine = ({ at, status, progress, step, reason, error }: JobEvent): string =>
  `${at}  ${status}  ${progress} % ${step}  ${error?.message ?? reason ?? ''}`.trimEnd();

interface EventsOptions extends CallerOptions {
  readonly after?: string;
}

/** Each as it happens; with `--json` one line of JSON each. */
const events = apiVerb(
  'events <job>',
  'what happens to one, live, until it is over',
  'jobs events run_1 --json',
)
  .option('--after <event>', 'what came before it is not told again')
  .action(async (id: string, options: EventsOptions, command: Command) => {
    const rounds = await connect(options);
    for await (const event of followJob(rounds, id, given({ lastEventId: options.after })))
      answer(command, event, eventLine);
  });

const revokeLinks = apiVerb(
  'revoke-links <job>',
  'let the links that were mailed open no more',
  'jobs revoke-links run_1 --recipient ben@example.org',
)
  .option('--recipient <email>', 'only theirs')
  .action(
    act(
      (rounds, { recipient }: CallerOptions & { readonly recipient?: string }, id) =>
        rounds.delete(`${ONE}/links`, { params: { ...one(id), query: given({ recipient }) } }),
      ({ revoked }) => `${revoked} links open no more`,
    ),
  );

interface ViewOptions extends CallerOptions, Pick<DownloadOptions, 'scope'> {
  readonly language?: Language;
}

const view = apiVerb(
  'view <job>',
  'the report as a page: what it says first; all of it with --json',
  'jobs view run_1 --language de --json',
)
  .option('--scope <scope>', 'as in outputs; default: the one made for you')
  .addOption(new Option('--language <code>', 'default: your own').choices(LANGUAGES))
  .action(
    act(
      (rounds, { scope, language }: ViewOptions, jobId = '') =>
        rounds.get('/api/v1/jobs/{jobId}/view', {
          params: { path: { jobId }, query: given({ scope, language }) },
        }),
      ({ report: { head, attention, tiles } }) => [
        `${head.report}, ${head.period}: ${head.studyTitle}`,
        ...attention.items.map(({ lead, sentence }) => `${lead}: ${sentence}`),
        ...tiles.map(({ label, value, previous }) => `${label}: ${value} (${previous})`),
      ],
    ),
  );

const download = apiVerb(
  'download <job>',
  'keep a file of a finished run',
  'jobs download run_1 --out report.pdf',
)
  .requiredOption('--out <file>', 'where to write it')
  .addOption(new Option('--format <format>', 'format').choices(FORMATS).default('pdf'))
  .option('--scope <scope>', 'as in its outputs; default: the one made for you')
  .option('--quarantined', 'also one that was held back, to look at it')
  .action(
    act(
      async (rounds, options: DownloadOptions, id = '') => {
        const { out } = options;
        const { bytes } = await fetchFile(rounds, downloadPath(id, options));
        await writeFile(out, bytes);
        return { file: out, bytes: bytes.length };
      },
      ({ file, bytes }) => `wrote ${file} (${bytes} bytes)`,
    ),
  );

export const jobCommands = (): Command[] => [
  generateVerb,
  family('jobs', 'runs: list, look at, follow, cancel, redrive, release, download, mail again', [
    list,
    show,
    events,
    cancel,
    redrive,
    release,
    deliveries,
    retry,
    decide,
    view,
    download,
    revokeLinks,
  ]),
];
