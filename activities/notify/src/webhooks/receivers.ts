/**
 * Who may be called now. A receiver's server gets a few calls at once and no more, so that one that hangs leaves the
 * slots of this process to all others; an address that does not answer is left alone for a while and then tried by a
 * single call. Kept by each process for itself: it saves work and decides nothing that must be remembered.
 */
import { backOffMs } from './back-off.ts';

/** Calls to one server at once. */
const SHARE = 4;
/** Calls in a row without an answer after which an address is left alone: one round of calls that hang. */
const SILENT_CALLS = SHARE;
/** After this long at most it is tried again, and whoever waits asks again. */
const MOST_WAIT_MS = 5 * 60_000;
/** Milliseconds that a call is thought to take before one has ended, and the least that is thought of any. */
const [FIRST_GUESS_MS, LEAST_MS] = [1_000, 100];
/** What is remembered of addresses that failed; the oldest is forgotten first. */
const MOST_ADDRESSES = 10_000;

interface Server {
  busy: number;
  /** When the next of those who wait should ask again. */
  nextTurn: number;
  /** Milliseconds that its last call took. */
  took: number;
  /** When it began its first call or ended its last one. */
  since: number;
}

/** An address that failed; while it is `open` nobody calls, but for one after `until`. */
interface Circuit {
  silent: number;
  until: number;
  isTried: boolean;
}

/** `silent`: no answer, or a fault of the server's own; `unknown`: the call was not made. */
export type Heard = 'answered' | 'silent' | 'unknown';

export type Admission =
  /** Milliseconds after which to ask again. */
  { readonly waitMs: number } | { readonly settle: (heard: Heard) => void };

export interface ReceiversOptions {
  /** Milliseconds that a call can last: a trial is over by then. */
  readonly timeoutMs: number;
  /** Milliseconds of any beginning. */
  readonly now?: () => number;
}

/** A query may differ with each call. */
const addressOf = ({ origin, pathname }: URL): string => origin + pathname;

/** Together they must not come back. */
const spread = (ms: number): number => Math.round(ms * (1 + Math.random() / 4));

export const createReceivers = ({ timeoutMs, now = () => performance.now() }: ReceiversOptions) => {
  const servers = new Map<string, Server>();
  const circuits = new Map<string, Circuit>();

  const fail = (address: string): void => {
    const silent = (circuits.get(address)?.silent ?? 0) + 1;
    const openMs = silent < SILENT_CALLS ? 0 : Math.min(MOST_WAIT_MS, backOffMs(silent - SILENT_CALLS + 1));
    circuits.delete(address);
    circuits.set(address, { silent, until: now() + openMs, isTried: false });
    const [oldest] = circuits.keys();
    if (circuits.size > MOST_ADDRESSES && oldest !== undefined) circuits.delete(oldest);
  };

  /** Milliseconds; 0: it may be called. */
  const closedFor = (circuit: Circuit | undefined, isByHand: boolean): number => {
    if (circuit === undefined || circuit.silent < SILENT_CALLS) return 0;
    if (circuit.isTried) return spread(timeoutMs);
    const left = circuit.until - now();
    return left <= 0 || isByHand ? 0 : spread(left);
  };

  const newServer = (): Server => ({ busy: 0, nextTurn: 0, took: FIRST_GUESS_MS, since: now() });

  /** Milliseconds; 0: it has room. Those who wait get turns one after the other. */
  const fullFor = (server: Server): number => {
    if (server.busy < SHARE) return 0;
    const lasts = Math.max(server.took, now() - server.since);
    server.nextTurn = Math.max(server.nextTurn + lasts / SHARE, now() + lasts);
    return Math.min(MOST_WAIT_MS, Math.round(server.nextTurn - now()));
  };

  const settle = (url: URL, server: Server, began: number) => (heard: Heard) => {
    const address = addressOf(url);
    server.busy -= 1;
    server.since = now();
    server.took = Math.max(LEAST_MS, server.since - began);
    if (server.busy === 0) servers.delete(url.origin);
    if (heard === 'silent') fail(address);
    else if (heard === 'answered') circuits.delete(address);
    else {
      const circuit = circuits.get(address);
      if (circuit !== undefined) circuit.isTried = false;
    }
  };

  /** @param isByHand somebody asked for this call: it is the trial, if none is under way */
  return (address: string, isByHand: boolean): Admission => {
    const url = new URL(address);
    const circuit = circuits.get(addressOf(url));
    const server = servers.get(url.origin) ?? newServer();
    const waitMs = closedFor(circuit, isByHand) || fullFor(server);
    if (waitMs > 0) return { waitMs };
    if (circuit !== undefined) circuit.isTried = true;
    server.busy += 1;
    servers.set(url.origin, server);
    return { settle: settle(url, server, now()) };
  };
};
