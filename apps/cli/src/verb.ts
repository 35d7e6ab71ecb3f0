/** A verb that asks the API: who asks, how it is answered, an example in its help. */
import type { RoundsClient } from '@rounds/client/client';
import { entries } from '@rounds/client/pages';
import { defined } from '@rounds/contracts/defined';
import { Command, InvalidArgumentError } from 'commander';
import { connect, type CallerOptions } from './connect.ts';
import { answer } from './output.ts';

/** @param usage name and arguments, as commander has them: `show <subscription>` */
export const apiVerb = (usage: string, description: string, example: string): Command => {
  const [name = '', ...args] = usage.split(' ');
  const verb = new Command(name).description(description);
  if (args.length > 0) verb.arguments(args.join(' '));
  return verb
    .option('--user <email>', 'who asks (development; elsewhere ROUNDS_TOKEN says it)')
    .option('--audit-reason <text>', 'why, for the audit trail; names no patient')
    .addHelpText('after', `\nExample:\n  rounds ${example}`);
};

/** Several verbs about one thing; without one of them, the first. */
export const family = (name: string, description: string, verbs: readonly Command[]): Command => {
  const parent = new Command(name).description(description);
  for (const [index, verb] of verbs.entries()) parent.addCommand(verb, { isDefault: index === 0 });
  return parent;
};

type Lines<T> = (value: T) => string | readonly string[];

/** @param run is given the arguments as the command line has them */
export const act =
  // The options are what the caller of `act` says they are: commander knows no types.
  <Options extends CallerOptions, T>(
    run: (rounds: RoundsClient, options: Options, ...args: string[]) => Promise<T>,
    lines: Lines<T>,
  ) =>
    async (...all: unknown[]): Promise<void> => {
      const command = all.at(-1) as Command;
      const options = command.opts<Options>();
      const rounds = await connect(options);
      answer(command, await run(rounds, options, ...(command.processedArgs as string[])), lines);
    };

export interface ListOptions extends CallerOptions {
  readonly limit: number;
  readonly cursor?: string;
  readonly all?: boolean;
}

export const count = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('must be a whole number.');
};

/** A verb that lists, a page at a time or all of it. */
export const listVerb = (usage: string, description: string, example: string): Command =>
  apiVerb(usage, description, example)
    .option('--limit <number>', 'entries a page, 100 at most', count, 20)
    .option('--cursor <cursor>', 'nextCursor of the page before')
    .option('--all', 'page after page, to the end');

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** What every list takes. */
interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
}

export const listed = async <T>(
  { limit, cursor: from, all }: ListOptions,
  page: (query: PageQuery) => Promise<Page<T>>,
): Promise<Page<T>> => {
  const ask = (cursor = from) => page({ limit, ...defined({ cursor }) });
  if (all !== true) return ask();
  const items: T[] = [];
  for await (const item of entries(ask)) items.push(item);
  return { items, nextCursor: null };
};

/** The lines of each entry, and how to go on. */
export const pageLines =
  <T>(lines: Lines<T>) =>
  ({ items, nextCursor }: Page<T>): readonly string[] => [
    ...items.map(lines).flat(),
    ...(nextCursor === null ? [] : [`more: --cursor ${nextCursor}, or --all`]),
  ];

/** As `act`, of one page or of all. @param page asks for one */
export const actPaged =
  // As in `act`.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  <T, Options extends ListOptions = ListOptions>(
    page: (rounds: RoundsClient, query: PageQuery, options: Options) => Promise<Page<T>>,
    lines: Lines<T>,
  ) =>
    act(
      (rounds, options: Options) => listed(options, (query) => page(rounds, query, options)),
      pageLines(lines),
    );

/** Leaves out what was not given: the API tells "not named" from "named as nothing". */
export const given = <T extends object>(
  fields: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
