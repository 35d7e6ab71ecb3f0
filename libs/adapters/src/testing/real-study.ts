/** The rows of the real study as its files hold them, read without any of the product's own readers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { SdtmRow } from '@rounds/contracts/received';
import { realStudyFolder } from './test-data.ts';

/** Rows of one domain, empty variables left out. Dataset-JSON: the first line describes, each further is a row. */
export const readRealStudy = (domain: string): SdtmRow[] => {
  const packed = readFileSync(join(realStudyFolder, `${domain.toLowerCase()}.dsjc`));
  const [head = '', ...lines] = inflateSync(packed).toString('utf8').trimEnd().split('\n');
  const { columns } = JSON.parse(head) as { columns: { name: string }[] };
  return lines.map((line) => {
    const values = JSON.parse(line) as (string | number | null)[];
    const named = columns.map(({ name }, index) => [name, values[index] ?? ''] as const);
    return Object.fromEntries(named.filter(([, value]) => value !== ''));
  });
};
