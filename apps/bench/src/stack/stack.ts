/** The whole product on embedded servers of its own, as `npm run dev` starts it, and what each of its processes costs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startHome } from '@rounds/e2e/rounds-home';
import { rounded } from '../measure.ts';
import {
  cpuSecondsOf,
  demandLinux,
  forgetPeakOf,
  memoryMbOf,
  peakMbOf,
  totalOf,
  type ByProcess,
} from './processes.ts';
import { tell } from './tell.ts';

export interface Cost {
  readonly cpuSeconds: number;
  readonly seconds: number;
  readonly byProcess: ByProcess;
}

export interface Memory {
  readonly mb: number;
  readonly byProcess: ByProcess;
}

export interface StackOptions {
  /** Roles whose workers each write V8 profiles when they end, into a folder of the role's name in this one. */
  readonly profile?: { readonly roles: readonly string[]; readonly folder: string } | undefined;
  /** Settings of the embedded servers. */
  readonly servers?: Readonly<Record<string, string>>;
}

/** The embedded mail provider takes all mails at once: for what is not about waiting for it. */
export const UNLIMITED = { ROUNDS_RESEND_RATE: '100000' };

/** What the command line says of a benchmark. */
export interface BenchOptions extends Pick<StackOptions, 'profile'> {
  /** How many of what the benchmark is about; default: what takes a few minutes. */
  readonly size?: number;
}

export interface Service {
  readonly name: string;
  readonly pid: number;
}

const profiling = ({ profile }: StackOptions): Record<string, string[]> =>
  Object.fromEntries(
    (profile?.roles ?? []).map((role) => [
      `worker-${role}`,
      ['--cpu-prof', `--cpu-prof-dir=${join(profile?.folder ?? '', role)}`],
    ]),
  );

const byName = (services: readonly Service[], of: (pid: number) => number): ByProcess =>
  Object.fromEntries(services.map(({ name, pid }) => [name, of(pid)]));

const roundedParts = (parts: ByProcess): ByProcess =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, rounded(part)]));

/** What the work costs these processes. */
export const costOf = async <T>(
  services: readonly Service[],
  work: () => Promise<T>,
): Promise<Cost & { readonly result: T }> => {
  const before = byName(services, cpuSecondsOf);
  const started = performance.now();
  const result = await work();
  const seconds = rounded((performance.now() - started) / 1000);
  const after = Object.entries(byName(services, cpuSecondsOf));
  const parts = Object.fromEntries(after.map(([name, spent]) => [name, spent - (before[name] ?? 0)]));
  return { cpuSeconds: rounded(totalOf(parts)), seconds, byProcess: roundedParts(parts), result };
};

/** @throws Error on other systems than Linux */
export const startStack = async (options: StackOptions = {}) => {
  demandLinux();
  const nodeOptions = profiling(options);
  let home = await startHome({ nodeOptions, servers: options.servers });

  const processes = async (): Promise<Service[]> => {
    const file = await readFile(join(home.home, 'services.json'), 'utf8');
    return (JSON.parse(file) as { services: Service[] }).services;
  };

  return {
    ...home,
    stop: () => home.stop(),
    add: (...spec: Parameters<typeof home.add>) => home.add(...spec),

    /** Everything anew, on the state that is there. @returns seconds until all is ready */
    restart: async (servers = options.servers): Promise<number> => {
      await home.halt();
      const started = performance.now();
      home = await startHome({ folder: home.home, nodeOptions, servers });
      return rounded((performance.now() - started) / 1000);
    },

    /** What the work costs all processes of the product; the benchmark's own process and the command line are none. */
    costOf: async <T>(work: () => Promise<T>) => costOf(await processes(), work),

    processes,

    /** The most memory, MB, that each process held at once while the work was done. */
    peakOf: async <T>(
      work: () => Promise<T>,
    ): Promise<{ readonly peakMb: ByProcess; readonly result: T }> => {
      const services = await processes();
      for (const { pid } of services) forgetPeakOf(pid);
      const result = await work();
      return { peakMb: roundedParts(byName(services, peakMbOf)), result };
    },

    memory: async (): Promise<Memory> => {
      const parts = byName(await processes(), memoryMbOf);
      return { mb: rounded(totalOf(parts)), byProcess: roundedParts(parts) };
    },
  };
};
export type Stack = Awaited<ReturnType<typeof startStack>>;

/** Starts a whole product for the work, and removes it: also where the benchmark is broken off. */
export const withStack = async <T>(options: StackOptions, work: (stack: Stack) => Promise<T>): Promise<T> => {
  const stack = await startStack(options);
  tell('the product runs');
  const breakOff = () => void stack.stop().then(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, breakOff);
  try {
    return await work(stack);
  } finally {
    await stack.stop();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, breakOff);
  }
};
