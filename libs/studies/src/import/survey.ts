/**
 * The first of two readings. Nothing is written before every file of the folder was read to its end: a broken or
 * truncated file would otherwise leave half an import behind, and its missing rows would count as removed.
 */
import { RoundsError } from '@rounds/contracts/errors';
import type { LocalDate } from '@rounds/contracts/period';
import type { Dataset } from '../readers/dataset.ts';
import { openDataset } from '../readers/open-dataset.ts';
import { PLAIN_RULES, type ReadingRules } from '../readers/reading-rules.ts';
import { DAY_VARIABLES } from '@rounds/contracts/cut';
import { asTold } from '@rounds/contracts/rules';
import { dayOf } from './identity.ts';
import { domainOf } from './validate-row.ts';

export interface SurveyedFile {
  readonly dataset: Dataset;
  readonly rows: number;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  /** Of its rows, or its name where it has none. */
  readonly domains: ReadonlySet<string>;
}

export interface HashedPath {
  readonly path: string;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
}

export interface KnownStudyId {
  readonly studyId: string;
  /** The file that names the study. */
  readonly studyFrom: string;
}

export interface Survey extends KnownStudyId {
  readonly files: readonly SurveyedFile[];
  /** Rows of the dated domains, by the day that they belong to. */
  readonly rowsByDay: ReadonlyMap<LocalDate, number>;
}

/** Called now and then while the file's rows are read. */
export type ReportRows = (file: string, rows: number) => void;

const EVERY = 2_000;

/** What `readFile` looks at. */
const LOOKED_AT: ReadonlySet<string> = new Set(['STUDYID', 'DOMAIN', ...Object.values(DAY_VARIABLES).flat()]);

interface Reading extends SurveyedFile {
  readonly studyId: string | null;
}

const readFile = async (
  { path, sha256 }: HashedPath,
  rules: ReadingRules,
  rowsByDay: Map<LocalDate, number>,
  report: ReportRows,
): Promise<Reading> => {
  const dataset = await openDataset(path, rules);
  let rows = 0;
  let studyId: string | null = null;
  const domains = new Set<string>();
  for await (const { row, values } of dataset.rows(LOOKED_AT)) {
    rows = row;
    studyId ??= values.STUDYID === undefined ? null : String(values.STUDYID);
    const domain = domainOf(dataset, values);
    domains.add(domain);
    const day = dayOf(domain, values);
    if (day !== null) rowsByDay.set(day, (rowsByDay.get(day) ?? 0) + 1);
    if (rows % EVERY === 0) report(dataset.file, rows);
  }
  if (rows === 0) domains.add(dataset.name);
  return { dataset, rows, studyId, sha256, domains };
};

const allBroken = (errors: readonly RoundsError[]): RoundsError => {
  const [first] = errors;
  if (first !== undefined && errors.length === 1) return first;
  const messages = errors.map(({ message }) => message).join(' ');
  return new RoundsError('NOT_A_DATASET', messages, { fields: errors.flatMap(({ fields }) => fields) });
};

/** Two files of one dataset, as `ae.json` beside `ae.xpt`: which of them holds is not for us to guess. */
const checkTwice = (readings: readonly Reading[]): void => {
  const fileByName = new Map<string, string>();
  for (const { dataset } of readings) {
    const other = fileByName.get(dataset.name);
    if (other !== undefined) {
      const rule = `holds the dataset ${dataset.name} too, as ${other} does: keep one of them`;
      throw new RoundsError('INVALID_INPUT', `${dataset.file} ${rule}.`, {
        fields: [asTold(dataset.file, rule)],
      });
    }
    fileByName.set(dataset.name, dataset.file);
  }
};

/** @param known what files that are not among these say; DM comes before them */
const studyOf = (readings: readonly Reading[], known: KnownStudyId | undefined): KnownStudyId => {
  const named = readings.flatMap(({ studyId, dataset }) =>
    studyId === null ? [] : [{ studyId, studyFrom: dataset.file, isDm: dataset.name === 'DM' }],
  );
  const found = named.find(({ isDm }) => isDm) ?? known ?? named[0];
  if (found !== undefined) return { studyId: found.studyId, studyFrom: found.studyFrom };
  throw new RoundsError('INVALID_INPUT', 'No row of the folder names its study.', {
    fields: [asTold('STUDYID', 'is required in every row')],
  });
};

/** @throws RoundsError NOT_A_DATASET naming every file that is broken, and the rule that it breaks. */
export const survey = async (
  paths: readonly HashedPath[],
  report: ReportRows,
  rules: ReadingRules = PLAIN_RULES,
  known?: KnownStudyId,
): Promise<Survey> => {
  const rowsByDay = new Map<LocalDate, number>();
  const readings: Reading[] = [];
  const broken: RoundsError[] = [];
  for (const path of paths) {
    try {
      readings.push(await readFile(path, rules, rowsByDay, report));
    } catch (error) {
      if (!(error instanceof RoundsError) || error.code !== 'NOT_A_DATASET') throw error;
      broken.push(error);
    }
  }
  if (broken.length > 0) throw allBroken(broken);
  checkTwice(readings);
  return { ...studyOf(readings, known), files: readings, rowsByDay };
};
