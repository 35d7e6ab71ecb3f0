import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { isAlive } from '../servers/lock.mjs';
import { portsOf } from '../servers/ports.mjs';
import { Supervisor } from '../servers/supervise.mjs';
import { newFolder, until } from './support.ts';

/** Real processes: small HTTP servers under the real supervisor and watchdog. */

const SERVER = `
  const http = require('node:http');
  http.createServer((_, response) => response.end(String(process.pid))).listen(Number(process.argv[1]), '127.0.0.1');`;

interface Entry {
  name: string;
  pid: number;
  url: string;
  log: string;
}

const spec = (port: number, name = 'app') => ({
  name,
  command: process.execPath,
  args: ['-e', SERVER, String(port)],
  health: `http://127.0.0.1:${port}`,
});

const readServices = async (home: string) => {
  const text = await readFile(join(home, 'services.json'), 'utf8');
  return (JSON.parse(text) as { services: Entry[] }).services;
};

const open = async (lines: string[] = []) => {
  const home = await newFolder();
  const onLine = (line: string) => {
    lines.push(line);
  };
  const supervisor = await Supervisor.open({ home, onLine });
  return { home, supervisor, port: await portsOf(home).take('app') };
};

describe('the supervisor', () => {
  it('starts a killed process again on its port and publishes the new process id', async () => {
    const lines: string[] = [];
    const { home, supervisor, port } = await open(lines);
    await supervisor.add(spec(port));
    expect(existsSync(join(home, 'services.json'))).toBe(false);
    await supervisor.publish();
    const [before] = await readServices(home);
    process.kill(before?.pid ?? 0, 'SIGKILL');
    await until(async () => (await readServices(home))[0]?.pid !== before?.pid);
    const [after] = await readServices(home);
    expect(after).toEqual({ ...before, pid: after?.pid });
    const answer = await fetch(`http://127.0.0.1:${port}`);
    expect(Number(await answer.text())).toBe(after?.pid);
    expect(lines).toContain('app ended (SIGKILL); starting it again');
    await supervisor.stop();
    expect(isAlive(after?.pid ?? 0)).toBe(false);
    expect(existsSync(join(home, 'services.json'))).toBe(false);
  });

  it('fails with the end of the log when a process cannot start', async () => {
    const { supervisor } = await open();
    const broken = { name: 'app', command: process.execPath, args: ['-e', 'throw new Error("no licence")'] };
    const health = () => Promise.resolve(false);
    await expect(supervisor.add({ ...broken, health })).rejects.toThrow(/ended at once[^]*no licence/);
    await expect(
      supervisor.add({ ...broken, name: 'b', command: '/no/such/program', health }),
    ).rejects.toThrow(/ended at once \(spawn \/no\/such\/program ENOENT\)/);
    await supervisor.stop();
  });

  it('ends a process that ignores SIGTERM, and what that process started', async () => {
    const { home, supervisor, port } = await open();
    const child = join(home, 'child.pid');
    const stubborn = `
      process.on('SIGTERM', () => undefined);
      const { pid } = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      require('node:fs').writeFileSync(${JSON.stringify(child)}, String(pid));${SERVER}`;
    await supervisor.add({ ...spec(port), args: ['-e', stubborn, String(port)], stopWithinMs: 300 });
    const [entry] = supervisor.services;
    const pids = [entry?.pid ?? 0, Number(await readFile(child, 'utf8'))];
    expect(pids.map(isAlive)).toEqual([true, true]);
    await supervisor.stop();
    await until(() => Promise.resolve(!pids.some(isAlive)));
  });

  it('refuses a home that is in use', async () => {
    const { home, supervisor } = await open();
    const other = runSupervisor(home, 0);
    expect(await other.firstLine).toBe(`${home} is in use by process ${process.pid}.`);
    await supervisor.stop();
  });

  it('leaves nothing behind when it is killed, and the home can be used at once', async () => {
    const home = await newFolder();
    const port = await portsOf(home).take('app');
    const parent = runSupervisor(home, port);
    const { pid } = JSON.parse(await parent.firstLine) as { pid: number };
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    const next = await Supervisor.open({ home });
    expect(isAlive(pid)).toBe(false);
    await next.add(spec(port));
    await next.stop();
  });

  it('removes a temporary home, though it was killed', async () => {
    const home = join(await newFolder(), 'home');
    const parent = runSupervisor(home, 0, true);
    await parent.firstLine;
    expect(existsSync(home)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => Promise.resolve(!existsSync(home)));
  });

  it('survives the loss of its watchdog', async () => {
    const home = await newFolder();
    const port = await portsOf(home).take('app');
    const parent = runSupervisor(home, port);
    const { pid } = JSON.parse(await parent.firstLine) as { pid: number };
    const watchdog = async () => {
      const text = await readFile(join(home, 'running.lock'), 'utf8').catch(() => '{}');
      return (JSON.parse(text || '{}') as { pid?: number }).pid;
    };
    const first = (await watchdog()) ?? 0;
    process.kill(first, 'SIGKILL');
    await until(async () => ![undefined, first].includes(await watchdog()));
    parent.kill('SIGKILL');
    await until(() => Promise.resolve(!isAlive(pid)));
  });
});

/** A supervisor in a process of its own; its first line is the app's entry, or the error. */
function runSupervisor(home: string, port: number, temporary = false) {
  const module = fileURLToPath(new URL('../servers/supervise.mjs', import.meta.url));
  const script = `
    const { Supervisor } = await import(${JSON.stringify(module)});
    try {
      const supervisor = await Supervisor.open({ home: ${JSON.stringify(home)}, temporary: ${temporary} });
      if (${port}) await supervisor.add(${JSON.stringify(spec(port))});
      console.log(JSON.stringify(supervisor.services[0] ?? {}));
      setInterval(() => undefined, 1000);
    } catch (error) {
      console.log(error.message.split(' Stop it')[0]);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const firstLine = new Promise<string>((resolve) =>
    createInterface({ input: child.stdout }).once('line', resolve),
  );
  return { firstLine, kill: (signal: NodeJS.Signals) => child.kill(signal) };
}
