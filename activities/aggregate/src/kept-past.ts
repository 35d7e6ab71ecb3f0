/**
 * What a report type keeps of a segment that lies before every window of its report: read instead of its rows, by
 * every later report whatever its readers' sites. It is of the segment's content, and may go at any time: then the rows
 * are read again.
 */
import { promisify } from 'node:util';
import { gunzip as gunzipCallback, gzip as gzipCallback } from 'node:zlib';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import { addressOf, stateFolder } from '@rounds/adapters/s3/segments';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { corrupt, isCorrupt, readObject } from './cut-rows.ts';

const [gunzip, gzip] = [promisify(gunzipCallback), promisify(gzipCallback)];

/** Of one site's rows of the segment. */
export interface KeptOfSite {
  readonly rows: number;
  /** As the folds of the report type saved it. */
  readonly saved: unknown;
}

export interface KeptPast {
  /** Where each of its subjects was; null: at no known site. Elsewhere it is another's. */
  readonly places: readonly (readonly [subject: string, siteId: string | null])[];
  /** By SITEID, that of no known site under the empty name. */
  readonly sites: Readonly<Record<string, KeptOfSite>>;
}

export interface KeptPasts {
  /** Null where there is none, or none that can be trusted. */
  readonly find: (address: string) => Promise<KeptPast | null>;
  readonly keep: (address: string, past: KeptPast) => Promise<void>;
}

export interface KeptOf {
  readonly studyId: string;
  /** Of the study's addresses, hex: nobody else can make one. */
  readonly addressKey: string;
  /** All that what is kept depends on, beside the rows. */
  readonly by: unknown;
}

const SEAL = 64;

export const createKeptPasts = (
  objects: Pick<ObjectStore, 'get' | 'put'>,
  { studyId, addressKey, by }: KeptOf,
): KeptPasts => {
  const name = sha256Of(canonicalJson(by));
  const keyOf = (address: string) => `${stateFolder(studyId)}${address}/${name}.gz`;
  const read = async (address: string): Promise<KeptPast> => {
    const key = keyOf(address);
    const text = (await gunzip(await objects.get(key))).toString('utf8');
    const content = text.slice(SEAL);
    if (addressOf(addressKey, address + content) !== text.slice(0, SEAL)) throw corrupt(key, 'is not sealed');
    return JSON.parse(content) as KeptPast;
  };
  return {
    find: async (address) => {
      try {
        return await readObject(keyOf(address), () => read(address));
      } catch (error) {
        if (isCorrupt(error)) return null;
        throw error;
      }
    },
    keep: async (address, past) => {
      const content = JSON.stringify(past);
      const text = addressOf(addressKey, address + content) + content;
      await objects.put(keyOf(address), await gzip(text, { level: 4 }), 'application/gzip');
    },
  };
};
