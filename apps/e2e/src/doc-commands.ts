/** The shell commands of the documentation, run as a reader pastes them. */
import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** `refused`: the API says no, and that is what the page shows. `not-here`: needs what no test has. */
const MARKS = ['works', 'refused', 'not-here'] as const;
type Mark = (typeof MARKS)[number];

export interface Block {
  /** Page and line, to find it. */
  readonly at: string;
  readonly mark: Mark;
  readonly text: string;
}

/** Every other name of a shell would hide commands from this. */
const FENCE = /^( *)```(?:sh|shell|bash|console|zsh)\b *(.*)\n([^]*?)\n\1```$/gm;

const markOf = (info: string, at: string): Mark => {
  const mark = MARKS.find((each) => each === (info === '' ? 'works' : info));
  if (mark === undefined) throw new Error(`${at}: \`\`\`sh ${info}: must be one of ${MARKS.join(', ')}`);
  return mark;
};

export const blocksOf = (page: string, markdown: string): Block[] =>
  [...markdown.matchAll(FENCE)].map(({ index, 0: whole, 1: indent = '', 2: info = '', 3: text = '' }) => {
    const at = `${page}:${markdown.slice(0, index).split('\n').length}`;
    if (!whole.trimStart().startsWith('```sh\n') && info === '') throw new Error(`${at}: must be \`\`\`sh`);
    return { at, mark: markOf(info, at), text: text.replaceAll(`\n${indent}`, '\n').trimStart() };
  });

/** README, CONTRIBUTING and everything under docs/, by name; api.md first, because it prepares the shell. */
export const findPages = async (root: string): Promise<string[]> => {
  const names = await readdir(join(root, 'docs'), { recursive: true });
  const docs = names.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
  const rest = docs.filter((name) => name !== SET_UP).sort();
  return [SET_UP, 'README.md', 'CONTRIBUTING.md', ...rest];
};
export const SET_UP = 'docs/api.md';

export const readPage = async (root: string, page: string): Promise<Block[]> =>
  blocksOf(page, await readFile(join(root, page), 'utf8'));

/** What curl says of a refused request. */
const REFUSED = 22;

const PREAMBLE = `set -eEuo pipefail
curl() { command curl --fail-with-body "$@"; }
refused() {
  [ "$1" = ${REFUSED} ] && return
  printf 'must be refused, but ended with %s\\n' "$1" >&2
  exit 1
}
trap 'printf "\\nfailed: %s\\n" "$BASH_COMMAND" >&2' ERR`;

/** What the first block of api.md leaves in the shell, for the other pages. */
const KEPT = `trap 'declare -p STUDY API AUTH OPERATOR JSON > kept.sh; declare -f field >> kept.sh' EXIT`;

const commandOf = ({ at, mark, text }: Block): string => {
  const named = `printf '\\n%s\\n' '${at}' >&2`;
  if (mark === 'works') return `${named}\n${text}`;
  return `${named}\nset +e\n(\nset -e\n${text}\n)\nrefused $?\nset -e`;
};

const TOLD = 3_000;
/** A command that waits for what never comes. */
const LONGEST_MS = 540_000;

const run = promisify(execFile);

/**
 * Runs a page's blocks one after the other in one shell, in which a refused request is a failure.
 *
 * @param folder looks like a checkout beside which Rounds runs
 * @throws Error with the page, the line and what was said
 */
export const runBlocks = async (
  blocks: readonly Block[],
  { folder, env, isSetUp }: { folder: string; env: NodeJS.ProcessEnv; isSetUp: boolean },
): Promise<void> => {
  const commands = blocks.filter(({ mark }) => mark !== 'not-here').map(commandOf);
  const script = [PREAMBLE, isSetUp ? KEPT : '. ./kept.sh', ...commands].join('\n');
  await writeFile(join(folder, 'page.sh'), `${script}\n`);
  const options = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024, timeout: LONGEST_MS };
  const shell = run('bash', ['page.sh'], options);
  shell.child.stdin?.end();
  await shell.catch((error: unknown) => {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${stderr.slice(-TOLD)}\n${stdout.slice(-TOLD)}`, { cause: error });
  });
};
