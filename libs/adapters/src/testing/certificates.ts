/** An authority and certificates of the test's own, made by OpenSSL: nothing of them outlives its folder. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  /** Paths of files in PEM: the certificate, its key, and both in one. */
  readonly cert: string;
  readonly key: string;
  readonly both: string;
}

export interface Authority {
  /** Path of its certificate. */
  readonly ca: string;
  /**
   * @param subject as OpenSSL writes it: `/O=Example/OU=Rounds/CN=fetch`
   * @param names of a server: `DNS:temporal.test,IP:127.0.0.1`
   */
  issue(subject: string, names?: string): Certificate;
  close(): Promise<void>;
}

const openssl = (...args: readonly string[]): void => {
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
};

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];

/** @throws where there is no OpenSSL, or none that is new enough to sign in one step */
export const openAuthority = async (): Promise<Authority> => {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-certificates-'));
  const [ca, caKey] = [join(folder, 'ca.pem'), join(folder, 'ca.key')];
  openssl('req', '-x509', ...NEW_KEY, '-subj', '/O=Test/CN=Authority', '-keyout', caKey, '-out', ca);
  let issued = 0;
  return {
    ca,
    issue: (subject, names) => {
      issued += 1;
      const path = join(folder, String(issued));
      const [cert, key, both] = [`${path}.pem`, `${path}.key`, `${path}.both.pem`];
      const alternative = names === undefined ? [] : ['-addext', `subjectAltName=${names}`];
      const of = [
        '-CA',
        ca,
        '-CAkey',
        caKey,
        '-addext',
        'basicConstraints=critical,CA:FALSE',
        ...alternative,
      ];
      openssl('req', '-x509', ...NEW_KEY, ...of, '-subj', subject, '-keyout', key, '-out', cert);
      writeFileSync(both, Buffer.concat([readFileSync(cert), readFileSync(key)]), { mode: 0o600 });
      return { cert, key, both };
    },
    close: () => rm(folder, { recursive: true }),
  };
};
