/** The whole product on embedded servers of its own, as `npm run dev` starts it, and what each of its processes costs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startHome } from '@rounds/e2e/rounds-home';
import { rounded } from '../measure.ts';
import { cpuSecondsOf, demandLinux, memoryMbOf, totalOf, type ByProcess } from './processes.ts';

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
  /** A role whose worker writes a V8 profile when it ends, and where to. */
  readonly profile?: { readonly role: string; readonly folder: string } | undefined;
  /** What a process gets in its environment beside, by its name in services.json. */
  readonly more?: Record<string, Record<string, string>>;
}

interface Service {
  readonly name: string;
  readonly pid: number;
}

const withProfile = ({ profile, more = {} }: StackOptions): NonNullable<StackOptions['more']> => {
  if (profile === undefined) return more;
  const name = `worker-${profile.role}`;
  const NODE_OPTIONS = `--cpu-prof --cpu-prof-dir=${profile.folder}`;
  return { ...more, [name]: { ...more[name], NODE_OPTIONS } };
};

const byName = (services: readonly Service[], of: (pid: number) => number): ByProcess =>
  Object.fromEntries(services.map(({ name, pid }) => [name, of(pid)]));

const roundedParts = (parts: ByProcess): ByProcess =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, rounded(part)]));

/** @throws Error on other systems than Linux */
export const startStack = async (options: StackOptions = {}) => {
  demandLinux();
  const home = await startHome({ more: withProfile(options) });

  const processes = async (): Promise<Service[]> => {
    const file = await readFile(join(home.home, 'services.json'), 'utf8');
    return (JSON.parse(file) as { services: Service[] }).services;
  };

  return {
    ...home,

    /** What the work costs all processes of the product; the benchmark's own process and the command line are none. */
    costOf: async <T>(work: () => Promise<T>): Promise<Cost & { readonly result: T }> => {
      const services = await processes();
      const before = byName(services, cpuSecondsOf);
      const started = performance.now();
      const result = await work();
      const seconds = (performance.now() - started) / 1000;
      const spent = byName(services, (pid) => cpuSecondsOf(pid));
      const parts = Object.fromEntries(
        Object.entries(spent).map(([name, after]) => [name, after - (before[name] ?? 0)]),
      );
      return {
        cpuSeconds: rounded(totalOf(parts)),
        seconds: rounded(seconds),
        byProcess: roundedParts(parts),
        result,
      };
    },

    memory: async (): Promise<Memory> => {
      const parts = byName(await processes(), memoryMbOf);
      return { mb: rounded(totalOf(parts)), byProcess: roundedParts(parts) };
    },
  };
};
export type Stack = Awaited<ReturnType<typeof startStack>>;
