/** The mails of a run that was made, from its record: as its workflow sent them, for one that is sent again. */
import { defined } from './defined.ts';
import type { NotifyInput } from './activities.ts';
import type { RunDocument } from './collections.ts';
import type { AudienceGroup, DatasetRef, RunRequest, ScopeOutput } from './run.ts';
import { scopeKey } from './scope.ts';
import { changed, unchanged } from './unchanged.ts';

/** Without the run, which is the same for all. */
export type RunMail = Omit<NotifyInput, 'run'>;

export const requestOf = (run: RunDocument): RunRequest => ({
  runId: run._id,
  trigger: run.trigger,
  studyId: run.studyId,
  reportType: run.reportType,
  ...defined({ subscriptionId: run.subscriptionId }),
  requestedBy: run.requestedBy,
  due: run.due,
  timeZone: run.timeZone,
  period: run.period,
  ...defined({ late: run.late, redrive: run.redrives }),
});

const builtOf = ({ audience = [], datasets = [] }: RunDocument) =>
  audience.flatMap((group) => {
    const key = scopeKey(group.scope);
    const dataset = datasets.find(({ scope }) => scopeKey(scope) === key)?.dataset;
    return dataset === undefined ? [] : [{ group, dataset }];
  });

const outputOf = ({ outputs }: RunDocument, { scope, language }: AudienceGroup): ScopeOutput | undefined =>
  outputs.find((output) => output.language === language && scopeKey(output.scope) === scopeKey(scope));

/** Nothing where the files did not pass the gate. */
const reportTo = (
  run: RunDocument,
  { group, dataset }: { readonly group: AudienceGroup; readonly dataset: DatasetRef },
): RunMail[] => {
  const output = outputOf(run, group);
  if (output === undefined) return [];
  const { scope, language, recipients } = group;
  return recipients.map((recipientId) => ({
    ...{ recipientId, scope, headlineKey: dataset.headlineKey, artefacts: output.artefacts },
    ...defined({ language }),
    ...(output.lacking === undefined ? {} : { partial: true }),
    askedAt: run.createdAt.toISOString(),
  }));
};

const noteTo = ({
  scope,
  language,
  recipients,
  headlineKey,
  artefacts,
}: ReturnType<typeof unchanged>[number]): RunMail[] =>
  recipients.map((recipientId) => ({
    ...{ recipientId, scope, headlineKey, artefacts, note: 'unchanged' as const },
    ...defined({ language }),
  }));

export const mailsOf = (run: RunDocument): RunMail[] => {
  const built = builtOf(run);
  const reports = changed(run, built).flatMap((each) => reportTo(run, each));
  const notes = run.onlyChanged?.note === true ? unchanged(run, built).flatMap(noteTo) : [];
  return [...reports, ...notes];
};
