/**
 * One POST to an address that a caller chose. The name is resolved for this attempt, each of its addresses is
 * checked, and the connection goes to one that was checked: a name that leads elsewhere a moment later leads
 * nowhere. Redirects are not followed: whoever controls a receiver could point them at us.
 */
import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestHttps, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicAddress, literalAddress } from './address-rules.ts';

export interface PostSettings {
  readonly allowPrivate: boolean;
  readonly allowHttp: boolean;
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
  /** Of the operating system; tests name their own. */
  readonly resolve?: Resolve;
}

export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export interface Answer {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  /** The Retry-After header as it came. */
  readonly retryAfter: string | undefined;
}

/** No answer came, or none was asked for: `message` is for the log. */
export class NoAnswer extends Error {
  override readonly name: string = 'NoAnswer';
  /** The request was on its way: whether it arrived is unknown. */
  readonly left: boolean;

  constructor(message: string, left = false) {
    super(message);
    this.left = left;
  }
}

/** None was asked for: this installation sends nothing to such an address. */
export class NotAllowed extends NoAnswer {
  override readonly name = 'NotAllowed';
}

/** Bytes of an answer that are read at all; they are thrown away. */
const MOST_BYTES = 1_024;

const systemResolve: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    resolveName(hostname, { all: true }, (error, addresses) => {
      if (error === null) resolve(addresses);
      else reject(new NoAnswer('The name of the receiver does not resolve.'));
    });
  });

const refused = () => new NotAllowed('The receiver is at a private address, which is not allowed.');

/** One private address among public ones refuses them all: the next connection could go to it. */
const checkedAddresses = async (
  hostname: string,
  { allowPrivate, resolve = systemResolve }: PostSettings,
): Promise<readonly LookupAddress[]> => {
  const addresses = await resolve(hostname);
  if (addresses.length === 0) throw new NoAnswer('The name of the receiver does not resolve.');
  if (!allowPrivate && !addresses.every(({ address }) => isPublicAddress(address))) throw refused();
  return addresses;
};

/** Hands the connection what was checked, and nothing else. */
const pinned =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_hostname, options, callback) => {
    const [first = { address: '', family: 0 }] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  };

const lookupFor = async (url: URL, settings: PostSettings): Promise<{ lookup?: LookupFunction }> => {
  if (url.protocol !== 'https:' && !(settings.allowHttp && url.protocol === 'http:'))
    throw new NotAllowed('The address of the receiver does not begin with https://.');
  const literal = literalAddress(url.hostname);
  if (literal === null) return { lookup: pinned(await checkedAddresses(url.hostname, settings)) };
  // A literal is connected to as it is, without any lookup.
  if (!settings.allowPrivate && !isPublicAddress(literal)) throw refused();
  return {};
};

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The receiver refused the connection.',
  ECONNRESET: 'The receiver broke off the connection.',
  EHOSTUNREACH: 'The receiver cannot be reached.',
  ENETUNREACH: 'The receiver cannot be reached.',
  ETIMEDOUT: 'The receiver did not answer in time.',
  CERT_HAS_EXPIRED: 'The certificate of the receiver has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the receiver is not trusted.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate of the receiver is not trusted.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of the receiver is not trusted.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the receiver is for another name.',
};

const reasonOf = (error: Error & { readonly code?: string }, left: boolean): NoAnswer => {
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return new NoAnswer('The receiver did not answer in time.', left);
  return new NoAnswer(REASONS[error.code ?? ''] ?? 'The connection to the receiver failed.', left);
};

/** Reads a little of what follows, so that the receiver can end in peace. */
const letEnd = (response: IncomingMessage): void => {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) response.destroy();
  });
  // The status was the answer; that the rest breaks off or drags on takes nothing back.
  response.on('error', () => undefined);
};

const exchange = (url: URL, options: RequestOptions, body: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const [send, opened] =
      url.protocol === 'https:'
        ? ([requestHttps, 'secureConnect'] as const)
        : ([requestHttp, 'connect'] as const);
    let left = false;
    const request = send(url, options, (response) => {
      const { statusCode = 0, headers } = response;
      resolve({ statusCode, headers, retryAfter: headers['retry-after'] });
      letEnd(response);
    });
    // Before that nothing of the request is written.
    request.on('socket', (socket) => {
      socket.once(opened, () => {
        left = true;
      });
    });
    request.on('error', (error) => {
      reject(reasonOf(error, left));
    });
    request.end(body);
  });

/**
 * @throws NoAnswer when the address is not allowed, or no answer came within the time
 */
export const postOnce = async (
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  settings: PostSettings,
): Promise<Answer> => {
  const url = new URL(address);
  const signal = AbortSignal.timeout(settings.timeoutMs);
  const options = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    // A connection that is kept open would outlive the check of its address.
    agent: false,
    signal,
    ...(await lookupFor(url, settings)),
  } as const;
  return await exchange(url, options, body);
};
