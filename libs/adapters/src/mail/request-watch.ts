/**
 * Whether a request by Node's fetch left this process. The Resend SDK reports a refused connection and a lost
 * answer alike, and only one of them is certain not to have sent a mail. Node publishes what its HTTP client
 * does on diagnostics channels (nodejs.org, "undici: diagnostics channel support"); a request whose headers
 * were never written to a socket was never sent.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';

interface Watch {
  created: boolean;
  written: boolean;
}

const current = new AsyncLocalStorage<Watch>();
const watches = new WeakMap<object, Watch>();

const requestOf = (message: unknown): object => (message as { readonly request: object }).request;

subscribe('undici:request:create', (message) => {
  const watch = current.getStore();
  if (watch === undefined) return;
  watch.created = true;
  watches.set(requestOf(message), watch);
});

subscribe('undici:client:sendHeaders', (message) => {
  // Published outside the caller's context, whenever a socket is free: found again by the request.
  const watch = watches.get(requestOf(message));
  if (watch !== undefined) watch.written = true;
});

/**
 * Runs `work`, which makes one request. `neverLeft` is true only on evidence: a request that the channels
 * did not show at all may have left.
 */
export const watchRequest = async <T>(work: () => Promise<T>): Promise<{ result: T; neverLeft: boolean }> => {
  const watch: Watch = { created: false, written: false };
  const result = await current.run(watch, work);
  return { result, neverLeft: watch.created && !watch.written };
};
