/** One report on demand of one user, made and downloaded in every format. */
import { FORMATS, type Format } from '@rounds/contracts/formats';
import { callerOf } from './caller.ts';
import type { Home } from './rounds-home.ts';

export interface MadeReport {
  readonly files: Readonly<Record<Format, Buffer>>;
  /** What the download's address and headers say of each file, its name among it. */
  readonly addresses: readonly string[];
}

/** The two halves of a download apart: the redirect tells the name that a browser gives the file. */
const download = async (url: string, authorization: string): Promise<{ address: string; bytes: Buffer }> => {
  const redirect = await fetch(url, { headers: { authorization }, redirect: 'manual' });
  const location = redirect.headers.get('location');
  if (location === null) throw new Error(`${url} answered ${redirect.status}: ${await redirect.text()}`);
  const file = await fetch(location);
  if (!file.ok) throw new Error(`the file of ${url} answered ${file.status}`);
  return {
    address: [decodeURIComponent(location), ...[...file.headers].flat()].join('\n'),
    bytes: Buffer.from(await file.arrayBuffer()),
  };
};

export const makeReport = async (home: Home, email: string, wish: object): Promise<MadeReport> => {
  const caller = await callerOf(home, email);
  const { status, body } = await caller.call('POST', '/reports/generate', { ...wish, formats: FORMATS });
  expect({ status, body }).toMatchObject({ status: 202 });
  const { jobId } = body as { jobId: string };
  expect(await caller.finished(jobId)).toMatchObject({ status: 'completed', error: null, held: [] });

  const { token } = (await home.cli('token', '--user', email)) as { token: string };
  const base = `${home.urls.api}/api/v1/jobs/${encodeURIComponent(jobId)}/download?format=`;
  const fetched = await Promise.all(FORMATS.map((format) => download(base + format, `Bearer ${token}`)));
  return {
    files: Object.fromEntries(FORMATS.map((format, index) => [format, fetched[index]?.bytes])) as Record<
      Format,
      Buffer
    >,
    addresses: fetched.map(({ address }) => address),
  };
};
