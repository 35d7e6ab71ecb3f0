/** `npm run dev`: everything until Ctrl-C; its state survives under `.rounds/dev`. */
import { join, resolve } from 'node:path';
import { startRounds } from './apps.mjs';
import { privateFolder } from './servers/files.mjs';

const HELP = `npm run dev

Starts the embedded servers, the API and one worker a role, and keeps them running until Ctrl-C.
What dies is started again. State is kept under .rounds/dev (ROUNDS_HOME moves .rounds).`;

/** @param {import('./apps.mjs').Rounds} rounds */
const welcome = ({ urls }) => `
Rounds is running.

  Sign in             ${urls.api}/oidc/sign-in
  API                 ${urls.api}/api/docs
  Temporal's Web UI   ${urls.temporal}
  Inbox               ${urls.inbox}

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
  console.log(welcome(rounds));
  await new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, done);
  });
  console.log('\nStopping…');
  await rounds.stop();
}
