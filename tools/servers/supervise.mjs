import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { writeJson } from './files.mjs';
import { Service } from './service.mjs';

const WATCHDOG = fileURLToPath(new URL('watchdog.mjs', import.meta.url));

/**
 * @typedef {import('./service.mjs').ServiceSpec} ServiceSpec
 *
 * @typedef {object} ServiceEntry as in `services.json`
 * @property {string} name
 * @property {number | null} pid null: configured elsewhere, not started by us
 * @property {string} url
 * @property {string | null} log
 *
 * @typedef {object} SupervisorOptions
 * @property {string} home the folder of ports, secrets, logs and data
 * @property {(line: string) => void} [onLine]
 * @property {boolean} [temporary] remove the home when everything has stopped
 * @property {string[]} [servicesFiles] where to publish what runs; default `<home>/services.json`
 */

/**
 * Starts processes, starts them again when they die, and stops them with itself. Only one supervisor can
 * have a home at a time.
 */
export class Supervisor {
  /** @type {Map<string, Service>} */
  #services = new Map();
  /** @type {ServiceEntry[]} */
  #configured = [];
  #published = false;
  #stopping = false;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #watchdog;
  #options;
  /** The last write of services.json: the next one waits for it. @type {Promise<void>} */
  #writing = Promise.resolve();

  /** @param {SupervisorOptions} options */
  constructor(options) {
    this.#options = { ...options, home: resolve(options.home) };
  }

  /**
   * @param {SupervisorOptions} options
   * @returns {Promise<Supervisor>}
   * @throws {Error} when another supervisor has this home
   */
  static async open(options) {
    const supervisor = new Supervisor(options);
    mkdirSync(join(supervisor.home, 'logs'), { recursive: true });
    await supervisor.#guard();
    await supervisor.#unpublish();
    return supervisor;
  }

  get home() {
    return this.#options.home;
  }

  /** @returns {ServiceEntry[]} */
  get services() {
    const running = [...this.#services.values()].map((service) => service.entry);
    return [...this.#configured, ...running];
  }

  /**
   * Starts a process and waits until it is healthy. From then on it is restarted whenever it ends.
   *
   * @param {ServiceSpec} spec
   * @throws {Error} with the end of its log, when it does not become healthy
   */
  async add(spec) {
    if (this.#stopping) throw new Error(`${spec.name} is not started: everything is being stopped.`);
    if (this.#services.has(spec.name)) throw new Error(`There is a ${spec.name} already.`);
    const service = new Service(spec, {
      log: join(this.home, 'logs', `${spec.name}.log`),
      say: (line) => this.#options.onLine?.(line),
      onSpawn: (pid) => this.#watchdog?.stdin?.write(`+${pid}\n`),
      onExit: (pid) => this.#watchdog?.stdin?.write(`-${pid}\n`),
      onHealthy: () => this.#published && this.publish(),
    });
    this.#services.set(spec.name, service);
    await service.start();
  }

  /**
   * Notes a server that runs elsewhere, for services.json.
   *
   * @param {string} name
   * @param {string} url without any password
   */
  addConfigured(name, url) {
    this.#configured.push({ name, pid: null, url, log: null });
  }

  /** Writes services.json, and again after each restart: call it once all is healthy. */
  async publish() {
    this.#published = true;
    this.#writing = this.#writing.then(async () => {
      if (this.#stopping) return;
      await Promise.all(this.#files.map((file) => writeJson(file, { services: this.services })));
    });
    await this.#writing;
  }

  /** Stops everything, servers last, and gives the home free. */
  async stop() {
    if (this.#stopping) return;
    this.#stopping = true;
    await this.#writing;
    await this.#unpublish();
    const services = [...this.#services.values()];
    await Promise.all(services.filter((service) => !service.isServer).map((service) => service.stop()));
    await Promise.all(services.map((service) => service.stop()));
    await this.#dismissWatchdog();
  }

  async #dismissWatchdog() {
    const watchdog = this.#watchdog;
    if (!watchdog || watchdog.exitCode !== null || watchdog.signalCode !== null) return;
    const gone = new Promise((resolve) => watchdog.once('exit', resolve));
    // Until now it kept nobody waiting; the home is free only when it has ended.
    watchdog.ref();
    watchdog.stdin?.end();
    await gone;
  }

  get #files() {
    return this.#options.servicesFiles ?? [join(this.home, 'services.json')];
  }

  async #unpublish() {
    await Promise.all(this.#files.map((file) => rm(file, { force: true })));
  }

  /** Starts the watchdog, and again should it die: without it a killed supervisor leaves its servers behind. */
  async #guard() {
    const { home, temporary } = this.#options;
    const args = [WATCHDOG, home, String(process.pid), ...(temporary ? ['temporary'] : [])];
    const watchdog = spawn(process.execPath, args, { detached: true, stdio: ['pipe', 'pipe', 'inherit'] });
    watchdog.stdin.on('error', () => undefined);
    // Before its answer: what is in the pipe is read, whatever becomes of this process.
    this.#watchdog = watchdog;
    for (const service of this.#services.values()) if (service.pid) watchdog.stdin.write(`+${service.pid}\n`);
    const answer = await firstLine(watchdog.stdout);
    if (answer !== 'ready') throw new Error(taken(home, answer));
    watchdog.once('exit', () => {
      if (this.#stopping) return;
      this.#guard().catch((error) => this.#options.onLine?.(`No watchdog: ${error}`));
    });
    watchdog.unref();
    /** @type {import('node:net').Socket} */ (watchdog.stdin).unref();
    watchdog.stdout.destroy();
  }
}

/**
 * @param {string} home
 * @param {string} answer
 */
function taken(home, answer) {
  const pid = answer.split(' ')[1] ?? '';
  return `${home} is in use by process ${pid}. Stop it first, or choose another folder (ROUNDS_HOME).`;
}

/**
 * @param {import('node:stream').Readable} stream
 * @returns {Promise<string>}
 */
async function firstLine(stream) {
  for await (const line of createInterface({ input: stream })) return line;
  return '';
}
