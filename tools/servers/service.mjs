import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { signalGroup, stopGroup } from './process-group.mjs';

const POLL_MS = 40;
const HEALTHY_WITHIN_MS = 60_000;
/** Restarting starts quickly, for a process that was killed, and slows down for one that cannot live. */
const BACKOFF_MS = { first: 100, most: 10_000 };
/** A process that lived so long earns the quick restart again. */
const SETTLED_MS = 10_000;
const TAIL_BYTES = 2_000;
const TAIL_LINES = 15;

/**
 * @typedef {object} ServiceSpec
 * @property {string} name
 * @property {string} command
 * @property {string[]} [args]
 * @property {Record<string, string>} [env] added to this process's own
 * @property {string} [cwd]
 * @property {string} [url] shown to people; without secrets. Default: the health URL
 * @property {string | (() => Promise<boolean>)} [health] a URL that answers 2xx, or a question; default: running is enough
 * @property {() => Promise<void>} [prepare] done after each start, once it is healthy and before it counts as ready
 * @property {boolean} [server] others depend on it: it stops after them
 * @property {number} [stopWithinMs] between SIGTERM and SIGKILL; default 8 s
 *
 * @typedef {object} ServiceHooks
 * @property {string} log file
 * @property {(line: string) => void} say
 * @property {(pid: number) => void} onSpawn
 * @property {(pid: number) => void} onExit
 * @property {() => unknown} onHealthy
 */

/** One process under supervision. */
export class Service {
  #spec;
  #hooks;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;
  /** Resolves when the present child has ended, to a word about how. @type {Promise<string>} */
  #ended = Promise.resolve('');
  #stopping = new AbortController();
  #backoff = BACKOFF_MS.first;
  /** What the last health check said. */
  #problem = 'it says so itself';

  /**
   * @param {ServiceSpec} spec
   * @param {ServiceHooks} hooks
   */
  constructor(spec, hooks) {
    this.#spec = spec;
    this.#hooks = hooks;
  }

  /** @returns {number | undefined} undefined: not running now */
  get pid() {
    const child = this.#child;
    return child?.exitCode === null && child.signalCode === null ? child.pid : undefined;
  }

  /** Servers stop last: the processes that use them may still have something to finish. */
  get isServer() {
    return this.#spec.server ?? false;
  }

  get entry() {
    const { name, url, health } = this.#spec;
    return { name, pid: this.pid ?? null, url: url ?? String(health), log: this.#hooks.log };
  }

  /** Starts it for the first time; afterwards it is kept alive until {@link stop}. */
  async start() {
    const startedAt = Date.now();
    this.#spawn();
    try {
      await this.#becomeReady();
    } catch (error) {
      await this.stop();
      throw error;
    }
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    this.#hooks.say(`${this.#spec.name.padEnd(12)} ready in ${seconds} s  ${this.entry.url}`);
    void this.#keepAlive();
  }

  async stop() {
    this.#stopping.abort();
    if (this.pid) await stopGroup(this.pid, this.#spec.stopWithinMs);
    await this.#ended;
  }

  async #keepAlive() {
    const { name } = this.#spec;
    for (let readyAt = Date.now(); ;) {
      const how = await this.#ended;
      if (this.#stopping.signal.aborted) return;
      if (Date.now() - readyAt > SETTLED_MS) this.#backoff = BACKOFF_MS.first;
      this.#hooks.say(`${name} ended (${how}); starting it again`);
      await delay(this.#backoff, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      this.#backoff = Math.min(this.#backoff * 2, BACKOFF_MS.most);
      if (this.#stopping.signal.aborted) return;
      readyAt = await this.#restart();
    }
  }

  /** @returns {Promise<number>} when it was ready, or when the attempt failed (ms) */
  async #restart() {
    const { name } = this.#spec;
    this.#spawn();
    try {
      await this.#becomeReady();
      this.#hooks.say(`${name} is back (process ${this.pid})`);
      await this.#hooks.onHealthy();
    } catch (error) {
      if (this.#stopping.signal.aborted) return Date.now();
      this.#hooks.say(error instanceof Error ? error.message : String(error));
      if (this.pid) await stopGroup(this.pid, this.#spec.stopWithinMs);
    }
    return Date.now();
  }

  #spawn() {
    const { command, args = [], env = {}, cwd } = this.#spec;
    const log = openSync(this.#hooks.log, 'a');
    // A group of its own: Ctrl-C reaches the supervisor alone, which then stops everything in order.
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#child = child;
    const { pid } = child;
    if (pid) this.#hooks.onSpawn(pid);
    this.#ended = new Promise((resolve) => {
      child.once('error', (error) => {
        resolve(error.message);
      });
      child.once('exit', (code, signal) => {
        if (pid) {
          // What it started must not outlive it and keep its port.
          signalGroup(pid, 'SIGKILL');
          this.#hooks.onExit(pid);
        }
        resolve(signal ?? `exit code ${code}`);
      });
    });
  }

  async #becomeReady() {
    const { name, prepare } = this.#spec;
    /** @type {string | undefined} */
    let how;
    void this.#ended.then((word) => (how = word));
    for (const until = Date.now() + HEALTHY_WITHIN_MS; !(await this.#isHealthy());) {
      if (how !== undefined) throw new Error(`${name} ended at once (${how}).${await this.#tail()}`);
      if (Date.now() > until)
        throw new Error(
          `${name} did not become healthy in a minute (${this.#problem}).${await this.#tail()}`,
        );
      await delay(POLL_MS, undefined, { signal: this.#stopping.signal });
    }
    await prepare?.();
  }

  async #isHealthy() {
    const { health } = this.#spec;
    if (this.pid === undefined) return false;
    if (health === undefined) return true;
    try {
      return await (typeof health === 'function' ? health() : answers(health));
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
      return false;
    }
  }

  /** @returns {Promise<string>} the end of its log */
  async #tail() {
    const { log } = this.#hooks;
    const file = await open(log);
    const { size } = await file.stat();
    const { buffer } = await file.read({
      buffer: Buffer.alloc(TAIL_BYTES),
      position: Math.max(0, size - TAIL_BYTES),
    });
    await file.close();
    const lines = buffer.toString('utf8').replace(/\0+$/, '').trim().split('\n').slice(-TAIL_LINES);
    return ` Its log, ${log}, ends:\n  ${lines.join('\n  ')}`;
  }
}

/**
 * @param {string} url
 * @throws {Error} where nothing listens
 */
async function answers(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  await response.body?.cancel();
  return response.ok;
}
