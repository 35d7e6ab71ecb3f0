/**
 * 50 small odd studies, imported, frozen and aggregated as in production (real MongoDB, each stage with its
 * own rights; objects in memory), and every figure calculated a second time by other code (`oracle/`), written after the
 * definitions in docs/ alone.
 */
import { createAggregateActivities } from '@rounds/activities-aggregate/aggregate.activities';
import { createFetchActivities } from '@rounds/activities-fetch/fetch.activities';
import { testRoleMongo, type RoleMongo } from '@rounds/adapters/testing/role-mongo';
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import type { AggregateInput } from '@rounds/contracts/activities';
import type { Dataset } from '@rounds/contracts/dataset';
import type { CutRef, RunRequest } from '@rounds/contracts/run';
import { scopeKey, type Scope } from '@rounds/contracts/scope';
import { importStudy } from '@rounds/studies/import/import-study';
import { withFolder } from '@rounds/studies/testing/study-folder';
import { differences } from './differences.ts';
import { madeStudy } from './made/made-study.ts';
import type { Delivery, MadeStudy } from './made/tables.ts';
import { writeDelivery } from './made/write-delivery.ts';
import { changesByDomain } from './oracle/changes.ts';
import { heldAfter } from './oracle/held.ts';
import { before, seenBy } from './oracle/seen.ts';
import { reportsOf } from './reports.ts';

const SEEDS = Array.from({ length: 50 }, (_, index) => index + 1);
const codeVersion = '0.1.0';
const beat = () => undefined;

let database: RoleMongo;
const objects = memoryObjectStore();

beforeAll(async () => {
  database = await testRoleMongo('recalculated');
});
afterAll(() => database.close());

const imported = (study: MadeStudy, delivery: Delivery): Promise<unknown> =>
  withFolder(async (folder) => {
    await writeDelivery(folder, delivery, study);
    const at = new Date(delivery.at);
    const parts = { mongo: database.as('import'), store: objects, now: () => at };
    const consent = { by: 'a data manager', acceptRemovals: true as const };
    return importStudy({ folder, today: delivery.at.slice(0, 10), ...consent }, parts);
  });

const frozen = (cutAt: string, run: RunRequest, sites: Scope['sites']): Promise<CutRef> => {
  const now = () => new Date(cutAt);
  const stage = createFetchActivities({ mongo: database.as('fetch'), objects, codeVersion, now, beat });
  return stage.freezeCut({ ...run, sites });
};

const aggregated = async (input: AggregateInput): Promise<Dataset> => {
  const { key } = await createAggregateActivities({ objects, codeVersion, beat }).aggregate(input);
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

const ALL: Scope = { sites: 'all', unblinded: true };

const scopesOf = ({ someSites }: MadeStudy): Scope[] => [
  ALL,
  { sites: [...someSites], unblinded: true },
  { sites: 'all', unblinded: false },
];

/** As of the deliveries before the last, of the period before. */
const asOfBefore = (study: MadeStudy): MadeStudy => {
  const deliveries = study.deliveries.slice(0, -1);
  return { ...study, deliveries, period: before(study.period), cutAt: deliveries.at(-1)?.at ?? '' };
};

describe.each(SEEDS)('the made study of seed %d', (seed) => {
  const study = madeStudy(seed);
  const earlier = asOfBefore(study);
  let earlierCut: CutRef | undefined;

  beforeAll(async () => {
    for (const delivery of study.deliveries) {
      await imported(study, delivery);
      if (delivery !== earlier.deliveries.at(-1)) continue;
      const run = { ...runOf(earlier, 'study-weekly', ALL), runId: `${study.studyId}-before` };
      earlierCut = await frozen(earlier.cutAt, run, 'all');
    }
  });

  const held = heldAfter(study);
  /** By run: readers of several scopes read one cut. */
  const cuts: Record<string, Promise<CutRef>> = {};
  it.each(Object.entries(reportsOf(seed)))(
    'has the %s that a second calculation has',
    async (type, { parameters, recalculated, told }) => {
      const found: string[] = [];
      for (const scope of scopesOf(study)) {
        const run = runOf(study, type, scope);
        const cut = await (cuts[run.runId] ??= frozen(study.cutAt, run, isOfAll(seed) ? 'all' : scope.sites));
        const dataset = await aggregated({ run, cut, scope, parameters });
        const seen = seenBy(held, scope.sites, study);
        const different = differences(recalculated(seen, scope.unblinded), told(dataset));
        found.push(...different.map((each) => `seed ${seed}, ${type}, ${scopeKey(scope)}, ${each}`));
      }
      expect(found).toEqual([]);
    },
  );

  it('has the changes since the period before that a second calculation has', async () => {
    if (earlierCut === undefined) return;
    const run = runOf(study, 'study-weekly', ALL);
    const cut = await frozen(study.cutAt, run, 'all');
    const dataset = await aggregated({ run, cut, scope: ALL, parameters: {}, previousCut: earlierCut });
    const last = seenBy(heldAfter(earlier), 'all', earlier);
    const changes = changesByDomain(seenBy(held, 'all', study), last);
    const found = differences(changes, dataset.changes.byDomain);
    expect(found.map((each) => `seed ${seed}, changes.byDomain, ${each}`)).toEqual([]);
  });
});
