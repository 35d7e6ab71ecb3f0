/** What each stage of a run asks of the product's activities: as its workflow does where nothing goes wrong. */
import type {
  AggregateActivities,
  FetchActivities,
  NotifyActivities,
  RenderActivities,
  RunActivities,
} from '@rounds/contracts/activities';
import type { ScopeDataset, ScopeOutput } from '@rounds/contracts/run';
import { unionOfSites } from '@rounds/contracts/sites';
import type { Job, Stage } from './job.ts';

export type Activities = AggregateActivities &
  FetchActivities &
  NotifyActivities &
  RenderActivities &
  RunActivities;

const demand = <T>(part: T | undefined): T => {
  if (part === undefined) throw new Error('A stage before this one left something out.');
  return part;
};

const open = async ({ request }: Job, activities: Activities): Promise<Partial<Job>> => {
  const ready = await activities.openRun(request);
  if (ready.state !== 'ready') throw new Error(`The run is ${ready.state}.`);
  return { ready };
};

const freeze = async ({ request, ready }: Job, activities: Activities): Promise<Partial<Job>> => {
  const { runId, studyId, period, timeZone, reportType } = request;
  const sites = unionOfSites(demand(ready).groups.map(({ scope }) => scope));
  return { cut: await activities.freezeCut({ runId, studyId, period, timeZone, sites, reportType }) };
};

const build = async (job: Job, activities: Activities): Promise<Partial<Job>> => {
  const { groups, parameters, previousCut } = demand(job.ready);
  const input = { run: job.request, cut: demand(job.cut), parameters, ...(previousCut && { previousCut }) };
  const datasets: ScopeDataset[] = [];
  for (const { scope } of groups)
    datasets.push({ scope, dataset: await activities.aggregate({ ...input, scope }) });
  return { datasets };
};

const draw = async (job: Job, activities: Activities): Promise<Partial<Job>> => {
  const { runId, studyId } = job.request;
  const { formats } = demand(job.ready);
  const outputs: ScopeOutput[] = [];
  for (const { scope, dataset } of demand(job.datasets)) {
    const input = { runId, studyId, scope, dataset, formats };
    const artefacts = await activities.render(input);
    const findings = await activities.inspect({ ...input, artefacts });
    if (findings.length > 0) throw new Error('The gate holds a report back.');
    outputs.push({ scope, artefacts });
  }
  return { outputs };
};

const deliver = async (job: Job, activities: Activities): Promise<Partial<Job>> => {
  const { groups } = demand(job.ready);
  const mails = groups.flatMap(({ scope, recipients }, index) => {
    const { headlineKey } = demand(job.datasets?.[index]).dataset;
    const { artefacts } = demand(job.outputs?.[index]);
    return recipients.map((recipientId) => ({
      run: job.request,
      ...{ recipientId, scope, headlineKey, artefacts },
    }));
  });
  return { deliveries: await Promise.all(mails.map((mail) => activities.notify(mail))) };
};

const close = async (job: Job, activities: Activities): Promise<Partial<Job>> => {
  const { request, cut, datasets, outputs, deliveries } = job;
  await activities.closeRun({
    ...{ runId: request.runId, status: 'completed', cut: demand(cut), datasets: demand(datasets) },
    ...{ outputs: demand(outputs), deliveries: demand(deliveries) },
  });
  return {};
};

/** Each gives what it adds to the job. */
export const WORK: Readonly<Record<Stage, (job: Job, activities: Activities) => Promise<Partial<Job>>>> = {
  open,
  fetch: freeze,
  aggregate: build,
  render: draw,
  notify: deliver,
  close,
};
