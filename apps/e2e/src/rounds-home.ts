/** A whole Rounds of the test's own: embedded servers and every process, as `npm run dev` starts them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where jest's own servers are must not be taken for a configuration of this one. */
const CONFIGURED = /^(TEMPORAL|MONGODB|AWS|RESEND|ROUNDS)_/;
const KEPT = ['ROUNDS_TEST_DATA', 'ROUNDS_CACHE'];

const forgetConfiguration = (): void => {
  for (const name of Object.keys(process.env)) {
    if (CONFIGURED.test(name) && !KEPT.includes(name)) Reflect.deleteProperty(process.env, name);
  }
};

interface HomeOptions {
  /** Where its state is kept; default: a temporary one. */
  readonly folder?: string;
  /** Of Node, by the name of the process in services.json. */
  readonly nodeOptions?: Record<string, string[]>;
  /** Settings of the embedded servers, as in their environment. */
  readonly servers?: Readonly<Record<string, string>> | undefined;
}

export const startHome = async ({ folder, nodeOptions = {}, servers }: HomeOptions = {}) => {
  forgetConfiguration();
  const { startRounds } = await import('../../../tools/apps.mjs');
  const home = folder ?? (await mkdtemp(join(tmpdir(), 'rounds-e2e-')));
  const lines: string[] = [];
  const onLine = (line: string) => lines.push(line);
  const env = { ...process.env, ...servers };
  const rounds = await startRounds({ home, nodeOptions, env, virtualTime: true, onLine });
  const stop = async () => {
    await rounds.stop();
    await rm(home, { recursive: true, force: true });
  };
  /** `halt` leaves the state in its folder, for another start. */
  return { ...rounds, home, lines, stop, halt: rounds.stop };
};
export type Home = Awaited<ReturnType<typeof startHome>>;
