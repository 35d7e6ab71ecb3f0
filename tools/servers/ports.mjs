import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { readJson, writeJson } from './files.mjs';

/** Below the range that systems hand out for outgoing connections, so that a remembered port stays free. */
const RANGE = { from: 20_000, to: 32_000 };

/**
 * The ports of one home. A name keeps its port over restarts, so that whoever holds the address finds the
 * server again; if someone else has taken the port meanwhile, another is chosen and remembered.
 */
class Ports {
  #file;
  /** @type {Record<string, number> | undefined} */
  #known;
  /** @type {Map<string, Promise<number>>} */
  #taken = new Map();

  /** @param {string} home */
  constructor(home) {
    this.#file = join(home, 'ports.json');
  }

  /**
   * @param {string} name
   * @returns {Promise<number>}
   */
  take(name) {
    const before = [...this.#taken.values()].at(-1);
    const port = this.#taken.get(name) ?? this.#choose(name, before);
    this.#taken.set(name, port);
    return port;
  }

  /**
   * One at a time: two names choosing at once could pick the same port.
   *
   * @param {string} name
   * @param {Promise<number> | undefined} before
   */
  async #choose(name, before) {
    await before?.catch(() => undefined);
    this.#known ??= await readJson(this.#file, {});
    const remembered = this.#known[name];
    const others = new Set(
      Object.entries(this.#known).flatMap(([key, port]) => (key === name ? [] : [port])),
    );
    const port = remembered && (await isFree(remembered)) ? remembered : await chooseFree(others);
    this.#known[name] = port;
    if (port !== remembered) await writeJson(this.#file, this.#known);
    return port;
  }
}

/** @type {Map<string, Ports>} */
const opened = new Map();

/**
 * Whoever needs a port of this home asks the same object, so that no two names get one port.
 *
 * @param {string} home
 */
export function portsOf(home) {
  const ports = opened.get(resolve(home)) ?? new Ports(home);
  opened.set(resolve(home), ports);
  return ports;
}

/** @param {Set<number>} except */
async function chooseFree(except) {
  for (let attempt = 0; attempt < 1_000; attempt++) {
    const port = randomInt(RANGE.from, RANGE.to);
    if (!except.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port between ${RANGE.from} and ${RANGE.to} on 127.0.0.1.`);
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
