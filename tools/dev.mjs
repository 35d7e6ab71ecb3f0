/** `npm run dev`: everything until Ctrl-C; its state survives under `.rounds/dev`. */
import { join, resolve } from 'node:path';
import { startRounds } from './apps.mjs';
import { privateFolder, readJson, writeJson } from './servers/files.mjs';
import { WEB_BASE } from './web.mjs';

const HELP = `npm run dev [-- --empty]

Starts the embedded servers, the API with the web app and one worker a role, and keeps them running until Ctrl-C.
What dies is started again. State is kept under .rounds/dev (ROUNDS_HOME moves .rounds).

  --empty   without the sample study and its people, which the first start brings otherwise`;

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

/** @param {import('./apps.mjs').Rounds} rounds */
const welcome = ({ urls }) => `
Rounds is running.

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

/** @param {string[]} args */
export async function dev(args) {
  if (args.includes('--help')) {
    console.log(HELP);
    return;
  }
  const base = resolve(process.env.ROUNDS_HOME ?? '.rounds');
  const home = join(base, 'dev');
  await privateFolder(base);
  const rounds = await startRounds({
    home,
    virtualTime: true,
    servicesFiles: [join(home, 'services.json'), join(base, 'services.json')],
    onLine: (line) => {
      console.log(line);
    },
  });
  if (!args.includes('--empty')) await bringSample(rounds, home);
  console.log(welcome(rounds));
  await new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, done);
  });
  console.log('\nStopping…');
  await rounds.stop();
}
