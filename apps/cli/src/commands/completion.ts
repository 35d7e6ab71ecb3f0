/** `completion`: what a shell needs to complete every verb and option, made from the commands themselves. */
import { Argument, Command } from 'commander';

interface Level {
  /** The words before it: ``, `jobs`, `jobs list`. */
  readonly path: string;
  readonly verbs: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly {
    readonly flag: string;
    readonly description: string;
    readonly choices: readonly string[];
  }[];
}

const levelsOf = (command: Command, path: readonly string[] = []): Level[] => [
  {
    path: path.join(' '),
    verbs: [
      ...command.commands.map((verb) => ({ name: verb.name(), description: verb.description() })),
      ...command.registeredArguments.flatMap(({ argChoices, description }) =>
        (argChoices ?? []).map((name) => ({ name, description })),
      ),
    ],
    options: command.options.flatMap(({ long, description, argChoices }) =>
      long === undefined ? [] : [{ flag: long, description, choices: argChoices ?? [] }],
    ),
  },
  ...command.commands.flatMap((verb) => levelsOf(verb, [...path, verb.name()])),
];

const wordsOf = ({ verbs, options }: Level): string =>
  [...verbs.map(({ name }) => name), ...options.map(({ flag }) => flag), '--help'].join(' ');

/** Walks down the verbs that were typed, then offers what stands there; files where nothing does. */
const bash = (name: string, levels: readonly Level[]): string => {
  const deeper = levels.flatMap(({ path }) => (path === '' ? [] : [`"${path}"`])).join('|');
  const offers = levels.map((level) => `    "${level.path}") words="${wordsOf(level)}" ;;`);
  const choices = levels.flatMap(({ path, options }) =>
    options.flatMap((option) =>
      option.choices.length === 0
        ? []
        : [`    "${path} ${option.flag}") words="${option.choices.join(' ')}" ;;`],
    ),
  );
  return `_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" path="" word words=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${path:+$path }$word" in
      ${deeper}) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path" in
${offers.join('\n')}
  esac
  case "$path $before" in
${choices.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _${name} ${name}`;
};

const zsh = (name: string, levels: readonly Level[]): string =>
  `autoload -U +X bashcompinit && bashcompinit\n${bash(name, levels)}`;

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`\'`)}'`;

const fish = (name: string, levels: readonly Level[]): string => {
  const lines = levels.flatMap(({ path, verbs, options }) => {
    const before = path.split(' ').filter((word) => word !== '');
    const seen = before.map((word) => `__fish_seen_subcommand_from ${word}`);
    const others = verbs.map((verb) => verb.name).join(' ');
    const here = [...seen, ...(others === '' ? [] : [`not __fish_seen_subcommand_from ${others}`])].join(
      '; and ',
    );
    const when = ` -n ${quoted(path === '' ? '__fish_use_subcommand' : here)}`;
    return [
      ...verbs.map((verb) => `complete -c ${name} -f${when} -a ${verb.name} -d ${quoted(verb.description)}`),
      ...options.map(
        ({ flag, description, choices }) =>
          `complete -c ${name}${when} -l ${flag.slice(2)} -d ${quoted(description)}${choices.length === 0 ? '' : ` -x -a ${quoted(choices.join(' '))}`}`,
      ),
    ];
  });
  return lines.join('\n');
};

const SHELLS = { bash, zsh, fish } as const;

const HOW = `
Examples:
  eval "$(rounds completion bash)"
  rounds completion fish > ~/.config/fish/completions/rounds.fish

From a checkout, first: alias rounds='npm run --silent --prefix PATH rounds --'`;

export const completionCommand = (): Command[] => [
  new Command('completion')
    .description('print what a shell needs to complete the commands')
    .addArgument(new Argument('<shell>', 'which').choices(Object.keys(SHELLS)))
    .addHelpText('after', HOW)
    .action((shell: keyof typeof SHELLS, _options: object, command: Command) => {
      const program = command.parent ?? command;
      process.stdout.write(`${SHELLS[shell](program.name(), levelsOf(program))}\n`);
    }),
];
