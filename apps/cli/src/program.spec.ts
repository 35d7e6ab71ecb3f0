import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { RoundsProblem, RoundsUnreachable } from '@rounds/client/problem';
import { RoundsError } from '@rounds/contracts/errors';
import { ImportRefused } from '@rounds/studies/import/import-summary';
import { CommanderError, type Command } from 'commander';
import { DoneWithFaults, exitCodeOf, JobFailed, NotGenuine } from './exit-codes.ts';
import { rounds } from './program.ts';
import { dayOf, domainList, formatList, parameter, refusalLimit } from './values.ts';
import { run } from './run.ts';

const withVerbs = (command: Command): Command[] => [command, ...command.commands.flatMap(withVerbs)];
const pathOf = (command: Command): string =>
  command.parent === null ? '' : `${pathOf(command.parent)} ${command.name()}`.trim();

const helpOf = (command: Command): string => {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return help;
};

/** `jobs list`, `show` in one cell of the page's table are both of `jobs`. */
const documented = (): string[] => {
  const page = readFileSync(new URL('../../../docs/command-line.md', import.meta.url), 'utf8');
  const cells = [...page.matchAll(/^\| (`[a-z].*?) \|/gm)].map(([, cell = '']) => cell);
  return cells.flatMap((cell) => {
    const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    const [parent = '', verb] = names[0]?.split(' ') ?? [];
    return names.map((name) => (name.includes(' ') || verb === undefined ? name : `${parent} ${name}`));
  });
};

describe('every verb', () => {
  const verbs = withVerbs(rounds).filter(({ commands }) => commands.length === 0);

  it.each(verbs.map((verb) => [pathOf(verb), verb] as const))(
    '%s says what it does, and takes --json',
    (path, verb) => {
      expect(verb.description()).not.toBe('');
      expect(verb.options.map(({ long }) => long)).toContain('--json');
      // Those that ask the API show how.
      const asksApi =
        verb.options.some(({ long }) => long === '--user') &&
        !['grant', 'revoke', 'bind', 'token'].includes(path);
      if (asksApi) expect(helpOf(verb)).toContain(`Example:\n  rounds ${path.split(' ')[0] ?? ''}`);
    },
  );

  it('stands in docs/command-line.md, and nothing else does', () => {
    expect(documented().sort()).toEqual(verbs.map(pathOf).sort());
  });
});

const EMPTY_IMPORT = {
  ...{
    importId: null,
    studyId: 'S1',
    title: 'S1',
    plannedSubjects: null,
    shiftDays: null,
    rows: 0,
    refused: 0,
  },
  ...{ files: [], refusals: [], skipped: [] },
  documents: { inserted: 0, changed: 0, unchanged: 0, refused: [] },
};

describe('exit codes', () => {
  const problem = (status: number) =>
    new RoundsProblem({ status, code: 'INTERNAL', detail: '', errors: [], requestId: '' });

  it.each<[string, unknown, number]>([
    ['help', new CommanderError(0, 'commander.help', ''), 0],
    ['an unknown option', new CommanderError(1, 'commander.unknownOption', ''), 2],
    ['a file that is no dataset', new RoundsError('NOT_A_DATASET', ''), 2],
    ['an environment with holes', new RoundsError('CONFIGURATION', ''), 2],
    ['a refusal', problem(403), 3],
    ['invalid input for the API', problem(400), 3],
    ['nobody who asks', new RoundsError('UNAUTHENTICATED', ''), 3],
    ['nothing of that name', problem(404), 4],
    ['an unknown study', new RoundsError('STUDY_NOT_FOUND', ''), 4],
    ['no room', problem(429), 5],
    ['a server that is away', problem(503), 5],
    ['no answer', new RoundsUnreachable(''), 5],
    ['a failed job', new JobFailed(''), 6],
    ['an altered file', new NotGenuine('altered', ''), 7],
    ['a file that was never sent', new NotGenuine('unsent', ''), 8],
    ['a file that nobody knows', new NotGenuine('unknown', ''), 4],
    ['an import with faults', new DoneWithFaults(), 9],
    ['an import that nobody allowed', new ImportRefused([], EMPTY_IMPORT), 10],
    ['a fault of the API', problem(500), 1],
    ['a fault of our own', new TypeError(''), 1],
  ])('of %s', (_what, error, code) => {
    expect(exitCodeOf(error)).toBe(code);
  });
});

describe('values', () => {
  it.each([
    ['tuesday', 'tuesday'],
    ['15', 15],
    ['last', 'last'],
    ['2-tuesday', { nth: 2, weekday: 'tuesday' }],
    ['last-friday', { nth: 'last', weekday: 'friday' }],
  ])('the day %s', (text, day) => {
    expect(dayOf(text)).toEqual(day);
  });

  it.each(['someday', '5-friday', '1-', 'last-'])('no day: %s', (text) => {
    expect(() => dayOf(text)).toThrow('must be like');
  });

  it('parameters gather, as JSON where they read like it', () => {
    expect(parameter('days=7', parameter('asOf=2026-11-16'))).toEqual({ asOf: '2026-11-16', days: 7 });
    expect(() => parameter('days')).toThrow('name=value');
  });

  it('domains gather, in capitals', () => {
    expect(domainList('lb', domainList('AE, cm'))).toEqual(['AE', 'CM', 'LB']);
  });

  it.each([
    ['20', { rows: 20 }],
    ['0', { rows: 0 }],
    ['1%', { share: 0.01 }],
    ['2.5%', { share: 0.025 }],
  ])('at most %s refused rows', (text, limit) => {
    expect(refusalLimit(text)).toEqual(limit);
  });

  it.each(['', '-1', '1.5', '101%', 'none', '1 %x'])('no limit of refused rows: "%s"', (text) => {
    expect(() => refusalLimit(text)).toThrow('must be a number of rows, or a share');
  });

  it('formats are those that there are', () => {
    expect(formatList('pdf, csv')).toEqual(['pdf', 'csv']);
    expect(() => formatList('pdf,doc')).toThrow('must be of pdf');
  });
});

describe('completion', () => {
  const scriptOf = async (shell: string): Promise<string> => {
    const written: unknown[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(text);
      return true;
    });
    expect(await run(['completion', shell])).toBe(0);
    write.mockRestore();
    return written.join('');
  };

  const complete = async (...words: readonly string[]): Promise<string[]> => {
    const typed = words.map((word) => `'${word}'`).join(' ');
    const ask = `COMP_WORDS=(rounds ${typed}); COMP_CWORD=${words.length}; _rounds; echo "\${COMPREPLY[@]}"`;
    const { stdout, status } = spawnSync('bash', ['-c', `${await scriptOf('bash')}\n${ask}`], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    return stdout.trim().split(' ');
  };

  it('offers verbs, options and choices where they belong, in a real bash', async () => {
    expect(await complete('sub')).toEqual(['subscribe', 'subscriptions']);
    expect(await complete('subscriptions', 's')).toEqual(['show', 'skip-next', 'snooze']);
    expect(await complete('subscriptions', 'list', '--status', '')).toEqual([
      'active',
      'paused',
      'cancelled',
      'ended',
    ]);
    expect(await complete('jobs', 'download', 'run_1', '--fo')).toEqual(['--format']);
    expect(await complete('completion', '')).toEqual(expect.arrayContaining(['bash', 'zsh', 'fish']));
  });

  it('is there for zsh and fish', async () => {
    expect(await scriptOf('zsh')).toMatch(/^autoload -U \+X bashcompinit && bashcompinit\n/);
    const fish = await scriptOf('fish');
    expect(fish).toContain("complete -c rounds -f -n '__fish_use_subcommand' -a subscribe -d");
    expect(fish).toContain("-l format -d 'format' -x -a 'pdf xlsx csv json'");
  });
});

// The last one: it takes the commands' work away to see what they understand.
describe('every example', () => {
  const verbs = withVerbs(rounds).filter(({ commands }) => commands.length === 0);
  it('is understood', () => {
    for (const verb of verbs) {
      const [, example] = /Example:\n {2}rounds (.+)/.exec(helpOf(verb)) ?? [];
      if (example === undefined) continue;
      const words = (example.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
      verb.action(() => undefined);
      expect(() => rounds.parse(words, { from: 'user' })).not.toThrow();
      expect(example.startsWith(pathOf(verb)) || pathOf(verb).endsWith(' list')).toBe(true);
    }
  });
});
