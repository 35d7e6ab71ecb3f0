/** Requests to the administrators' interfaces of stores, signed as those for objects are. */
import type { S3Client } from '@aws-sdk/client-s3';
import { SignatureV4 } from '@smithy/signature-v4';

export interface SignedRequest {
  readonly url: URL;
  readonly method: 'POST' | 'PUT';
  readonly service: 'iam' | 's3';
  readonly region: string;
  readonly body: string | Buffer;
  readonly contentType: string;
}

/** @returns the answer's status and text, whatever it says */
export const sendSigned = async (
  client: S3Client,
  { url, method, service, region, body, contentType }: SignedRequest,
): Promise<{ readonly status: number; readonly text: string }> => {
  const { credentials, sha256 } = client.config;
  const signer = new SignatureV4({ service, region, credentials, sha256 });
  const { headers } = await signer.sign({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, 'content-type': contentType },
    body,
  });
  const response = await fetch(url, {
    method,
    headers,
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: response.status, text: await response.text() };
};
