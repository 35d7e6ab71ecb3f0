import type { Artefact, AudienceGroup, CutRef, DatasetRef, OpenedRun } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import { unionOfSites } from '@rounds/contracts/sites';
import type { Run } from './run.ts';
import { changed, unchanged } from './unchanged.ts';

export type Ready = Extract<OpenedRun, { state: 'ready' }>;

/** The report as one group may see it. */
export interface MadeReport extends AudienceGroup {
  readonly headlineKey: string;
  readonly artefacts: readonly Artefact[];
}

/** Who gets the report, and who gets none because nothing changed for them. */
export interface Made {
  readonly reports: readonly MadeReport[];
  readonly unchanged: readonly MadeReport[];
}

/**
 * fetch → aggregate → render, knowing nothing of recipients but what they may see. Groups come one after the
 * other: a run with many of them must not take a stage's workers from all others.
 */
export const make = async (run: Run, ready: Ready): Promise<Made> => {
  run.progress.at('fetching-data');
  const cut = run.cut ?? (await freeze(run, ready));
  run.progress.at('building-report');
  const built = [];
  for (const group of ready.groups) built.push({ group, dataset: await build(run, ready, cut, group) });
  run.progress.at('generating-file');
  const reports = [];
  for (const { group, dataset } of changed(ready, built))
    reports.push(await draw(run, ready, group, dataset));
  return { reports, unchanged: unchanged(ready, built) };
};

const freeze = async (run: Run, { groups }: Ready): Promise<CutRef> => {
  const { runId, studyId, period, timeZone, reportType } = run.request;
  const sites = unionOfSites(groups.map(({ scope }) => scope));
  run.cut = await run.stages.fetch.freezeCut({ runId, studyId, period, timeZone, sites, reportType });
  return run.cut;
};

const build = async (run: Run, ready: Ready, cut: CutRef, { scope }: AudienceGroup): Promise<DatasetRef> => {
  const held = ofScope(run.datasets, scope);
  if (held !== undefined) return held.dataset;
  const { parameters, previousCut } = ready;
  const comparedWith = previousCut === undefined ? {} : { previousCut };
  const input = { run: run.request, cut, ...comparedWith, scope, parameters };
  const dataset = await run.stages.aggregate.aggregate(input);
  run.datasets.push({ scope, dataset });
  return dataset;
};

const draw = async (
  run: Run,
  { formats, presentation }: Ready,
  group: AudienceGroup,
  dataset: DatasetRef,
): Promise<MadeReport> => {
  const { runId, studyId } = run.request;
  const { scope } = group;
  const { headlineKey } = dataset;
  const held = ofScope(run.outputs, scope);
  if (held !== undefined) return { ...group, headlineKey, artefacts: held.artefacts };
  const artefacts = await run.stages.render.render({
    ...{ runId, studyId, scope, dataset, formats },
    ...(presentation === undefined ? {} : { presentation }),
  });
  run.outputs.push({ scope, artefacts });
  return { ...group, headlineKey, artefacts };
};

/** The groups of a run are frozen with their scopes, so equal ones are equal to the letter. */
const ofScope = <T extends { readonly scope: Scope }>(made: readonly T[], scope: Scope): T | undefined =>
  made.find((each) => JSON.stringify(each.scope) === JSON.stringify(scope));
