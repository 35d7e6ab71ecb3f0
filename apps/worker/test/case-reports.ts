/** From the folder of a case to its dataset, through import, fetch and aggregate, each with its own rights. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAggregateActivities } from '@rounds/activities-aggregate/aggregate.activities';
import { createFetchActivities } from '@rounds/activities-fetch/fetch.activities';
import type { Clock } from '@rounds/adapters/clock';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { testRoleMongo } from '@rounds/adapters/testing/role-mongo';
import { testObjectStore } from '@rounds/adapters/testing/servers';
import type { Dataset } from '@rounds/contracts/dataset';
import type { RunRequest } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import type { ReportTypeId } from '@rounds/report-types/catalogue';
import { importStudy } from '@rounds/studies/import/import-study';
import type { ImportSummary } from '@rounds/studies/import/import-summary';
import { CASE_PERIOD, caseFolder, type CaseName } from '@rounds/studies/testing/cases';

export const EVERYTHING: Scope = { sites: 'all', unblinded: true };
/** A week's report is due, and what it is made of was brought. */
const CASE_DUE = new Date(`${CASE_PERIOD.end}T08:00:00Z`);
const beat = () => undefined;
const codeVersion = '0.1.0';

export interface CaseReports {
  /** @param change of the folder, before it is imported */
  readonly take: (
    name: CaseName,
    change?: (folder: string) => Promise<unknown>,
    at?: Date,
  ) => Promise<ImportSummary>;
  /** Of what was taken in. */
  readonly report: <Content extends Dataset>(
    name: CaseName,
    reportType: ReportTypeId,
    scope?: Scope,
  ) => Promise<Content>;
  readonly objects: ObjectStore;
  readonly close: () => Promise<void>;
}

export const caseReports = async (): Promise<CaseReports> => {
  const database = await testRoleMongo('cases');
  const objects = await testObjectStore('cases');
  let now = CASE_DUE;
  const clock: Clock = () => now;
  const fetch = createFetchActivities({
    mongo: database.as('fetch'),
    objects,
    codeVersion,
    now: clock,
    beat,
  });
  const aggregate = createAggregateActivities({ objects, codeVersion, beat });
  const taking = { mongo: database.as('import'), store: objects, now: clock };
  let runs = 0;

  const take: CaseReports['take'] = async (name, change, at = CASE_DUE) => {
    now = at;
    const folder = await mkdtemp(join(tmpdir(), 'rounds-case-'));
    try {
      await cp(caseFolder(name), folder, { recursive: true });
      await change?.(folder);
      return await importStudy({ folder, today: CASE_PERIOD.end }, taking);
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  const report: CaseReports['report'] = async (name, reportType, scope = EVERYTHING) => {
    const run: RunRequest = {
      ...{ runId: `run-${(runs += 1)}`, trigger: 'on-demand', requestedBy: 'usr_1', reportType },
      ...{ studyId: name, due: CASE_PERIOD.end, timeZone: 'UTC', period: CASE_PERIOD },
    };
    const { runId, studyId, period, timeZone } = run;
    const cut = await fetch.freezeCut({ runId, studyId, period, timeZone, sites: 'all', reportType });
    const { key } = await aggregate.aggregate({ run, cut, scope, parameters: {} });
    return JSON.parse((await objects.get(key)).toString('utf8')) as never;
  };
  return { take, report, objects, close: () => database.close() };
};
