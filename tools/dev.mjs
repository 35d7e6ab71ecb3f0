/** `npm run dev`: everything until Ctrl-C; its state survives under `.rounds/dev`. */
import { join, resolve } from 'node:path';
import { startRounds } from './apps.mjs';
import { privateFolder, readJson, writeJson } from './servers/files.mjs';
import { portsOf } from './servers/ports.mjs';
import { WEB_BASE } from './web.mjs';

const HELP = `npm run dev [-- --empty] [-- --vite]

Starts the embedded servers, the API with the web app and one worker a role, and keeps them running until Ctrl-C.
What dies is started again. State is kept under .rounds/dev (ROUNDS_HOME moves .rounds).

  --empty   without the sample study and its people, which the first start brings otherwise
  --vite    the web app from its sources too, by Vite: what is changed there is seen at once`;

/** Who may try the product, each with other rights. The first one sees everything. */
const PEOPLE = [
  ['monitor@example.org', '--study', 'ROUNDS-DEMO', '--unblinded'],
  ['blinded@example.org', '--study', 'ROUNDS-DEMO'],
  ['site@example.org', '--study', 'ROUNDS-DEMO', '--sites', '101,102'],
  ['operator@example.org', '--role', 'operator'],
];

/**
 * The sample study with its people: once for each state, so that whatever is changed afterwards stays.
 *
 * @param {import('./apps.mjs').Rounds} rounds @param {string} home
 */
export async function bringSample({ cli }, home) {
  const marker = join(home, 'sample.json');
  if ((await readJson(marker, undefined)) !== undefined) return;
  const folder = join(home, 'sample-study');
  await cli('sample', folder);
  await cli('import', folder, '--shift-to-today');
  for (const [email = '', ...rights] of PEOPLE) await cli('grant', '--user', email, ...rights);
  await writeJson(marker, { people: PEOPLE.map(([email]) => email) });
}

/** @param {import('./apps.mjs').Rounds} rounds @param {string | undefined} sources where the app is served from its sources */
const welcome = ({ urls }, sources) => `
Rounds is running.
${sources === undefined ? '' : `\n  From its sources    ${sources}`}
  Rounds              ${urls.api}${WEB_BASE}
  Sign in             ${urls.api}/oidc/sign-in?return=${WEB_BASE}
  Inbox               ${urls.inbox}
  API                 ${urls.api}/api/docs
  Temporal's Web UI   ${urls.temporal}

In another terminal:

  npm run rounds -- import ../my-study --shift-to-today
  npm run rounds -- grant --user you@example.org --study STUDYID --unblinded
  npm run rounds -- subscribe --user you@example.org --study STUDYID
  npm run rounds -- --help

Ctrl-C stops everything; the state stays.
`;

/** Only who asks for it waits for what it needs. @param {{ api: string, port: number, home: string }} options */
const startVite = async ({ home, ...where }) =>
  (await import('./web-dev.mjs')).serveSources({ ...where, cacheDir: home });

/** @param {string[]} args */
export async function dev(args) {
  if (args.includes('--help')) {
    console.log(HELP);
    return;
  }
  const base = resolve(process.env.ROUNDS_HOME ?? '.rounds');
  const home = join(base, 'dev');
  await privateFolder(base);
  const port = args.includes('--vite') ? await portsOf(home).take('web') : undefined;
  const rounds = await startRounds({
    home,
    virtualTime: true,
    // Its pages sign in at the API, which is of another origin.
    ...(port !== undefined && { webOrigin: `http://127.0.0.1:${port}` }),
    servicesFiles: [join(home, 'services.json'), join(base, 'services.json')],
    onLine: (line) => {
      console.log(line);
    },
  });
  if (!args.includes('--empty')) await bringSample(rounds, home);
  const sources = port === undefined ? undefined : await startVite({ api: rounds.urls.api, port, home });
  console.log(welcome(rounds, sources?.url));
  await new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, done);
  });
  console.log('\nStopping…');
  await sources?.stop();
  await rounds.stop();
}
