import { randomBytes } from 'node:crypto';

/** An id that says nothing about what it names: ids stand in plain text in Temporal, in logs and in S3 keys. */
export const opaqueId = (prefix: 'usr' | 'sub' | 'run' | 'chn' | 'doc' | 'whs' | 'sup' | 'test'): string =>
  `${prefix}_${randomBytes(12).toString('hex')}`;
