/**
 * 50 small odd studies, imported, frozen and aggregated as in production (real MongoDB, each stage with its
 * own rights; objects in memory), and every figure calculated a second time by other code (`oracle/`), written after the
 * definitions in docs/ alone.
 */
import { createAggregateActivities } from '@rounds/activities-aggregate/aggregate.activities';
import { createFetchActivities } from '@rounds/activities-fetch/fetch.activities';
import { testRoleMongo, type RoleMongo } from '@rounds/adapters/testing/role-mongo';
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import type { Dataset } from '@rounds/contracts/dataset';
import type { CutRef, RunRequest } from '@rounds/contracts/run';
import { scopeKey, type Scope } from '@rounds/contracts/scope';
import { importStudy } from '@rounds/studies/import/import-study';
import { withFolder } from '@rounds/studies/testing/study-folder';
import { differences } from './differences.ts';
import { madeStudy } from './made/made-study.ts';
import type { MadeStudy } from './made/tables.ts';
import { writeDelivery } from './made/write-delivery.ts';
import { heldAfter } from './oracle/held.ts';
import { seenBy } from './oracle/seen.ts';
import { reportsOf, type Report } from './reports.ts';

const SEEDS = Array.from({ length: 50 }, (_, index) => index + 1);
const codeVersion = '0.1.0';
const beat = () => undefined;

let database: RoleMongo;
const objects = memoryObjectStore();

beforeAll(async () => {
  database = await testRoleMongo('recalculated');
});
afterAll(() => database.close());

const imported = async (study: MadeStudy): Promise<void> => {
  for (const delivery of study.deliveries)
    await withFolder(async (folder) => {
      await writeDelivery(folder, delivery, study);
      const at = new Date(delivery.at);
      const parts = { mongo: database.as('import'), store: objects, now: () => at };
      const options = {
        folder,
        today: delivery.at.slice(0, 10),
        by: 'a data manager',
        acceptRemovals: true as const,
      };
      await importStudy(options, parts);
    });
};

const frozen = (study: MadeStudy, run: RunRequest, sites: Scope['sites']): Promise<CutRef> => {
  const now = () => new Date(study.cutAt);
  const stage = createFetchActivities({ mongo: database.as('fetch'), objects, codeVersion, now, beat });
  return stage.freezeCut({ ...run, sites });
};

const aggregated = async (
  run: RunRequest,
  cut: CutRef,
  scope: Scope,
  parameters: Report['parameters'],
): Promise<Dataset> => {
  const stage = createAggregateActivities({ objects, codeVersion, beat });
  const { key } = await stage.aggregate({ run, cut, scope, parameters });
  return JSON.parse((await objects.get(key)).toString('utf8')) as Dataset;
};

/** Whether readers of some sites have a cut of all, as beside readers of these. */
const isOfAll = (seed: number): boolean => seed % 2 === 0;

/** A run has one cut: of all sites, or a cut of their own for readers of some. */
const runOf = (
  { seed, studyId, period, timeZone }: MadeStudy,
  reportType: string,
  { sites }: Scope,
): RunRequest => ({
  runId: `${studyId}-${reportType}-${isOfAll(seed) || sites === 'all' ? 'all' : 'some'}`,
  trigger: 'on-demand',
  studyId,
  reportType,
  requestedBy: 'usr_1',
  due: period.end,
  timeZone,
  period,
});

const scopesOf = ({ someSites }: MadeStudy): Scope[] => [
  { sites: 'all', unblinded: true },
  { sites: [...someSites], unblinded: true },
  { sites: 'all', unblinded: false },
];

describe.each(SEEDS)('the made study of seed %d', (seed) => {
  const study = madeStudy(seed);
  const held = heldAfter(study);
  beforeAll(() => imported(study));

  it.each(Object.entries(reportsOf(seed)))(
    'has the %s that a second calculation has',
    async (type, report) => {
      const found: string[] = [];
      for (const scope of scopesOf(study)) {
        const run = runOf(study, type, scope);
        const cut = await frozen(study, run, isOfAll(seed) ? 'all' : scope.sites);
        const dataset = await aggregated(run, cut, scope, report.parameters);
        const seen = seenBy(held, scope.sites, study);
        const different = differences(report.recalculated(seen, scope.unblinded), report.told(dataset));
        found.push(...different.map((each) => `seed ${seed}, ${type}, ${scopeKey(scope)}, ${each}`));
      }
      expect(found).toEqual([]);
    },
  );
});
