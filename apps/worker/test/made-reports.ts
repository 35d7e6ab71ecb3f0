/** From a folder of study data to PDFs, through the stages as they are, each with its own rights. */
import type { RunRequest } from '@rounds/contracts/run';
import type { Dataset } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import type { Scope } from '@rounds/contracts/scope';
import { systemClock } from '@rounds/adapters/clock';
import { createAggregateActivities } from '@rounds/activities-aggregate/aggregate.activities';
import { createFetchActivities } from '@rounds/activities-fetch/fetch.activities';
import { createRenderActivities } from '@rounds/activities-render/render.activities';
import { drawingThread } from '@rounds/activities-render/testing/bed';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { roleObjects } from '@rounds/adapters/testing/role-objects';
import { testRoleMongo } from '@rounds/adapters/testing/role-mongo';
import { testObjectStore } from '@rounds/adapters/testing/servers';
import type { ReportTypeId } from '@rounds/report-types/catalogue';
import { importStudy } from '@rounds/studies/import/import-study';

export interface ImportedStudy {
  readonly objects: ObjectStore;
  /** The PDF of one report type for one scope, and the dataset that it was drawn from. */
  readonly make: (reportType: ReportTypeId, scope: Scope) => Promise<{ pdf: Buffer; dataset: Dataset }>;
  readonly close: () => Promise<void>;
}

const beat = () => undefined;
const codeVersion = '0.1.0';

/** @param period whose reports are made */
export const importedStudy = async (
  folder: string,
  studyId: string,
  period: Period,
): Promise<ImportedStudy> => {
  const database = await testRoleMongo('archive');
  const objects = await testObjectStore('archive');
  const now = systemClock;
  await importStudy(
    { folder, today: period.end },
    { mongo: database.as('import'), store: roleObjects('import', objects), now },
  );
  const fetching = {
    mongo: database.as('fetch'),
    objects: roleObjects('fetch', objects),
    codeVersion,
    now,
    beat,
  };
  const fetch = createFetchActivities(fetching);
  const aggregate = createAggregateActivities({
    objects: roleObjects('aggregate', objects),
    codeVersion,
    beat,
  });
  const drawing = { file: drawingThread(), threads: 1 };
  const signal = () => new AbortController().signal;
  const mongo = database.as('render');
  const render = createRenderActivities({
    mongo,
    objects: roleObjects('render', objects),
    drawing,
    beat,
    signal,
    now,
  });

  const make: ImportedStudy['make'] = async (reportType, scope) => {
    const timeZone = 'Europe/Berlin';
    const run: RunRequest = {
      ...{ runId: `run-${reportType}`, trigger: 'on-demand', requestedBy: 'usr_1' },
      ...{ studyId, reportType, due: period.end, timeZone, period },
    };
    const { runId } = run;
    const cut = await fetch.freezeCut({ runId, studyId, period, timeZone, sites: 'all', reportType });
    const dataset = await aggregate.aggregate({ run, cut, scope, parameters: {} });
    const [made] = await render.render({ runId, studyId, scope, dataset, formats: ['pdf'] });
    return {
      pdf: await objects.get(made?.key ?? ''),
      dataset: JSON.parse((await objects.get(dataset.key)).toString()) as Dataset,
    };
  };
  return {
    objects,
    make,
    close: async () => {
      await render.close();
      await database.close();
    },
  };
};
