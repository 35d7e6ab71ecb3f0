/**
 * `npm run demo`: the main job once, as a subscriber lives it: import a study, subscribe, let the week pass,
 * read the mail, open its link, keep the files. Every step goes through the public doors (command line, HTTP
 * API, mail); only time is helped along, by the development server's virtual time.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startRounds } from './apps.mjs';
import { privateFolder } from './servers/files.mjs';

const HELP = `npm run demo [-- --study DIR] [--user EMAIL] [--keep]

  --study DIR    report a study of your own (CDISC Dataset-JSON or SAS transport) instead of the sample
  --user EMAIL   who subscribes (default monitor@example.org)
  --keep         leave everything running until Ctrl-C, to look around

Writes .rounds/demo/summary.json and the PDF, XLSX, CSV and JSON beside it.`;

const FORMATS = ['pdf', 'xlsx', 'csv', 'json'];
const EXTENSIONS = { pdf: 'pdf', xlsx: 'xlsx', csv: 'csv.zip', json: 'json' };
const RUN_WITHIN_MS = 120_000;

const sha256 = (/** @type {Buffer} */ bytes) => createHash('sha256').update(bytes).digest('hex');

/** @param {number} started */
const step = (started) => (/** @type {string} */ line) => {
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);
};

/** A caller of the API with a bearer token. @param {string} base @param {string} token */
const caller =
  (base, token) =>
  async (/** @type {string} */ method, /** @type {string} */ path, /** @type {unknown} */ body) => {
    const response = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  };

/**
 * @template T
 * @param {string} what
 * @param {() => Promise<T | null>} look
 * @returns {Promise<T>}
 */
async function until(what, look) {
  for (const end = Date.now() + RUN_WITHIN_MS; Date.now() < end; await delay(250)) {
    const found = await look();
    if (found !== null) return found;
  }
  throw new Error(
    `${what} did not come within ${RUN_WITHIN_MS / 1000} seconds. The logs are in .rounds/demo/logs.`,
  );
}

/** @param {import('./apps.mjs').Rounds} rounds @param {{ study: string | undefined, home: string }} options */
async function bringStudy({ cli }, { study, home }) {
  const folder = study === undefined ? join(home, 'sample-study') : resolve(study);
  if (study === undefined) await cli('sample', folder);
  const imported = await cli('import', folder, '--shift-to-today');
  return {
    studyId: String(imported.studyId),
    rows: Number(imported.rows),
    refused: Number(imported.refused),
  };
}

/** Waits for the run and shows each step once. @param {ReturnType<typeof caller>} api @param {string} runId @param {(line: string) => void} say */
async function watchRun(api, runId, say) {
  let shown = '';
  return until('The finished run', async () => {
    const job = await api('GET', `/jobs/${encodeURIComponent(runId)}`, undefined).catch(() => null);
    if (job === null) return null;
    if (job.step !== shown && job.status === 'processing')
      say(`  ${String(job.progress).padStart(3)} %  ${job.step}`);
    shown = job.step;
    if (['queued', 'processing'].includes(job.status)) return null;
    if (job.status !== 'completed')
      throw new Error(`The run ended ${job.status}: ${JSON.stringify(job.error ?? job.reason)}`);
    return job;
  });
}

/** @param {string} inbox @param {string} to @param {Set<string>} before */
async function newMail(inbox, to, before) {
  return until('The mail', async () => {
    const mails = await readInbox(inbox);
    return (
      mails.find(
        (mail) => !before.has(mail.id) && mail.to.some((/** @type {any} */ each) => each.address === to),
      ) ?? null
    );
  });
}

/** @param {string} inbox @returns {Promise<any[]>} */
async function readInbox(inbox) {
  const response = await fetch(`${inbox}/api/email`);
  return /** @type {any} */ (await response.json());
}

/** Opens the safe link as a browser would: the page, its button, the file. @param {string} url */
async function openLink(url) {
  const page = await fetch(url);
  if (!page.ok) throw new Error(`The safe link answered ${page.status}`);
  const opened = await fetch(`${url}/open`, { method: 'POST', body: new URLSearchParams({ format: 'pdf' }) });
  if (!opened.ok) throw new Error(`The link's button answered ${opened.status}: ${await opened.text()}`);
  return Buffer.from(await opened.arrayBuffer());
}

/** @param {string} base @param {string} token @param {string} runId @param {string} home */
async function keepFiles(base, token, runId, home) {
  /** @type {Record<string, string>} */
  const files = {};
  for (const format of FORMATS) {
    const url = `${base}/api/v1/jobs/${encodeURIComponent(runId)}/download?format=${format}`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`The download of ${format} answered ${response.status}`);
    const file = join(home, `report.${EXTENSIONS[/** @type {keyof typeof EXTENSIONS} */ (format)]}`);
    await writeFile(file, Buffer.from(await response.arrayBuffer()));
    files[format] = relative(process.cwd(), file);
  }
  return files;
}

/**
 * @typedef {object} Summary as in `summary.json`, without the seconds
 * @property {string} study
 * @property {string} subscriptionId
 * @property {string} runId
 * @property {{ start: string, end: string }} period
 * @property {Record<string, string>} files by format
 * @property {{ to: string, subject: string, url: string }} mail
 * @property {{ opened: boolean, sha256: string }} link
 *
 * @param {import('./apps.mjs').Rounds} rounds
 * @param {{ study: string | undefined, user: string, home: string, say: (line: string) => void }} options
 * @returns {Promise<Summary>}
 */
export async function mainJob(rounds, { study, user, home, say }) {
  const { studyId, rows, refused } = await bringStudy(rounds, { study, home });
  say(`imported ${studyId}: ${rows} rows, ${refused} refused`);
  await rounds.cli('grant', '--user', user, '--study', studyId, '--unblinded');
  const { token } = await rounds.cli('token', '--user', user);
  const api = caller(rounds.urls.api, token);
  const mailsBefore = new Set((await readInbox(rounds.urls.inbox)).map((mail) => mail.id));

  const subscription = await api('POST', '/subscriptions', {
    studyId,
    reportType: 'study-weekly',
    schedule: { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' },
    formats: FORMATS,
    // Where a demo before this one was interrupted, its own is still there.
    evenIfEqual: true,
  });
  say(`${user} subscribed; the next run is due ${subscription.nextRuns[0]}`);
  await rounds.cli('fast-forward', subscription.id, '--to', subscription.nextRuns[0]);
  say('the week passed (virtual time)');
  const runId = await until('The run', async () => {
    const { items } = await api('GET', `/jobs?subscriptionId=${subscription.id}`, undefined);
    return items.length > 0 ? String(items[0].jobId) : null;
  });
  const job = await watchRun(api, runId, say);
  const mail = await newMail(rounds.urls.inbox, user, mailsBefore);
  say(`mail: ${mail.subject}`);
  const url = /https?:\/\/\S+\/r\/[\w-]+/.exec(mail.text)?.[0];
  if (url === undefined) throw new Error('The mail holds no safe link.');
  const hash = sha256(await openLink(url));
  const files = await keepFiles(rounds.urls.api, token, runId, home);
  const stored = job.outputs.find((/** @type {any} */ output) => output.format === 'pdf')?.sha256;
  if (stored !== hash)
    throw new Error(`The link gave another file (${hash}) than the run stored (${stored}).`);
  await api('DELETE', `/subscriptions/${subscription.id}`, undefined);
  say('opened the link and kept the files');
  return {
    study: studyId,
    subscriptionId: subscription.id,
    runId,
    period: job.period,
    files,
    mail: { to: user, subject: mail.subject, url },
    link: { opened: true, sha256: hash },
  };
}

/** @param {string[]} args */
export async function demo(args) {
  const { values } = parseArgs({
    args,
    options: {
      study: { type: 'string' },
      user: { type: 'string', default: 'monitor@example.org' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const started = Date.now();
  const say = step(started);
  const base = resolve(process.env.ROUNDS_HOME ?? '.rounds');
  const home = join(base, 'demo');
  await privateFolder(base);
  await mkdir(home, { recursive: true });
  const rounds = await startRounds({
    home,
    virtualTime: true,
    servicesFiles: [join(home, 'services.json'), join(base, 'services.json')],
    onLine: say,
  });
  try {
    const done = await mainJob(rounds, { study: values.study, user: values.user, home, say });
    const summary = { ...done, seconds: Math.round((Date.now() - started) / 100) / 10 };
    await writeFile(join(home, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    console.log(
      `\nThe report: ${summary.files.pdf}\nThe summary: ${relative(process.cwd(), join(home, 'summary.json'))}`,
    );
    if (values.keep) await untilStopped(rounds.urls);
  } finally {
    await rounds.stop();
  }
}

/** @param {import('./apps.mjs').Rounds['urls']} urls */
async function untilStopped(urls) {
  console.log(
    `\nAPI ${urls.api}/api/docs\nTemporal's Web UI ${urls.temporal}\nInbox ${urls.inbox}\nCtrl-C stops.`,
  );
  await new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, done);
  });
}
