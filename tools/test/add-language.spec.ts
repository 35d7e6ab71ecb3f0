/**
 * docs/languages.md, "Add a language": its steps, taken out of the page, on a copy of the sources. Whoever follows them
 * gets a mail in their language by data alone.
 */
import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyOfSources, follow } from '../walk-through.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const page = await readFile(join(root, 'docs/languages.md'), 'utf8');
const steps = page.slice(page.indexOf('## Add a language'));

const commands = [...steps.matchAll(/^ {3}```sh\n([^]*?)^ {3}```$/gm)].map(([, command = '']) =>
  command.trim(),
);

/** What a mail is made of. */
const SOURCES = ['libs/contracts', 'libs/report-types', 'libs/adapters', 'activities/notify', 'docs'];

/** A mail that a run failed, as a program of the copy says it. */
const MAIL = `
import { because } from '@rounds/contracts/why';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { composeNoticeMail } from './activities/notify/src/notices/notice-mail.ts';
import { noticeWords } from './activities/notify/src/notices/notice-words.ts';

const about = {
  kind: 'run-failed', subscriptionId: 'sub_1', studyId: 'S1', reportType: 'study-weekly', runId: 'run_1',
  due: '2026-11-23', occasion: '1',
  fault: {
    code: 'MAIL_BOUNCED',
    why: [...because('mails-undelivered', { undelivered: 1, all: 1234 }), ...because('mail-came-back'), ...because('not-recorded')],
  },
} as const;
const voice = voiceOf('it');
console.log(JSON.stringify(composeNoticeMail(noticeWords(about, { page: () => 'https://rounds.example/n' }, voice), voice)));
`;

describe('a language is added by the steps of docs/languages.md', () => {
  let copy = '';
  const node = (...args: string[]) => run(process.execPath, args, { cwd: root });
  const tool = (name: string, ...args: string[]) => node(`tools/${name}.mjs`, '--copy', copy, ...args);
  /** What each command of the page does, to the copy. */
  const COMMANDS: Readonly<Record<string, () => Promise<{ stdout: string }>>> = {
    'npm run generate': () => tool('generate'),
    'node tools/words.mjs': () => tool('words'),
  };

  beforeAll(async () => {
    copy = await copyOfSources('add-language', SOURCES);
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  it('which make it known, and tell what it lacks', async () => {
    await follow(copy, steps);
    expect(commands).toEqual(Object.keys(COMMANDS));
    const told: string[] = [];
    for (const command of commands) told.push((await COMMANDS[command]?.())?.stdout ?? '');
    expect(await readFile(join(copy, 'libs/contracts/src/languages.generated.ts'), 'utf8')).toMatch(/'it'/);
    expect(told.at(-1)).toMatch(/^it lacks \d+, said in English: /m);
    await expect(tool('words', '--release')).rejects.toMatchObject({ code: 1 });
  });

  it('so that the product still compiles, and mails speak it', async () => {
    await writeFile(join(copy, 'mail.ts'), MAIL);
    const config = { extends: '../../tsconfig.base.json', files: ['mail.ts'] };
    await writeFile(join(copy, 'tsconfig.json'), JSON.stringify(config));
    await node('node_modules/typescript/bin/tsc', '-p', join(copy, 'tsconfig.json'));
    const build = `import('./tools/build.mjs').then(({ buildProgram }) => buildProgram('${copy}/mail.ts', '${copy}/mail.js'))`;
    await node('-e', build);
    const { stdout } = await node(join(copy, 'mail.js'));
    const { subject, text, headers } = JSON.parse(stdout) as {
      readonly subject: string;
      readonly text: string;
      readonly headers: Readonly<Record<string, string>>;
    };
    expect(subject).toBe('S1: il rapporto previsto per il 23 novembre 2026 non è riuscito');
    expect(text).toContain('1 messaggio su 1234 non recapitati: Il messaggio è tornato indietro.');
    // What it lacks is said in English.
    expect(text).toContain('It was not recorded why. (MAIL_BOUNCED)');
    expect(Object.values(headers)).toContain('it');
  });

  it('while a key that is no message is refused', async () => {
    const file = join(copy, 'libs/report-types/src/model/words/mail/it.json');
    await writeFile(file, JSON.stringify({ '@@locale': 'it-IT', '@@state': 'draft', 'mail.no-such': 'No' }));
    await expect(tool('generate')).rejects.toMatchObject({
      stderr: expect.stringContaining('it: mail.no-such is no message'),
    });
  });
});
