/**
 * A run: one making of a report and its deliveries. These are the only payloads that travel through
 * Temporal histories: ids, object keys, counts and hashes, never a row, a name or an address.
 */
import type { BlindingFault } from './dataset.ts';
import type { ErrorCode } from './errors.ts';
import type { Format } from './formats.ts';
import type { Finding } from './gate.ts';
import type { Language } from './language.ts';
import type { LocalDate, Period } from './period.ts';
import type { Scope } from './scope.ts';
import type { Presentation } from './template.ts';
import type { Why } from './why.ts';

export const RUN_STATUSES = [
  'queued',
  'processing',
  'completed',
  'partly-delivered',
  'failed',
  'cancelled',
  'suppressed',
  'unchanged',
  'quarantined',
] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** What a person can take up again: it stands still until then. `quarantined`: the gate held a report of it back. */
export const REDRIVABLE = ['failed', 'quarantined'] as const satisfies readonly RunStatus[];
export const isRedrivable = (status: RunStatus): boolean => REDRIVABLE.some((each) => each === status);

/** Waits for somebody: to be taken up again, or for mails that were not delivered. */
export const STANDING = [...REDRIVABLE, 'partly-delivered'] as const satisfies readonly RunStatus[];

/** The report was made; `partly-delivered`: not everybody to whom it was mailed has it for certain. */
export const isMade = (status: RunStatus): boolean => status === 'completed' || status === 'partly-delivered';

/**
 * What becomes of a report that the gate finds something wrong with: nobody gets it until a person looked, or it is
 * drawn anew, marked partial, with what it lacks on its first page. `strict`: the first, also for a document that the
 * page itself names as doubtful.
 */
export const INCOMPLETE_POLICIES = ['quarantine', 'partial', 'strict'] as const;
export type IncompletePolicy = (typeof INCOMPLETE_POLICIES)[number];

export const isFinished = (status: RunStatus): boolean => status !== 'queued' && status !== 'processing';

/** The steps that a person watches, with the percentage each has reached when it begins. */
export const RUN_STEPS = {
  initializing: 0,
  'fetching-data': 10,
  'building-report': 40,
  'generating-file': 70,
  'storing-file': 90,
  complete: 100,
} as const;
export type RunStep = keyof typeof RUN_STEPS;

export type RunTrigger = 'schedule' | 'run-now' | 'on-demand';

/** Input of the `report` workflow. What to make is read from the records when the run opens. */
export interface RunRequest {
  readonly runId: string;
  readonly trigger: RunTrigger;
  readonly studyId: string;
  readonly reportType: string;
  /** Set unless the run is on demand. */
  readonly subscriptionId?: string;
  /** User id of the owner or the caller. */
  readonly requestedBy: string;
  /** Local day on which the run is due; its period ends before it. */
  readonly due: LocalDate;
  readonly timeZone: string;
  readonly period: Period;
  /** Set when the run begins long after its moment; that moment, ISO 8601 with offset. The mail says so. */
  readonly late?: { readonly dueAt: string };
  /** How often the run was resumed after it had failed; absent the first time. */
  readonly redrive?: number;
}

/** Those recipients of a run who see and read the same: one making serves them all. */
export interface AudienceGroup {
  readonly scope: Scope;
  /** In which the files and mails are; absent: English. */
  readonly language?: Language;
  /** User ids. Empty for an on-demand run: nothing is mailed, the caller downloads. */
  readonly recipients: readonly string[];
  /** Those of them who never had a report of this subscription: to them everything is new. */
  readonly newcomers?: readonly string[];
}

/** Recipients for whom nothing changed since the last report get none; with `note` a short mail that says so. */
export interface OnlyChanged {
  readonly note: boolean;
}

/** Result of `openRun`: the run's frozen intentions, after the rights were checked again. */
export type OpenedRun =
  | {
      readonly state: 'ready';
      readonly formats: readonly Format[];
      readonly parameters: Readonly<Record<string, unknown>>;
      readonly groups: readonly AudienceGroup[];
      /** Absent: `quarantine`. */
      readonly incomplete?: IncompletePolicy;
      /** Of the run's template; absent without one. */
      readonly presentation?: Presentation;
      /** Absent: everybody gets the report, whether or not anything changed. */
      readonly onlyChanged?: OnlyChanged;
      /** When it was asked for, ISO 8601; absent in histories that are older. */
      readonly askedAt?: string;
      /** The cut last delivered to this subscription, to compare with. */
      readonly previousCut?: PreviousCut;
      /** Of a run that was redriven: what need not be made again. */
      readonly made?: MadeSoFar;
    }
  /** No recipient may see the study any more, or the subscription is over: nothing is made. */
  | { readonly state: 'suppressed'; readonly why: Why }
  /** This run was finished before (a reset or a second start): nothing is done again. */
  | { readonly state: 'finished'; readonly status: RunStatus };

/** The frozen input of a run in S3. Runs of the same study, type and period that find the study unchanged have the same one. */
export interface CutRef {
  /** Object key of the manifest. */
  readonly manifestKey: string;
  /** SHA-256 of the manifest, hex: names the whole cut, printed on every page. */
  readonly sha256: string;
  readonly rows: number;
  readonly documents: number;
}

/** The cut last delivered to anybody, and what readers of each scope have. */
export interface PreviousCut extends CutRef {
  /**
   * The cut last delivered to the scope, by `scopeKey`; one that is not there has none. Absent, as in runs of earlier
   * versions: each has the one last delivered to anybody.
   */
  readonly delivered?: Readonly<Record<string, CutRef>>;
}

/** The one dataset of one scope in S3. */
export interface DatasetRef {
  readonly key: string;
  readonly sha256: string;
  /** Object key of the few figures that the mail may show. */
  readonly headlineKey: string;
  /**
   * Whether any row or document within the scope differs from the cut last delivered; true where there is none to
   * compare with. Always set by aggregate; absent in histories older than it.
   */
  readonly changed?: boolean;
  /** What the last wall hid from blinded readers, at most MOST_FINDINGS; absent: nothing. */
  readonly blindingFaults?: readonly BlindingFault[];
}

/** Beside the dataset of blinded readers: the study's treatments, for which the gate searches their files. */
export const treatmentsKey = (datasetKey: string): string =>
  datasetKey.replace(/\.json$/, '.treatments.json');

/** A rendered file in S3, addressed by its content: `artefacts/<sha256>.<extension>`. */
export interface Artefact {
  readonly format: Format;
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
}

export const DELIVERY_STATUSES = ['intended', 'accepted', 'failed', 'suppressed', 'unknown'] as const;
/**
 * `intended`: recorded before the send; `accepted`: the provider took it; `failed`: certainly not sent;
 * `suppressed`: not sent on purpose (no right, unsubscribed); `unknown`: nobody knows whether it was sent.
 */
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export interface DeliveryOutcome {
  readonly recipientId: string;
  readonly status: DeliveryStatus;
  readonly why?: Why;
  /** Why it is `failed` or `unknown`. */
  readonly code?: ErrorCode;
}

export interface RunFault {
  readonly code: ErrorCode;
  /** Holds no personal data. */
  readonly why: Why;
  readonly step: RunStep;
}

/** What `closeRun` records and the workflow returns. */
export interface RunOutcome {
  readonly runId: string;
  readonly status: RunStatus;
  readonly why?: Why;
  readonly fault?: RunFault;
  readonly cut?: CutRef;
  readonly outputs: readonly ScopeOutput[];
  /** Of a quarantined run: what the gate held back. */
  readonly held?: readonly HeldOutput[];
  readonly deliveries: readonly DeliveryOutcome[];
  /** As in the request: an end that comes late must not close the run that was resumed since. */
  readonly redrive?: number;
  /** So that a redrive need not build them again. */
  readonly datasets?: readonly ScopeDataset[];
  readonly steps?: readonly PassedStep[];
}

/** Answer of the report workflow's `soFar` query: what its end would record, had it ended here. */
export type RunSoFar = Pick<RunOutcome, 'cut' | 'outputs' | 'deliveries' | 'redrive'> &
  Required<Pick<RunOutcome, 'datasets' | 'steps'>>;

/** A step of a run and when it began, epoch milliseconds. */
export interface PassedStep {
  readonly step: RunStep;
  readonly at: number;
}

export interface ScopeDataset {
  readonly scope: Scope;
  readonly dataset: DatasetRef;
}

/** What a failed run had made. */
export interface MadeSoFar {
  readonly cut?: CutRef;
  readonly datasets: readonly ScopeDataset[];
  readonly outputs: readonly ScopeOutput[];
  /** Mails may have left: its cut is evidence. */
  readonly mailed: boolean;
}

/** Files that passed the gate: these alone are mailed and downloaded. */
export interface ScopeOutput {
  readonly scope: Scope;
  /** As its group's. */
  readonly language?: Language;
  readonly artefacts: readonly Artefact[];
  /** Marked partial: what the files say that they lack. Absent: they are whole. */
  readonly lacking?: readonly Finding[];
}

/** Files that did not pass. */
export interface HeldOutput extends ScopeOutput {
  /** What the gate found, at least one. */
  readonly findings: readonly Finding[];
}

/** Answer of the report workflow's `progress` query. `step` names where it is; `attempts` counts by stage. */
export interface RunProgress {
  readonly status: RunStatus;
  readonly step: RunStep;
  /** Percent, as in RUN_STEPS. */
  readonly progress: number;
  /** Those begun, in their order; absent from workflows of an earlier version. */
  readonly steps?: readonly PassedStep[];
  /** What passed the gate so far; absent likewise. */
  readonly outputs?: readonly ScopeOutput[];
}
