/**
 * The embedded servers by hand: `node tools/servers.mjs start --home DIR` starts them and prints the
 * environment that reaches them; `fetch` only fetches the programs. Ctrl-C stops.
 */
import { parseArgs } from 'node:util';
import { BINARIES } from './servers/binaries.mjs';
import { startServers } from './servers/index.mjs';
import { resolveBinary } from './servers/resolve-binary.mjs';

const USAGE = `node tools/servers.mjs start [--home DIR] [--only temporal,mongodb,s3,inbox] [--virtual-time]
                             [--codec-endpoint URL] [--webhook-url URL]
node tools/servers.mjs fetch`;

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

async function start() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      home: { type: 'string', default: '.rounds/servers' },
      only: { type: 'string' },
      'virtual-time': { type: 'boolean', default: false },
      'codec-endpoint': { type: 'string' },
      'webhook-url': { type: 'string' },
    },
  });
  const only = /** @type {import('./servers/index.mjs').ServerName[] | undefined} */ (
    values.only?.split(',')
  );
  const servers = await startServers({
    home: values.home,
    virtualTime: values['virtual-time'],
    ...(only && { only }),
    ...(values['codec-endpoint'] && { codecEndpoint: values['codec-endpoint'] }),
    ...(values['webhook-url'] && { webhookUrl: values['webhook-url'] }),
    onLine: say,
  });
  await servers.supervisor.publish();
  for (const [name, value] of Object.entries(servers.env))
    process.stdout.write(`export ${name}='${value}'\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void servers.stop());
}

async function fetchAll() {
  await Promise.all(
    Object.values(BINARIES).map(async (binary) => {
      say(await resolveBinary(binary, { say }));
    }),
  );
}

const command = { start, fetch: fetchAll }[process.argv[2] ?? ''];
if (!command) {
  say(USAGE);
  process.exit(2);
}
try {
  await command();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
