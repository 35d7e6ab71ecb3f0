/** Where a run is: for its caller (query), for operators (details, search attribute). */
import { periodLabel } from '@rounds/contracts/ids';
import { REPORT_MESSAGES } from '@rounds/contracts/messages';
import {
  isMade,
  RUN_STEPS,
  type PassedStep,
  type RunOutcome,
  type RunProgress,
  type RunRequest,
  type RunSoFar,
  type RunStatus,
  type RunStep,
  type ScopeOutput,
} from '@rounds/contracts/run';
import { searchAttributes } from '@rounds/contracts/search-attributes';
import { inShort } from '@rounds/contracts/why';
import { defineQuery, setCurrentDetails, setHandler, upsertSearchAttributes } from '@temporalio/workflow';

export const progressQuery = defineQuery<RunProgress>(REPORT_MESSAGES.progress);

export const soFarQuery = defineQuery<RunSoFar>(REPORT_MESSAGES.soFar);

export interface Progress {
  readonly step: RunStep;
  /** Each step that was begun, with its moment. */
  readonly steps: readonly PassedStep[];
  /** A new step begins. */
  at(step: RunStep): void;
  /** The run is over. */
  ended(outcome: RunOutcome): void;
}

/** @param outputs grows as the gate lets files pass */
export const trackProgress = (request: RunRequest, outputs: readonly ScopeOutput[]): Progress => {
  let step: RunStep = 'initializing';
  let status: RunStatus = 'processing';
  const steps: PassedStep[] = [{ step, at: Date.now() }];
  const show = (outcome?: RunOutcome) => {
    setCurrentDetails(detailsOf(request, status, step, outcome));
  };
  setHandler(progressQuery, () => ({ status, step, progress: RUN_STEPS[step], steps, outputs }));
  upsertSearchAttributes(searchAttributes({ RunStatus: status }));
  show();
  return {
    get step() {
      return step;
    },
    steps,
    at: (next) => {
      step = next;
      steps.push({ step, at: Date.now() });
      show();
    },
    ended: (outcome) => {
      status = outcome.status;
      if (isMade(status)) step = 'complete';
      upsertSearchAttributes(searchAttributes({ RunStatus: status }));
      show(outcome);
    },
  };
};

/** Markdown for the Web UI. */
const detailsOf = (request: RunRequest, status: RunStatus, step: RunStep, outcome?: RunOutcome): string =>
  [
    `**${status}**, ${step} (${String(RUN_STEPS[step])} %)`,
    `- ${request.reportType} of ${request.studyId}, period ${periodLabel(request.period)}, due ${request.due}`,
    ...(outcome === undefined ? [] : resultLines(outcome)),
  ].join('\n');

const resultLines = ({ why, fault, cut, outputs, deliveries }: RunOutcome): string[] => [
  ...(why === undefined ? [] : [`- ${inShort(why)}`]),
  ...(fault === undefined ? [] : [`- **${fault.code}** in ${fault.step}: ${inShort(fault.why)}`]),
  ...(cut === undefined ? [] : [`- cut \`${cut.sha256.slice(0, 12)}\`: ${String(cut.rows)} rows`]),
  ...outputs.flatMap(({ artefacts }) =>
    artefacts.map(({ format, bytes }) => `- ${format}: ${String(bytes)} bytes`),
  ),
  ...deliveries.map(({ recipientId, status }) => `- ${recipientId}: ${status}`),
];
