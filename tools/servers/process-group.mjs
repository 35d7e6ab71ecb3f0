import { setTimeout as delay } from 'node:timers/promises';

const POLITE_MS = 8_000;

/**
 * @param {number} pid leader of a process group
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} false: nobody is left
 */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Asks a process group to end, and ends it where it does not.
 *
 * @param {number} pid
 * @param {number} [patienceMs] between the question and the end
 */
export async function stopGroup(pid, patienceMs = POLITE_MS) {
  if (!signalGroup(pid, 'SIGTERM')) return;
  for (const until = Date.now() + patienceMs; Date.now() < until;) {
    await delay(20);
    if (!signalGroup(pid, 0)) return;
  }
  signalGroup(pid, 'SIGKILL');
}
