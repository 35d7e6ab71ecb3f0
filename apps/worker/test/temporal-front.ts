/**
 * What stands before Temporal where others run it: ends TLS, asks for a client's certificate or an API key, and lets
 * nobody administer. Behind it is the real server.
 */
import { readFileSync } from 'node:fs';
import {
  connect,
  constants,
  createSecureServer,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { Certificate } from '@rounds/adapters/testing/certificates';

const { NGHTTP2_FLAG_END_STREAM } = constants;
const UNAUTHENTICATED = '16';
const PERMISSION_DENIED = '7';
/** As Temporal Cloud: namespaces and search attributes are its own affair. */
const CLOSED = /OperatorService|\/(Register|Update)Namespace$/;

export interface FrontOptions {
  /** `host:port` without TLS. */
  readonly target: string;
  readonly certificate: Certificate;
  /** Who signs the certificates of clients, which are then asked for. */
  readonly clientCa?: string;
  readonly apiKey?: string;
}

export interface Front {
  readonly address: string;
  /** gRPC methods, as `Service/Method`. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

export const startFront = async (options: FrontOptions): Promise<Front> => {
  const { target, certificate, clientCa, apiKey } = options;
  const upstream = connect(`http://${target}`);
  const asksClient = {
    ca: readFileSync(clientCa ?? certificate.cert),
    requestCert: true,
    rejectUnauthorized: true,
  };
  const server = createSecureServer({
    cert: readFileSync(certificate.cert),
    key: readFileSync(certificate.key),
    ...(clientCa === undefined ? {} : asksClient),
  });
  const asked: string[] = [];

  const refusal = ({ ':path': path = '', authorization }: IncomingHttpHeaders): string | null => {
    if (apiKey !== undefined && authorization !== `Bearer ${apiKey}`) return UNAUTHENTICATED;
    return CLOSED.test(path) ? PERMISSION_DENIED : null;
  };
  const forward = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void => {
    const request = upstream.request({ ...headers, ':scheme': 'http', ':authority': target });
    let trailers: IncomingHttpHeaders = {};
    request.on('trailers', (found: IncomingHttpHeaders) => (trailers = found));
    request.on('response', (found, flags) => {
      const isWhole = (flags & NGHTTP2_FLAG_END_STREAM) !== 0;
      stream.respond(found, isWhole ? { endStream: true } : { waitForTrailers: true });
      if (!isWhole) request.pipe(stream);
    });
    stream.on('wantTrailers', () => {
      stream.sendTrailers(trailers);
    });
    for (const [from, to] of [
      [stream, request],
      [request, stream],
    ] as const)
      from.on('error', () => to.destroy());
    stream.pipe(request);
  };
  server.on('stream', (stream, headers) => {
    asked.push((headers[':path'] ?? '').replace(/^.*\.(?=\w+\/)/, ''));
    const status = refusal(headers);
    if (status === null) forward(stream, headers);
    else
      stream.respond(
        { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': status },
        { endStream: true },
      );
  });
  // Of clients that are turned away.
  server.on('tlsClientError', () => undefined);
  server.on('sessionError', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      upstream.destroy();
      await new Promise((done) => server.close(done));
    },
  };
};
