/** One row that differs from the cut last delivered, as the report tells of it. */
import type { CutDataset } from '@rounds/contracts/cut';
import type { RowChange } from '@rounds/contracts/dataset';
import type { SdtmRow } from '@rounds/contracts/received';
import { text, type Label, type SubjectRow } from '@rounds/report-types/folds/study-row';

/** A row of this cut beside the one of the same key in the last; either may be missing. */
export interface Pair {
  readonly current: SubjectRow | undefined;
  readonly previous: SubjectRow | undefined;
}

type Row = Pick<SubjectRow, 'row' | 'faults'>;

const isSameRow = (a: SdtmRow, b: SdtmRow): boolean => {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};

/** Whether nothing was changed: by content, as one of them may come from a cut of an earlier version. */
export const isSame = (a: Row, b: Row): boolean =>
  a.row === b.row ||
  (isSameRow(a.row, b.row) && JSON.stringify(a.faults ?? []) === JSON.stringify(b.faults ?? []));

/** What a row is about: the first variable of each list that is filled. */
const TOPICS: Readonly<Partial<Record<CutDataset, readonly (readonly string[])[]>>> = {
  AE: [['AEDECOD', 'AETERM']],
  CM: [['CMDECOD', 'CMTRT']],
  DS: [['DSDECOD', 'DSTERM']],
  EX: [['VISIT']],
  LB: [['LBTESTCD', 'LBTEST'], ['VISIT']],
  SV: [['VISIT', 'VISITNUM']],
  VS: [['VSTESTCD', 'VSTEST'], ['VISIT']],
  TRAINING: [
    ['LEARNER', 'LEARNID'],
    ['COURSE', 'COURSEID'],
  ],
  QUERIES: [['QUERYID'], ['QDOMAIN'], ['QVAR']],
};

const sequence = (domain: CutDataset, row: SdtmRow): string[] => {
  const variable = `${domain}SEQ`;
  const number = text(row, variable);
  return number === '' ? [] : [`${variable} ${number}`];
};

/** `ALT, WEEK 2, LBSEQ 12`; of a domain with one row a subject, nothing. */
export const inWords = (domain: CutDataset, row: SdtmRow): string => {
  const topics = (TOPICS[domain] ?? []).map((names) =>
    names.map((name) => text(row, name)).find((value) => value !== ''),
  );
  return [...topics, ...sequence(domain, row)].filter((part) => part !== undefined).join(', ');
};

/** Longer values end in a sign that says so: the report tells that a text changed, the study holds it. */
const MOST_CHARACTERS = 200;
const shortened = (value: string): string => {
  if (value.length <= MOST_CHARACTERS) return value;
  return `${Array.from(value.slice(0, MOST_CHARACTERS)).slice(0, -1).join('')}…`;
};

type Variables = NonNullable<RowChange['variables']>;

/** @param show hides treatments: values that differ in nothing else are equal */
export const changedVariables = (
  before: SdtmRow,
  now: SdtmRow,
  show: Label,
  isHidden: (variable: string) => boolean,
): Variables => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return names.flatMap((name) => {
    if (before[name] === now[name] || isHidden(name)) return [];
    const [was, is] = [before, now].map((row) => shortened(show(String(row[name] ?? '')))) as [
      string,
      string,
    ];
    return was === is ? [] : [{ name, before: was, now: is }];
  });
};

export const rowChange = (
  domain: CutDataset,
  kind: RowChange['kind'],
  { current, previous }: Pair,
  more: Pick<RowChange, 'variables' | 'came' | 'went'>,
): RowChange | undefined => {
  const row = current ?? previous;
  if (row === undefined) return undefined;
  const { subject, siteId, day } = row;
  return { domain, kind, subject, siteId: siteId ?? '', day, what: inWords(domain, row.row), ...more };
};
