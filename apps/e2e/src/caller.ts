/** Calls the API as one user, over real HTTP, and reads what reached their inbox. */
import type { Home } from './rounds-home.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Job {
  readonly jobId: string;
  readonly status: string;
  readonly reason: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

interface Mail {
  readonly to: readonly { readonly address: string }[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export const callerOf = async (home: Home, email: string) => {
  const { token } = (await home.cli('token', '--user', email)) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const url = (path: string) => `${home.urls.api}/api/v1${path}`;

  const call = async (
    method: string,
    path: string,
    body?: unknown,
    further: object = {},
  ): Promise<Answer> => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(url(path), { method, headers: { ...headers, ...further }, ...content });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };

  return {
    email,
    call,
    download: async (jobId: string, format: string): Promise<Buffer> => {
      const response = await fetch(url(`/jobs/${encodeURIComponent(jobId)}/download?format=${format}`), {
        headers,
      });
      if (!response.ok) throw new Error(`download of ${format}: ${response.status} ${await response.text()}`);
      return Buffer.from(await response.arrayBuffer());
    },
    /** Waits for the end of a run. */
    finished: (jobId: string): Promise<Job> =>
      until(`the end of ${jobId}`, async () => {
        const { status, body } = await call('GET', `/jobs/${encodeURIComponent(jobId)}`).catch(unreachable);
        const job = body as Job;
        return status === 200 && !['queued', 'processing'].includes(job.status) ? job : null;
      }),
    mails: async (): Promise<Mail[]> => {
      const mails = (await (await fetch(`${home.urls.inbox}/api/email`)).json()) as Mail[];
      return mails.filter(({ to }) => to.some(({ address }) => address === email));
    },
  };
};
export type Caller = Awaited<ReturnType<typeof callerOf>>;

/** While the API itself is being killed. */
const unreachable = (): Answer => ({ status: 0, body: null });

const TIMEOUT_MS = 150_000;
const POLL_MS = 200;

export const until = async <T>(what: string, look: () => Promise<T | null>): Promise<T> => {
  for (const end = performance.now() + TIMEOUT_MS; performance.now() < end;) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`${what} did not come within ${TIMEOUT_MS / 1000} s`);
};
