/** Builders of SDTM rows with valid defaults: a test names only what it is about. */
import { sha256Of } from '../crypto/sha256.ts';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { RecordDocument } from '@rounds/contracts/collections';
import type { SdtmRow } from '@rounds/contracts/received';
import { DAY_VARIABLES, type CutRow, type DatedDomain } from '@rounds/contracts/cut';
import type { LocalDate } from '@rounds/contracts/period';
import { firstPossibleDay, parseSdtmDate } from '@rounds/contracts/sdtm-date';
import { recordId } from '../mongo/records.repository.ts';

const DEFAULTS: Record<DatedDomain, SdtmRow> = {
  DM: { SITEID: '701', SEX: 'F', AGE: 63, ARM: 'Placebo', ARMCD: 'Pbo', DMDTC: '2024-01-02' },
  AE: {
    AETERM: 'headache',
    AEDECOD: 'HEADACHE',
    AESOC: 'NERVOUS SYSTEM DISORDERS',
    AESEV: 'MILD',
    AESER: 'N',
    AEOUT: 'RECOVERED/RESOLVED',
    AEREL: 'POSSIBLE',
    AEDTC: '2024-01-02',
    AESTDTC: '2024-01-01',
  },
  LB: {
    LBTESTCD: 'ALT',
    LBTEST: 'Alanine Aminotransferase',
    LBSTRESN: 20,
    LBSTRESC: '20',
    LBSTRESU: 'U/L',
    LBSTNRLO: 6,
    LBSTNRHI: 34,
    LBNRIND: 'NORMAL',
    VISIT: 'WEEK 2',
    LBDTC: '2024-01-02T08:30',
  },
  VS: { VSTESTCD: 'SYSBP', VSSTRESN: 120, VSSTRESU: 'mmHg', VSDTC: '2024-01-02' },
  DS: { DSCAT: 'PROTOCOL MILESTONE', DSDECOD: 'RANDOMIZED', DSSTDTC: '2024-01-02' },
  SV: { VISITNUM: 1, VISIT: 'SCREENING 1', SVSTDTC: '2024-01-02' },
  EX: { EXTRT: 'PLACEBO', EXDOSE: 0, EXDOSU: 'mg', EXSTDTC: '2024-01-02' },
  CM: { CMTRT: 'ASPIRIN', CMDTC: '2024-01-02', CMSTDTC: '2023' },
};

/** An SDTM row; a variable given as `undefined` is left out, as an import leaves out empty ones. */
export const sdtmRow = (
  domain: DatedDomain,
  variables: Readonly<Record<string, string | number | undefined>> = {},
): SdtmRow => {
  const row: typeof variables = { DOMAIN: domain, USUBJID: '01-701-1015', ...DEFAULTS[domain], ...variables };
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
};

/** The first possible day of the first day variable that is filled. */
export const rowDay = (domain: DatedDomain, row: SdtmRow): LocalDate | null => {
  const dates = DAY_VARIABLES[domain].map((variable) => String(row[variable] ?? ''));
  const date = parseSdtmDate(dates.find((collected) => collected !== '') ?? '');
  return date === null ? null : firstPossibleDay(date);
};

export const rowHash = (row: SdtmRow): string => sha256Of(canonicalJson(row));

/** Keys that grow, so that rows stand in the order in which they were built. */
const nextKey = (() => {
  let serial = 0;
  return (subject: string): string => {
    serial += 1;
    return `${subject}|${String(serial).padStart(6, '0')}`;
  };
})();

/** The line of a cut that holds the row. */
export const cutRow = (domain: DatedDomain, row: SdtmRow, key?: string): CutRow => {
  const subject = String(row.USUBJID);
  return {
    key: key ?? nextKey(subject),
    day: rowDay(domain, row),
    subject,
    receivedAt: '2024-01-03T00:00:00.000Z',
    row,
  };
};

/** The stored record that holds the row. */
export const recordDocument = (
  studyId: string,
  domain: DatedDomain,
  row: SdtmRow,
  changes: Partial<RecordDocument> = {},
): RecordDocument => {
  const { key, day, subject } = cutRow(domain, row, changes.key);
  return {
    _id: recordId(studyId, domain, key, changes.from ?? 1),
    studyId,
    domain,
    key,
    subject,
    day,
    row,
    hash: rowHash(row),
    receivedAt: new Date('2024-01-03T00:00:00Z'),
    from: 1,
    ...changes,
  };
};
