/** A dataset of rows, as the aggregate stage would make it of a cut: without the cut, for readers who see all. */
import type { Dataset } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import type { Aggregator, Made, WithPrevious } from '../aggregator.ts';
import { asIs } from '../folds/study-row.ts';
import type { Known } from '../terms/known.ts';
import { versionedName, type ReportType } from '../report-type.ts';
import { PERIOD, foldStudyRows, type ToldRow } from './fold-rows.ts';
import { NOTHING_KNOWN } from './known.ts';

export interface Given {
  readonly rows: readonly ToldRow[];
  readonly period?: Period;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly planned?: number | null;
  readonly envelope?: Partial<Dataset>;
  readonly known?: Known;
}

const pick = ({
  notComputed,
  mapped,
  notUnderstood,
  unreadableCells,
  converted,
}: Made<unknown>['quality']) => ({
  ...{ notComputed, mapped, notUnderstood, unreadableCells },
  converted: converted ?? [],
});

export const datasetOf = <Content extends WithPrevious>(
  type: ReportType,
  aggregator: Aggregator<Content>,
  { rows, period = PERIOD, parameters = {}, planned = 100, envelope = {}, known = NOTHING_KNOWN }: Given,
): Dataset & Content => {
  const scope = { sites: 'all', unblinded: true } as const;
  const fold = aggregator.fold({
    period,
    timeZone: 'Europe/Berlin',
    scope,
    parameters,
    planned,
    label: asIs,
    known,
    uncertain: new Set(),
  });
  const made = foldStudyRows(fold, rows);
  const { quality } = made;
  const content = aggregator.urgent?.withDoubts(made.content, quality.doubts) ?? made.content;
  return {
    version: 1,
    reportType: type.id,
    study: { studyId: 'STUDY-1', title: 'A study of headaches' },
    period,
    timeZone: 'Europe/Berlin',
    scope,
    changes: { first: true, byDomain: {}, headline: ['This is the first report.'] },
    dataQuality: {
      ...{ partialDates: {}, undatedRows: {}, implausibleDates: {}, withoutDay: [] },
      ...{ refusedAtImport: {}, lastDelivery: {}, uncertainSites: { subjects: 0 } },
      ...pick(quality),
    },
    documents: { texts: [], images: [] },
    manifest: {
      cut: '3f2a91c0b7de5a6c8e1f40927bd35c6e9a10f4d2c8b7e6a5938271605f4e3d2c',
      cutAt: `${period.end}T06:00:00.000Z`,
      files: [],
      documents: [],
      template: versionedName(type),
      codeVersion: '0.1.0',
    },
    ...envelope,
    ...content,
  };
};
