import { createAggregateActivities } from '@rounds/activities-aggregate/aggregate.activities';
import { PERIOD, storeCut } from '@rounds/activities-aggregate/testing/cut';
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import { cutRow } from '@rounds/adapters/testing/rows';
import type { CutRef, RunRequest } from '@rounds/contracts/run';
import { medianMs, rounded } from './measure.ts';

const SUBJECTS = 200;
const ROWS = 10_000;
const TIMES = 10;

const run: RunRequest = {
  runId: 'run-1',
  trigger: 'on-demand',
  studyId: 'STUDY-1',
  reportType: 'study-weekly',
  requestedBy: 'usr_bench',
  due: PERIOD.end,
  timeZone: 'UTC',
  period: PERIOD,
};

const subjectOf = (index: number): string => `01-701-${String(index % SUBJECTS).padStart(4, '0')}`;

/** Results spread over the year before the period's end. */
const dayOf = (index: number): string =>
  new Date(Date.parse(PERIOD.end) - ((index % 365) + 1) * 86_400_000).toISOString().slice(0, 10);

const laboratory = (rows: number) =>
  Array.from({ length: rows }, (_, index) =>
    cutRow(
      'LB',
      {
        USUBJID: subjectOf(index),
        LBSEQ: index,
        LBTESTCD: 'ALT',
        LBSTRESN: index % 90,
        LBSTNRHI: 40,
        LBDTC: dayOf(index),
      },
      `${subjectOf(index)}|${index}`,
    ),
  );

const subjects = () =>
  Array.from({ length: SUBJECTS }, (_, index) =>
    cutRow(
      'DM',
      { USUBJID: subjectOf(index), SITEID: '701', ARM: 'A', DMDTC: dayOf(index) },
      subjectOf(index),
    ),
  );

/** Ten times the history: the rows stream through, so it must not cost more than ten times as much. */
export const aggregateBench = async () => {
  const objects = memoryObjectStore();
  const activities = createAggregateActivities({ objects, codeVersion: 'bench', beat: () => undefined });
  const cutOf = (runId: string, rows: number) =>
    storeCut(objects, {
      ...{ rows: { DM: subjects(), LB: laboratory(rows) }, manifest: { runId }, segmentRows: 8_000 },
    });
  const time = (cut: CutRef) =>
    medianMs(
      () => activities.aggregate({ run, cut, scope: { sites: 'all', unblinded: true }, parameters: {} }),
      3,
    );
  const small = await time(await cutOf('run-1', ROWS));
  const large = await time(await cutOf('run-2', ROWS * TIMES));
  return {
    rowsPerSecond: rounded(((ROWS * TIMES) / large) * 1000),
    ratioTenfoldHistory: rounded(large / small),
  };
};
