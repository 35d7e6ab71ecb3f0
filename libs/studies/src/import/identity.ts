/** Which row is which: the natural keys of SDTM domains, and the day that a row belongs to. */
import type { SdtmRow, SdtmValue } from '@rounds/contracts/received';
import { DAY_VARIABLES, type DatedDomain } from '@rounds/contracts/cut';
import type { LocalDate } from '@rounds/contracts/period';
import { firstPossibleDay, parseSdtmDate } from '@rounds/contracts/sdtm-date';

interface Identity {
  /** Variables that tell a row from every other of its study and domain. */
  readonly key: readonly string[];
  /** Those of them that must be filled. */
  readonly required: readonly string[];
}

const all = (...key: string[]): Identity => ({ key, required: key });

/** Domains whose keys are not a subject and a sequence number. */
const SPECIAL: Readonly<Record<string, Identity>> = {
  DM: all('USUBJID'),
  // An unscheduled visit may lack its number.
  SV: { key: ['USUBJID', 'VISITNUM'], required: ['USUBJID'] },
  TS: all('TSPARMCD', 'TSSEQ'),
  TA: all('ARMCD', 'TAETORD'),
  TE: all('ETCD'),
  TI: { key: ['IETESTCD', 'TIVERS'], required: ['IETESTCD'] },
  TV: { key: ['VISITNUM', 'ARMCD'], required: ['VISITNUM'] },
  DI: all('SPDEVID', 'DISEQ'),
  // By COSEQ alone the first comments of all subjects would be one row.
  CO: { key: ['RDOMAIN', 'USUBJID', 'IDVAR', 'IDVARVAL', 'COSEQ'], required: ['COSEQ'] },
  RELREC: {
    key: ['RDOMAIN', 'USUBJID', 'IDVAR', 'IDVARVAL', 'RELID'],
    required: ['RDOMAIN', 'IDVAR', 'RELID'],
  },
};

const SUPPLEMENTAL: Identity = {
  key: ['RDOMAIN', 'USUBJID', 'IDVAR', 'IDVARVAL', 'QNAM'],
  required: ['RDOMAIN', 'USUBJID', 'QNAM'],
};

/**
 * @param columns the dataset's variables: a dataset without a sequence number has no natural key, and its rows
 * are told apart by their content.
 */
export const identityOf = (domain: string, columns: ReadonlySet<string>): Identity => {
  const special = /^SUPP|^SQ/.test(domain) ? SUPPLEMENTAL : SPECIAL[domain];
  if (special !== undefined) return special;
  const subject = columns.has('USUBJID') ? ['USUBJID'] : [];
  const sequence = `${domain}SEQ`;
  return columns.has(sequence) ? all(...subject, sequence) : { key: [], required: subject };
};

const ESCAPED: Readonly<Record<string, string>> = { '%': '%25', '|': '%7C', '\0': '%00' };

/** `|` stands between the parts of a key, a NUL behind it in the id of its row: none may hold one. */
const keyPart = (value: SdtmValue | undefined): string =>
  String(value ?? '').replace(/[%|\0]/g, (sign) => ESCAPED[sign] ?? sign);

export const naturalKey = ({ key }: Identity, row: SdtmRow, hash: string): string =>
  key.length === 0
    ? `${keyPart(row.USUBJID)}|${hash.slice(0, 16)}`
    : key.map((variable) => keyPart(row[variable])).join('|');

const isDated = (domain: string): domain is DatedDomain => domain in DAY_VARIABLES;

const NONE: readonly string[] = [];

/**
 * The first filled day variable of the row decides; a date without a year belongs to no day.
 * @param unread variables that are filled with what is no date: the next one must not stand in for them.
 */
export const dayOf = (domain: string, row: SdtmRow, unread: readonly string[] = NONE): LocalDate | null => {
  if (!isDated(domain)) return null;
  const variable = DAY_VARIABLES[domain].find((name) => row[name] !== undefined || unread.includes(name));
  const value = variable === undefined ? undefined : row[variable];
  const date = value === undefined ? null : parseSdtmDate(String(value));
  return date === null ? null : firstPossibleDay(date);
};
