/** The rules of a row: it is either a candidate for storing, or refused with a reason for each field. */
import { createHash } from 'node:crypto';
import type { RecordDocument, SdtmRow } from '@rounds/contracts/collections';
import type { FieldFault } from '@rounds/contracts/errors';
import { parseSdtmDate } from '@rounds/contracts/sdtm-date';
import type { Dataset, SourceRow } from '../readers/dataset.ts';
import { dayOf, identityOf, naturalKey } from './identity.ts';
import { isDateVariable, shiftRow } from './shift.ts';

export type Candidate = Pick<RecordDocument, 'domain' | 'key' | 'subject' | 'day' | 'row' | 'hash'>;

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

const checkDates = (row: SdtmRow, variables: readonly string[]): FieldFault[] =>
  variables
    .filter((name) => row[name] !== undefined && parseSdtmDate(String(row[name])) === null)
    .map((field) => ({
      field,
      rule: 'must be an ISO 8601 date, perhaps partial, like 2013-08-21 or 2013-08',
    }));

const checkRequired = (row: SdtmRow, required: readonly string[]): FieldFault[] =>
  required
    .filter((variable) => row[variable] === undefined)
    .map((field) => ({ field, rule: 'is required: it tells this row from others' }));

/** Of the row's canonical JSON: readers give variables in order, so it need not be sorted again. */
export const hashOf = (row: SdtmRow): string =>
  createHash('sha256').update(JSON.stringify(row)).digest('hex');

/** @returns a function that judges the rows of one dataset. */
export const rowValidator = (dataset: Dataset, context: RowContext): ((source: SourceRow) => RowVerdict) => {
  const columns = new Set(dataset.columns.map(({ name }) => name));
  const dates = [...columns].filter(isDateVariable);
  return ({ values, faults: broken }) => {
    const domain = domainOf(dataset, values);
    const identity = identityOf(domain, columns);
    const missing = checkRequired(values, identity.required);
    const faults = [
      ...broken,
      ...checkStudy(values, context),
      ...checkDomain(dataset, values, columns),
      ...missing,
      ...checkDates(values, dates),
    ];
    const row = context.shiftDays === 0 ? values : shiftRow(values, context.shiftDays);
    const hash = hashOf(row);
    const key = missing.length > 0 ? null : naturalKey(identity, row, hash);
    if (faults.length > 0 || key === null) return { domain, key, faults, candidate: null };
    const subject = row.USUBJID === undefined ? null : String(row.USUBJID);
    return { domain, key, faults, candidate: { domain, key, subject, day: dayOf(domain, row), row, hash } };
  };
};
