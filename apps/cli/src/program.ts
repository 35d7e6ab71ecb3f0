import { Command } from 'commander';
import { adminCommands } from './commands/admin.ts';
import { catalogueCommands } from './commands/catalogue.ts';
import { completionCommand } from './commands/completion.ts';
import { doctorCommand } from './commands/doctor.ts';
import { fastForwardCommand } from './commands/fast-forward.ts';
import { importsCommands } from './commands/imports.ts';
import { jobCommands } from './commands/jobs.ts';
import { memberCommands } from './commands/members.ts';
import { processCommands } from './commands/processes.ts';
import { rightsCommands } from './commands/rights.ts';
import { setupCommand } from './commands/setup.ts';
import { studyCommands } from './commands/studies.ts';
import { closingCommands } from './commands/study-closing.ts';
import { subscriptionCommands } from './commands/subscriptions.ts';
import { templateCommands } from './commands/templates.ts';
import { verifyCommand } from './commands/verify.ts';
import { webhookCommands } from './commands/webhooks.ts';
import { EXIT_CODE_HELP } from './exit-codes.ts';

const EXPLANATION = `
While \`npm run dev\` runs, the commands find its servers by themselves; elsewhere they read the
environment (.env.example names every variable).`;

const FAMILIES = [
  subscriptionCommands,
  jobCommands,
  verifyCommand,
  catalogueCommands,
  templateCommands,
  webhookCommands,
  adminCommands,
  studyCommands,
  importsCommands,
  closingCommands,
  memberCommands,
  rightsCommands,
  processCommands,
  setupCommand,
  doctorCommand,
  fastForwardCommand,
  completionCommand,
];

/** What every command has, however deep it stands; a fault is thrown, so that main.ts decides how to end. */
const finish = (command: Command): Command => {
  if (command.commands.length === 0) command.option('--json', 'answer with one line of JSON');
  command.commands.forEach(finish);
  return command.exitOverride().showHelpAfterError('(--help says more)');
};

const assemble = (): Command => {
  const program = new Command('rounds')
    .description('The durable weekly report for clinical-trial teams')
    .option('--json', 'answer with one line of JSON')
    .addHelpText('after', EXPLANATION + EXIT_CODE_HELP);
  for (const command of FAMILIES.flatMap((commands) => commands())) program.addCommand(command);
  return finish(program);
};

export const rounds = assemble();
