/** Without an answer for so long none will come: a request that hangs is as one that nobody took. */
const LONGEST_WAIT_MS = 20_000;

/** Waits for the answer to begin; files and streams may then last as long as they do. */
export const send = async (request: Request): Promise<Response> => {
  const waiting = new AbortController();
  const timer = setTimeout(() => {
    waiting.abort();
  }, LONGEST_WAIT_MS);
  try {
    return await fetch(request, { signal: AbortSignal.any([request.signal, waiting.signal]) });
  } finally {
    clearTimeout(timer);
  }
};
