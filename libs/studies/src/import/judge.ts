/** Whether an import may do what it would do: a truncated or empty file must not pass for a study that shrank. */
import type { ImportedFile } from '@rounds/contracts/collections';
import type { FieldFault } from '@rounds/contracts/rules';

/** More than this share of a domain's rows goes only with consent. */
const REMOVED_SHARE = 0.2;

export type RefusalLimit = { readonly rows: number } | { readonly share: number };

export interface Consent {
  /** Rows may go: of every domain, or of these. */
  readonly acceptRemovals?: true | readonly string[];
  /** Domains that have no rows any more, whether the folder holds an empty file of them or none. */
  readonly empty?: readonly string[];
  /** No more rows than these may be refused; absent: any number. */
  readonly maxRefused?: RefusalLimit;
}

/** One domain that the folder brings, against the study's. */
export interface Removals {
  readonly domain: string;
  /** Rows that the study has of it. */
  readonly present: number;
  /** Those that it would have no more. */
  readonly removed: number;
  /** That the folder holds of it, refused ones among them. */
  readonly rows: number;
}

const mayGo = (domain: string, { acceptRemovals = [], empty = [] }: Consent): boolean =>
  acceptRemovals === true || acceptRemovals.includes(domain) || empty.includes(domain);

const number = (count: number): string => count.toLocaleString('en');

const removalFaults = (removals: readonly Removals[], consent: Consent): FieldFault[] =>
  removals
    .filter(({ present, removed }) => removed > present * REMOVED_SHARE)
    .filter(({ domain }) => !mayGo(domain, consent))
    .map(({ domain, present, removed, rows }) => ({
      field: domain,
      rule:
        `must not lose ${number(removed)} of its ${number(present)} rows without consent: ` +
        `give --accept-removals ${domain} if it is meant` +
        (rows === 0 ? `, or --empty ${domain} if it has no rows any more` : ''),
    }));

const emptyFaults = (removals: readonly Removals[], { empty = [] }: Consent): FieldFault[] =>
  removals
    .filter(({ domain, rows }) => rows > 0 && empty.includes(domain))
    .map(({ domain, rows }) => ({
      field: domain,
      rule: `must have no rows if --empty says so, and has ${number(rows)}`,
    }));

const refusalFaults = (files: readonly ImportedFile[], { maxRefused }: Consent): FieldFault[] => {
  if (maxRefused === undefined) return [];
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const refused = files.reduce((sum, file) => sum + file.refused, 0);
  const most = 'rows' in maxRefused ? maxRefused.rows : maxRefused.share * rows;
  if (refused <= most) return [];
  const limit = 'rows' in maxRefused ? number(maxRefused.rows) : `${number(maxRefused.share * 100)} %`;
  return [
    {
      field: 'rows',
      rule: `must be refused ${limit} at most, and ${number(refused)} of ${number(rows)} are`,
    },
  ];
};

/** @returns why the import must not become the study's; nothing where it may */
export const judge = (
  files: readonly ImportedFile[],
  removals: readonly Removals[],
  consent: Consent,
): FieldFault[] => [
  ...removalFaults(removals, consent),
  ...emptyFaults(removals, consent),
  ...refusalFaults(files, consent),
];
