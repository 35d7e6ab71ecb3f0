/** What no blinded reader may be shown of the sample study: its arms, their codes and drugs, as its own files write them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folded } from '../read-report.ts';
import type { Home } from '../rounds-home.ts';

/** Of a dataset in NDJSON: a line of metadata, then an array a row. */
const valuesIn = async (file: string, variables: readonly string[]): Promise<string[]> => {
  const [head = '', ...lines] = (await readFile(file, 'utf8')).trim().split('\n');
  const { columns } = JSON.parse(head) as { columns: readonly { readonly name: string }[] };
  const places = columns.flatMap(({ name }, place) => (variables.includes(name) ? [place] : []));
  const values = lines.flatMap((line) => {
    const row = JSON.parse(line) as readonly (string | number | null)[];
    return places.map((place) => String(row[place] ?? ''));
  });
  return [...new Set(values)].filter(Boolean).sort();
};

/** CDISC's words for a subject without treatment: they tell no arm. */
const NO_TREATMENT = /^(?:screen failure|scrnfail|not assigned|notassgn|not treated|nottrt)$/i;

const tells = (value: string): boolean => !NO_TREATMENT.test(value);

export interface Arms {
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

export const armsOf = async ({ home }: Home): Promise<Arms> => {
  const folder = join(home, 'sample-study');
  const [arms, drugs, codes] = await Promise.all([
    valuesIn(join(folder, 'dm.ndjson'), ['ARM', 'ACTARM']),
    valuesIn(join(folder, 'ex.ndjson'), ['EXTRT']),
    valuesIn(join(folder, 'dm.ndjson'), ['ARMCD', 'ACTARMCD']),
  ]);
  return { names: [...arms, ...drugs].filter(tells), codes: codes.filter(tells) };
};

/** A code is short: within a longer word it is none. */
const hasCode = (text: string, code: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${code}(?![\\p{L}\\p{N}])`, 'iu').test(text);

/** Which of them the text holds. */
export const armsIn = (text: string, { names, codes }: Arms): string[] => {
  const searched = folded(text);
  return [
    ...names.filter((name) => searched.includes(folded(name))),
    ...codes.filter((code) => hasCode(text, code)),
  ];
};
