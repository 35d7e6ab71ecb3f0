import { Command } from 'commander';
import { processCommands } from './commands/processes.ts';
import { rightsCommands } from './commands/rights.ts';
import { setupCommand } from './commands/setup.ts';
import { studyCommands } from './commands/studies.ts';
import { subscriberCommands } from './commands/subscriber.ts';
import { doctorCommand } from './commands/doctor.ts';
import { fastForwardCommand } from './commands/fast-forward.ts';

const EXPLANATION = `
While \`npm run dev\` runs, the commands find its servers by themselves; elsewhere they read the
environment (.env.example names every variable).`;

export const rounds = (): Command => {
  const program = new Command('rounds')
    .description('The durable weekly report for clinical-trial teams')
    .option('--json', 'answer with one line of JSON')
    .addHelpText('after', EXPLANATION)
    .showHelpAfterError();
  const families = [
    studyCommands,
    rightsCommands,
    subscriberCommands,
    processCommands,
    setupCommand,
    doctorCommand,
    fastForwardCommand,
  ];
  for (const family of families) {
    for (const command of family())
      program.addCommand(command.option('--json', 'answer with one line of JSON'));
  }
  return program;
};
