/** What the report's head needs of TS, the trial's parameters. */
import type { RecordDocument, StudyDocument } from '@rounds/contracts/collections';
import type { SdtmRow } from '@rounds/contracts/received';

export type TrialSummary = Pick<StudyDocument, 'title' | 'plannedSubjects'>;

/** Texts beyond 200 characters continue in TSVAL1, TSVAL2, …, the limit of transport files. */
const valueOf = (row: SdtmRow): string =>
  Object.keys(row)
    .filter((name) => /^TSVAL\d*$/.test(name))
    .sort((a, b) => Number(a.slice(5)) - Number(b.slice(5)))
    .map((name) => String(row[name]))
    .join('');

/** @param rows of TS, by key, so that the first of several values is the one with the lowest TSSEQ. */
export const trialSummary = (studyId: string, rows: readonly Pick<RecordDocument, 'row'>[]): TrialSummary => {
  const parameter = (code: string): string | undefined => {
    const found = rows.find(({ row }) => row.TSPARMCD === code);
    return found === undefined ? undefined : valueOf(found.row);
  };
  const planned = Number(parameter('PLANSUB'));
  return {
    title: parameter('TITLE') ?? studyId,
    plannedSubjects: Number.isInteger(planned) && planned > 0 ? planned : null,
  };
};
