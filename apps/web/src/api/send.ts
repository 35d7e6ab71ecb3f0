/** Without an answer for so long none will come: a request that hangs is as one that nobody took. */
const LONGEST_WAIT_MS = 20_000;

interface Asked {
  readonly answer: Promise<Response>;
  readonly stop: AbortController;
}

/** By address, what was asked before the app ran: whoever asks first is given that answer. */
const ahead = new Map<string, Asked>();

/** Asks what the app will ask at once when it runs: the answer is on its way meanwhile. */
export const askAhead = (path: `/api/v1/${string}`, token: string): void => {
  const { href } = new URL(path, location.origin);
  const stop = new AbortController();
  const answer = fetch(href, { headers: { Authorization: `Bearer ${token}` }, signal: stop.signal });
  // What fails is said to whoever asks.
  answer.catch(() => undefined);
  ahead.set(href, { answer, stop });
};

const askedAhead = (request: Request, signal: AbortSignal): Promise<Response> | undefined => {
  const asked = request.method === 'GET' ? ahead.get(request.url) : undefined;
  ahead.delete(request.url);
  signal.addEventListener('abort', () => {
    asked?.stop.abort();
  });
  return asked?.answer;
};

/** Waits for the answer to begin; files and streams may then last as long as they do. */
export const send = async (request: Request): Promise<Response> => {
  const waiting = new AbortController();
  const signal = AbortSignal.any([request.signal, waiting.signal]);
  const timer = setTimeout(() => {
    waiting.abort();
  }, LONGEST_WAIT_MS);
  try {
    return await (askedAhead(request, signal) ?? fetch(request, { signal }));
  } finally {
    clearTimeout(timer);
  }
};
