/** A stored JSON against the dataset: equal to the last figure, in whatever order its keys are. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { Finding } from '@rounds/contracts/gate';

const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** @param dataset with what the report lacks. @throws SyntaxError for a file that is none */
export const inspectJson = (bytes: Uint8Array, dataset: object): Finding[] =>
  hashOf(JSON.parse(Buffer.from(bytes).toString())) === hashOf(dataset)
    ? []
    : [{ check: 'files', where: 'json', message: 'It is not the dataset of the report.' }];
