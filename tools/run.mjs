/**
 * `node tools/run.mjs <command> [arguments]`, which the npm scripts call: installs what is missing, builds what
 * changed, then does the command. Nothing but Node is needed before.
 */
const NEEDED = { major: 20, minor: 19 };

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < NEEDED.major || (major === NEEDED.major && minor < NEEDED.minor)) {
  const needed = `${NEEDED.major}.${NEEDED.minor}`;
  console.error(`Rounds needs Node ${needed} or newer; this is ${process.versions.node} (nodejs.org).`);
  process.exit(1);
}
// Loaded only now: an older Node would stop at their syntax with a puzzling message.
const { runCommand } = await import('./commands.mjs');
process.exit(await runCommand(process.argv.slice(2)));
