import type {
  AudienceGroup,
  CutRef,
  DatasetRef,
  HeldOutput,
  OpenedRun,
  ScopeOutput,
} from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import { unionOfSites } from '@rounds/contracts/sites';
import { drawAndInspect, isHeld } from './gate.ts';
import type { Run } from './run.ts';
import { changed, unchanged } from '@rounds/contracts/unchanged';

export type Ready = Extract<OpenedRun, { state: 'ready' }>;

/** The report as one group may see it. */
export interface MadeReport extends AudienceGroup, Pick<ScopeOutput, 'artefacts' | 'lacking'> {
  readonly headlineKey: string;
}

/** Who gets the report, and who gets none because nothing changed for them. */
export interface Made {
  readonly reports: readonly MadeReport[];
  readonly unchanged: readonly MadeReport[];
}

/**
 * fetch → aggregate → render, knowing nothing of recipients but what they may see. Groups come one after the
 * other: a run with many of them must not take a stage's workers from all others. What the gate holds back is in
 * none of the answers, only in the run.
 */
export const make = async (run: Run, ready: Ready): Promise<Made> => {
  run.progress.at('fetching-data');
  const cut = run.cut ?? (await freeze(run, ready));
  run.progress.at('building-report');
  const built = [];
  for (const group of ready.groups) built.push({ group, dataset: await build(run, ready, cut, group) });
  run.progress.at('generating-file');
  const reports = [];
  for (const { group, dataset } of changed(ready, built)) {
    const output = await draw(run, ready, group, dataset);
    if (!isHeld(output)) reports.push(reportOf(group, dataset, output));
  }
  return { reports, unchanged: unchanged(ready, built) };
};

const freeze = async (run: Run, { groups }: Ready): Promise<CutRef> => {
  const { runId, studyId, period, timeZone, reportType } = run.request;
  const sites = unionOfSites(groups.map(({ scope }) => scope));
  run.cut = await run.stages.fetch.freezeCut({ runId, studyId, period, timeZone, sites, reportType });
  return run.cut;
};

const build = async (run: Run, ready: Ready, cut: CutRef, { scope }: AudienceGroup): Promise<DatasetRef> => {
  const held = run.datasets.find((each) => isSame(each.scope, scope));
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
  { formats, presentation, incomplete }: Ready,
  { scope, language }: AudienceGroup,
  dataset: DatasetRef,
): Promise<ScopeOutput | HeldOutput> => {
  const drawn = [...run.outputs, ...run.held].find(
    (output) => output.language === language && isSame(output.scope, scope),
  );
  if (drawn !== undefined) return drawn;
  const { runId, studyId } = run.request;
  const input = {
    ...{ runId, studyId, scope, dataset, formats },
    ...(language === undefined ? {} : { language }),
    ...(presentation === undefined ? {} : { presentation }),
  };
  const output = await drawAndInspect(run, input, incomplete);
  if (isHeld(output)) run.held.push(output);
  else run.outputs.push(output);
  return output;
};

const reportOf = (
  group: AudienceGroup,
  { headlineKey }: DatasetRef,
  { artefacts, lacking }: ScopeOutput,
): MadeReport => ({
  ...group,
  headlineKey,
  artefacts,
  ...(lacking === undefined ? {} : { lacking }),
});

/** The groups of a run are frozen with their scopes, so equal ones are equal to the letter. */
const isSame = (one: Scope, other: Scope): boolean => JSON.stringify(one) === JSON.stringify(other);
