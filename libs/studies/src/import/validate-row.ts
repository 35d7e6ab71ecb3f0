/**
 * The rules of a row: it is either a candidate for storing, or refused with a reason for each field. Refused is only
 * what cannot be told from other rows or belongs elsewhere; a cell that cannot be read is left out of its row.
 */
import { hash as digest } from 'node:crypto';
import type { RecordDocument } from '@rounds/contracts/collections';
import type { CellFault, SdtmRow } from '@rounds/contracts/received';
import type { FieldFault } from '@rounds/contracts/rules';
import { parseSdtmDate } from '@rounds/contracts/sdtm-date';
import { CELL_RULES, isDateVariable } from '../readers/cells.ts';
import type { Dataset, SourceRow } from '../readers/dataset.ts';
import { dayOf, identityOf, naturalKey } from './identity.ts';
import { shiftRow } from './shift.ts';

export type Candidate = Pick<
  RecordDocument,
  'domain' | 'key' | 'subject' | 'day' | 'row' | 'hash' | 'faults'
>;

export interface RowVerdict {
  readonly domain: string;
  /** Null when the row is too broken to say which one it is. */
  readonly key: string | null;
  readonly faults: readonly FieldFault[];
  /** Only where there are no faults. */
  readonly candidate: Candidate | null;
  /** Variables that may have their values once only; without it, a second row of one key is kept beside the first. */
  readonly once?: readonly string[];
}

export interface RowContext {
  readonly studyId: string;
  /** What the study's id was taken from, for the message. */
  readonly studyFrom: string;
  readonly shiftDays: number;
}

/** A part of a split domain holds rows of the whole one: LBCH and LBHE hold LB. */
export const domainOf = ({ name }: Dataset, { DOMAIN }: SdtmRow): string =>
  typeof DOMAIN === 'string' && DOMAIN.length >= 2 && name.startsWith(DOMAIN) ? DOMAIN : name;

export const checkStudy = ({ STUDYID }: SdtmRow, { studyId, studyFrom }: RowContext): FieldFault[] =>
  STUDYID === studyId ? [] : [{ field: 'STUDYID', rule: `must be ${studyId}, as in ${studyFrom}` }];

const checkDomain = ({ name }: Dataset, { DOMAIN }: SdtmRow, columns: ReadonlySet<string>): FieldFault[] =>
  !columns.has('DOMAIN') || (typeof DOMAIN === 'string' && DOMAIN.length >= 2 && name.startsWith(DOMAIN))
    ? []
    : [{ field: 'DOMAIN', rule: `must be ${name}, the name of the dataset, or what it begins with` }];

const isNoDate = (row: SdtmRow, name: string): boolean => {
  const value = row[name];
  return value !== undefined && parseSdtmDate(String(value)) === null;
};

/** The row without dates that are none. */
const readDates = (source: SourceRow, variables: readonly string[]): Pick<SourceRow, 'values' | 'unread'> => {
  const { values, unread } = source;
  const broken = variables.filter((name) => isNoDate(values, name));
  if (broken.length === 0) return source;
  const kept = Object.entries(values).filter(([name]) => !broken.includes(name));
  const faults = broken.map((variable): CellFault => ({ variable, code: 'not-a-date' }));
  return {
    values: Object.fromEntries(kept),
    unread: [...unread, ...faults].sort((a, b) => (a.variable < b.variable ? -1 : 1)),
  };
};

const checkRequired = (
  row: SdtmRow,
  required: readonly string[],
  unread: readonly CellFault[],
): FieldFault[] =>
  required
    .filter((variable) => row[variable] === undefined)
    .map((field) => {
      const fault = unread.find(({ variable }) => variable === field);
      return {
        field,
        rule: fault === undefined ? 'is required: it tells this row from others' : CELL_RULES[fault.code],
      };
    });

/**
 * Of the row's canonical JSON: readers give variables in order, so it need not be sorted again. A row whose cell could
 * not be read is another one than the row in which it is empty: its repair must be seen.
 */
export const hashOf = (row: SdtmRow, unread: readonly CellFault[] = []): string =>
  digest('sha256', unread.length === 0 ? JSON.stringify(row) : JSON.stringify(row) + JSON.stringify(unread));

/** @returns a function that judges the rows of one dataset. */
export const rowValidator = (dataset: Dataset, context: RowContext): ((source: SourceRow) => RowVerdict) => {
  const columns = new Set(dataset.columns.map(({ name }) => name));
  const dates = [...columns].filter(isDateVariable);
  const identities = new Map<string, ReturnType<typeof identityOf>>();
  return (source) => {
    const { values, unread } = readDates(source, dates);
    const domain = domainOf(dataset, values);
    const identity = identities.get(domain) ?? identityOf(domain, columns);
    identities.set(domain, identity);
    const missing = checkRequired(values, identity.required, unread);
    const faults = [
      ...source.faults,
      ...checkStudy(values, context),
      ...checkDomain(dataset, values, columns),
      ...missing,
    ];
    const row = context.shiftDays === 0 ? values : shiftRow(values, context.shiftDays);
    const hash = hashOf(row, unread);
    const key = missing.length > 0 ? null : naturalKey(identity, row, hash);
    if (faults.length > 0 || key === null) return { domain, key, faults, candidate: null };
    const subject = row.USUBJID === undefined ? null : String(row.USUBJID);
    if (unread.length === 0)
      return { domain, key, faults, candidate: { domain, key, subject, day: dayOf(domain, row), row, hash } };
    const names = unread.map(({ variable }) => variable);
    const day = dayOf(domain, row, names);
    return { domain, key, faults, candidate: { domain, key, subject, day, row, hash, faults: unread } };
  };
};
