/** Rows of operational datasets are judged by a schema, and each may be there once only. */
import type { SdtmRow } from '@rounds/contracts/received';
import { OPERATIONAL_DAYS, type OperationalDataset } from '@rounds/contracts/cut';
import type { FieldFault } from '@rounds/contracts/rules';
import { naturalKey } from '../import/identity.ts';
import { shiftRow } from '../import/shift.ts';
import { checkStudy, hashOf, type RowContext, type RowVerdict } from '../import/validate-row.ts';
import { CELL_RULES } from '../readers/cells.ts';
import type { Dataset, SourceRow } from '../readers/dataset.ts';
import type { KnownStudy } from './definition.ts';
import { OPERATIONAL } from './definitions.ts';
import { dayOf } from './values.ts';

/** The variable as the file calls it. */
const namedAsIn =
  ({ headings }: Dataset) =>
  ({ field, rule }: FieldFault): FieldFault => ({ field: headings?.get(field) ?? field, rule });

/** Exports of other systems are of one study and need not say which: that of the folder. */
const withStudy = ({ values }: SourceRow, { studyId }: RowContext): SdtmRow => ({
  STUDYID: studyId,
  ...values,
});

/** @returns a function that judges the rows of one dataset. */
export const operationalValidator = (
  dataset: Dataset & { readonly name: OperationalDataset },
  context: RowContext & { readonly study: KnownStudy },
): ((source: SourceRow) => RowVerdict) => {
  const { name: domain } = dataset;
  const { key: variables, row: schemaOf } = OPERATIONAL[domain];
  const schema = schemaOf(context.study);
  const identity = { key: variables, required: variables };
  const named = namedAsIn(dataset);
  return (source) => {
    const values = withStudy(source, context);
    const parsed = schema.safeParse(values);
    const unread = source.unread.map(({ variable, code }) => ({ field: variable, rule: CELL_RULES[code] }));
    const read = [...source.faults, ...unread];
    const broken = new Set(read.map(({ field }) => field));
    // A cell that could not be read is missing from the values: that it is required is then no second fault.
    const issues = (parsed.error?.issues ?? [])
      .map(({ path, message }) => ({ field: path.map(String).join('.'), rule: message }))
      .filter(({ field }) => !broken.has(field));
    const faults = [...read, ...checkStudy(values, context), ...issues].map(named);
    const isKnown = variables.every((variable) => values[variable] !== undefined);
    const key = isKnown ? naturalKey(identity, values, '') : null;
    if (faults.length > 0 || key === null || !parsed.success) return { domain, key, faults, candidate: null };
    const row = context.shiftDays === 0 ? parsed.data : shiftRow(parsed.data, context.shiftDays);
    const subject = row.USUBJID === undefined ? null : String(row.USUBJID);
    const day = dayOf(String(row[OPERATIONAL_DAYS[domain]]));
    return {
      domain,
      key,
      faults,
      candidate: { domain, key, subject, day, row, hash: hashOf(row) },
      once: variables,
    };
  };
};
