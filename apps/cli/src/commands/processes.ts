/** `worker` and `api`: the long-running processes, as an operator starts them. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ROLES } from '@rounds/contracts/queues';
import { Command } from 'commander';

/** The built programs stand beside this one in dist/. */
const programFile = (name: string): string => fileURLToPath(new URL(`../${name}/main.js`, import.meta.url));

/** Hands signals on and ends as the program ended. */
const runProgram = async (name: string, args: readonly string[]): Promise<void> => {
  const child = spawn(process.execPath, [programFile(name), ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
};

export const processCommands = (): Command[] => [
  new Command('worker')
    .description('work on the task queue of a role, until SIGTERM')
    .requiredOption('--role <role>', `one of ${ROLES.join(', ')}; several with commas`)
    .action(async ({ role }: { role: string }) => runProgram('worker', ['--role', role])),
  new Command('api')
    .description('serve the HTTP API, until SIGTERM')
    .action(async () => runProgram('api', [])),
];
