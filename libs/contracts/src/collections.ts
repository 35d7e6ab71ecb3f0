/** The documents of each MongoDB collection (database `rounds`). Dates are BSON dates unless said otherwise. */
import type { AuditDocument } from './audit.ts';
import type { CellFault, DocumentRefusal, SdtmRow, SdtmValue } from './received.ts';
import type { FieldFault } from './rules.ts';
import type { StoredCallback } from './callback.ts';
import type { DeliveryChannel, SubscriptionChannel } from './channel.ts';
import type { ColumnFacts, CutTreatments } from './cut.ts';
import type { CutCollections } from './cut-index.ts';
import type { FlagDocument } from './flag.ts';
import type { HaltDocument } from './halt.ts';
import type { Format } from './formats.ts';
import type { Language } from './language.ts';
import type { LedgerRow } from './ledger.ts';
import type { LinkPolicy } from './link-policy.ts';
import type { DecimalSign } from './number-text.ts';
import type { NoticeDocument } from './notice.ts';
import type { Receipts } from './receipt.ts';
import type { SuppressionDocument, WebhookDeliveryDocument, WebhookSecretDocument } from './webhook.ts';
import type { CatchUp, Schedule } from './schedule.ts';
import type { LocalDate, Period } from './period.ts';
import type {
  Artefact,
  AudienceGroup,
  CutRef,
  HeldOutput,
  IncompletePolicy,
  OnlyChanged,
  PassedStep,
  PreviousCut,
  RunFault,
  RunStatus,
  RunTrigger,
  ScopeDataset,
  ScopeOutput,
} from './run.ts';
import type { Scope } from './scope.ts';
import type { SteerableStatus } from './messages.ts';
import type { Holidays } from './holidays.ts';
import type { RunException } from './timetable.ts';
import type { TemplateDocument } from './template.ts';
import type { Why } from './why.ts';

/** How a study's files are written, as the study itself says it. */
export interface StudySettings {
  /** Of numbers that travel as text; absent: the dot. */
  readonly decimalSign?: DecimalSign;
  /** Codes that stand where a value is missing; absent: none. */
  readonly missing?: readonly string[];
  /** Of transport files and CSV; absent: each file's own is found out. */
  readonly encoding?: string;
  /** After so many days without a delivery a domain is out of date. */
  readonly maximumAgeDays?: number;
}

export interface StudyDocument {
  /** STUDYID. */
  readonly _id: string;
  /** May name a treatment: it is shown by `titleFor` alone. */
  readonly title: string;
  /** The title with its treatments hidden; absent where no rows tell the treatments, so that none could be. */
  readonly blindedTitle?: string;
  /** TS PLANSUB; null where unknown. */
  readonly plannedSubjects: number | null;
  readonly importedAt: Date;
  /** Whole weeks, in days, by which the import moved every date; absent when dates are as received. */
  readonly shiftDays?: number;
  /** Last local day on which reports of it are due; absent while it is open. */
  readonly closedAt?: LocalDate;
  /** How its mailed links open; absent: `link`. */
  readonly linkPolicy?: LinkPolicy;
  /** Of the newest import whose folder had them. */
  readonly settings?: StudySettings;
  /** The import whose rows are the study's; whatever a later one wrote is not there yet. */
  readonly generation: number;
  /** The newest delivery of each domain that ever came. */
  readonly deliveries: Readonly<Record<string, StoredDelivery>>;
  /** Of rows that are gone: a text may still name the arm that they named. */
  readonly formerTreatments: CutTreatments;
}

/** The newest import that brought a domain. */
export interface StoredDelivery {
  readonly importId: string;
  readonly at: Date;
  /** Who imported it, as the importer said. */
  readonly by: string;
  /** Of its files, refused ones among them. */
  readonly rows: number;
  readonly columns: ColumnFacts;
}

/** One version of one SDTM row: the study's where `from` ≤ the study's generation < `until`. */
export interface RecordDocument {
  /** `<studyId>|<domain>|<key>`, then a NUL, which no key holds, and `from`. */
  readonly _id: string;
  readonly studyId: string;
  readonly domain: string;
  /** The row's natural key within study and domain, e.g. `01-701-1015|3` for an AE (USUBJID, AESEQ). */
  readonly key: string;
  /** USUBJID; null for trial-level rows (TS). */
  readonly subject: string | null;
  /** The day the row belongs to (study-weekly.md, "Period and cut"); null when it has no date. */
  readonly day: LocalDate | null;
  /** Variables as received; numbers stay numbers, empty ones are left out. */
  readonly row: SdtmRow;
  /** SHA-256 of the canonical row, hex. */
  readonly hash: string;
  /** When this version of the row was received. */
  readonly receivedAt: Date;
  /** Cells that were left out at import; absent where none was. */
  readonly faults?: readonly CellFault[];
  /** The generation that brought it. */
  readonly from: number;
  /** The generation that no longer has it; absent while the newest has. */
  readonly until?: number;
}
/** One subject of DM: a view of `records` for who may not read rows. */
export interface SubjectDocument {
  /** As the row's. */
  readonly _id: string;
  readonly studyId: string;
  /** USUBJID. */
  readonly subject: string;
  /** SITEID; absent where the row has none. Another row of the subject may have another one. */
  readonly siteId?: SdtmValue;
}
/** One reading of one folder: under way, or ended in one of three ways. */
export interface ImportDocument {
  readonly _id: string;
  readonly studyId: string;
  readonly startedAt: Date;
  /** Who imported it, as the importer said. */
  readonly by: string;
  /** While it is under way, when it was last heard of: there is only one such import of a study. */
  readonly aliveAt?: Date;
  /** Its rows are the study's since then. */
  readonly finishedAt?: Date;
  /** It would have done what nobody allowed: nothing of it is the study's. */
  readonly refused?: { readonly at: Date; readonly faults: readonly FieldFault[] };
  /** It failed, or was killed and found so. */
  readonly brokeOffAt?: Date;
  /** Of its rows; absent where none of them are left. */
  readonly generation?: number;
  /** What it read the files by, as a hash; absent unless it is finished. */
  readonly reading?: string;
  readonly files: readonly ImportedFile[];
  readonly documents?: ImportedDocuments;
}
export interface ImportedDocuments {
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedFile[];
}
export interface RefusedFile {
  readonly file: string;
  readonly code: DocumentRefusal;
  readonly faults: readonly FieldFault[];
}
export interface ImportedFile {
  readonly file: string;
  /** What its rows belong to; one domain, of which a split one may have several files. */
  readonly domains: readonly string[];
  readonly sha256: string;
  readonly rows: number;
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly refused: number;
  /** The import that read it, where this one found it as it was then and spared it; its refused rows are that one's. */
  readonly readBy?: string;
  /** Cells that could not be read, of rows that were kept without them; absent where none was. */
  readonly leftOut?: readonly LeftOutCells[];
  /** Absent where there are none. */
  readonly warnings?: readonly FileWarning[];
}
/** Cells of one variable that could not be read for one reason. */
export interface LeftOutCells extends CellFault {
  readonly domain: string;
  readonly cells: number;
  /** Where the first of them is, from 1 within the file. */
  readonly firstRow: number;
}
/** Something about a file that stops nothing, and that its sender should know. */
export interface FileWarning {
  readonly code:
    | 'metadata'
    | 'no-count'
    | 'named-by-domain'
    | 'encoding-guessed'
    | 'encoding-mixed'
    | 'cut-characters';
  /** What it is about: an attribute, a name, an encoding. */
  readonly about?: string;
  /** How often. */
  readonly count?: number;
}

/** A row that was not taken: `row` counts from 1 within the file. */
export interface RefusalDocument {
  readonly _id: string;
  readonly importId: string;
  readonly studyId: string;
  readonly file: string;
  readonly row: number;
  readonly domain: string | null;
  readonly faults: readonly FieldFault[];
  readonly at: Date;
}

/** A text or image that belongs to a study; the bytes are in S3 under their hash. */
export interface DocumentDocument {
  readonly _id: string;
  readonly studyId: string;
  readonly siteId: string | null;
  readonly subject: string | null;
  readonly kind: 'text' | 'image';
  readonly title: string;
  readonly caption: string | null;
  readonly fileName: string;
  readonly mediaType: string;
  /** Object key: `documents/<sha256>`. */
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly receivedAt: Date;
}

/** Who a token speaks for: OpenID Connect's `iss` and `sub`. */
export interface SignInIdentity {
  readonly issuer: string;
  readonly subject: string;
}

export interface UserDocument {
  /** Opaque: `usr_…`. */
  readonly _id: string;
  /** In its normal form, unique. An attribute: who they are say their identities. */
  readonly email: string;
  /** Whose tokens are theirs, each of one user only; absent until they sign in or an operator binds one. */
  readonly identities?: readonly SignInIdentity[];
  readonly name: string | null;
  /** Roles that hold everywhere; rights on a study are memberships. */
  readonly roles: readonly ('operator' | 'auditor')[];
  /** Of their reports and mails; absent: English. */
  readonly language?: Language;
  /** IANA zone of the times in their mails; absent: that of the subscription. */
  readonly timeZone?: string;
  /** Grows with each change that they make; absent: 1. */
  readonly revision?: number;
  /**
   * The highest revision of a membership that was taken from them; absent: none was. The next one begins above it, so
   * that no revision ever stands for two rights.
   */
  readonly takenRevision?: number;
  /** Counted up by each right that was given or taken on the strength of a role: see MembershipDocument. */
  readonly uses?: number;
  readonly createdAt: Date;
}

export interface MembershipDocument {
  /** `<studyId>|<userId>` */
  readonly _id: string;
  readonly userId: string;
  readonly studyId: string;
  readonly sites: Scope['sites'];
  readonly unblinded: boolean;
  /** They look after the study's members and documents; absent: they do not. */
  readonly manages?: boolean;
  readonly grantedAt: Date;
  /** Grows with each change, also over removal; absent: 1. */
  readonly revision?: number;
  /**
   * Counted up by each right that was given or taken on the strength of this one: who takes it away at the same time
   * writes the same document, so that one of the two comes after the other.
   */
  readonly uses?: number;
}

export interface DeliveredCut {
  /** `scopeKey` */
  readonly scope: string;
  readonly cut: CutRef;
  /** The due day of its run. */
  readonly due: LocalDate;
}

/** Why Rounds itself paused a subscription. */
export const PAUSED_REASONS = ['nobody-receives', 'owner-left'] as const;
export type PausedReason = (typeof PAUSED_REASONS)[number];

export interface SubscriptionDocument {
  /** Opaque: `sub_…`. */
  readonly _id: string;
  readonly studyId: string;
  readonly reportType: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** `name` follows the newest version, `name@2` stays with that one; its parameters come under these. */
  readonly templateId?: string;
  readonly ownerId: string;
  readonly schedule: Schedule;
  readonly formats: readonly Format[];
  /** User ids, the owner among them unless they asked otherwise. */
  readonly recipients: readonly string[];
  /** User ids who unsubscribed by their own link. */
  readonly optedOut: readonly string[];
  /** Where else it is announced that a report is there, without anything of it. */
  readonly channels?: readonly SubscriptionChannel[];
  readonly deliver: 'always' | 'changed';
  /** With `deliver: changed`: a short mail to those for whom nothing changed. */
  readonly unchangedNote?: boolean;
  /** What becomes of a report that the gate finds incomplete. Absent: `quarantine`. */
  readonly incomplete?: IncompletePolicy;
  readonly catchUp: CatchUp;
  /** What is called at the end of each run. */
  readonly callback?: StoredCallback;
  readonly until?: LocalDate;
  /** Runs that were skipped or moved; those long past are forgotten. */
  readonly exceptions?: readonly RunException[];
  readonly snoozedUntil?: LocalDate;
  readonly holidays?: Holidays;
  /** Due days whose run was begun, as the workflow last said; those long past are forgotten. */
  readonly made?: readonly LocalDate[];
  /** Copied from the study: the workflow must know it. */
  readonly studyClosedAt?: LocalDate;
  readonly status: SteerableStatus | 'ended';
  readonly endedWhy?: Why;
  /** Why Rounds itself paused it. */
  readonly pausedReason?: PausedReason;
  /** Since when its owner has no right on the study; unless it is handed over, it is paused after some days. */
  readonly ownerLostAt?: Date;
  /** Grows with each change of what the workflow must know. */
  readonly revision: number;
  /** The newest revision that the workflow has applied; lower than `revision` while it has not applied all. */
  readonly appliedRevision: number;
  /** Whether it is lower: by this the few such subscriptions are found among the many. */
  readonly behind?: boolean;
  readonly runCount: number;
  readonly lastRun?: { readonly runId: string; readonly status: RunStatus; readonly at: Date };
  /** The cut last delivered to anybody, for the next report's changes. */
  readonly lastDeliveredCut?: CutRef;
  /** And to each scope: what became of other readers' mails does not matter to its own. */
  readonly deliveredCuts?: readonly DeliveredCut[];
  /** The due day of that cut's run: an older run that is redriven must not put itself in its place. */
  readonly lastDeliveredDue?: LocalDate;
  /** As the workflow last said; absent while paused or over. */
  readonly nextRunAt?: Date;
  /** Version of the time-zone data that it was computed by; absent where the workflow did not say. */
  readonly nextRunZones?: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface RunDocument {
  readonly _id: string;
  readonly trigger: RunTrigger;
  readonly subscriptionId?: string;
  readonly studyId: string;
  readonly reportType: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** `name@version` of the template that the run is made with; the parameters hold what it brought. */
  readonly template?: string;
  readonly requestedBy: string;
  readonly formats: readonly Format[];
  readonly due: LocalDate;
  readonly timeZone: string;
  readonly period: Period;
  readonly priority: 'high' | 'normal' | 'low';
  /** What is called when it has ended. */
  readonly callback?: StoredCallback;
  readonly status: RunStatus;
  readonly why?: Why;
  readonly fault?: RunFault;
  /** Who gets what, frozen when the run opened: a second opening finds it again. */
  readonly audience?: readonly AudienceGroup[];
  /** Who of them gets nothing where nothing changed, frozen likewise. */
  readonly onlyChanged?: OnlyChanged;
  /** Its moment, when it begins long after it. */
  readonly late?: { readonly dueAt: string };
  /** The subscription whose owner looks at it by this run; nothing is mailed. */
  readonly previewOf?: string;
  /** What becomes of it when it is incomplete, as it was wanted when it was asked for. Absent: `quarantine`. */
  readonly incomplete?: IncompletePolicy;
  /** The cut to compare with, frozen likewise. */
  readonly previousCut?: PreviousCut;
  readonly cut?: CutRef;
  /** Kept when a run fails: a redrive builds none of them again. */
  readonly datasets?: readonly ScopeDataset[];
  /** Files that passed the gate: whatever else was made is shown to nobody. */
  readonly outputs: readonly ScopeOutput[];
  /** While it is quarantined: what the gate held back. */
  readonly held?: readonly HeldOutput[];
  readonly createdAt: Date;
  /** The caller wants it begun then and not before; until then it is no open run. */
  readonly scheduledFor?: Date;
  /** Its place in the queue counts from here: creation, `scheduledFor` or the redrive. Absent: creation. */
  readonly queuedAt?: Date;
  readonly startedAt?: Date;
  readonly finishedAt?: Date;
  /** When what became of its mails made it another status after that end, the last time; absent: never. */
  readonly settledAt?: Date;
  /** When the call of its callback for that end was begun; absent until then. */
  readonly announcedAt?: Date;
  /** The steps that it passed since it began or was redriven. */
  readonly steps?: readonly PassedStep[];
  /** How often it was resumed after it had failed; absent for never. */
  readonly redrives?: number;
  /** The ends before those redrives, oldest first. */
  readonly earlierEnds?: readonly EarlierEnd[];
  /** From when its temporary data is removed: without its cut it cannot be redriven. */
  readonly expiredAt?: Date;
  /** When all of it was gone. */
  readonly tidiedAt?: Date;
}

/** Someone vouched for what the gate had held back. */
export interface Release {
  /** User id. */
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/** A failed end that a redrive or a release went on from. */
export interface EarlierEnd {
  readonly fault: RunFault;
  /** What the gate had held back. */
  readonly held?: readonly HeldOutput[];
  readonly release?: Release;
  /** When it had been queued, and when it failed. */
  readonly queuedAt: Date;
  readonly finishedAt: Date;
  readonly steps: readonly PassedStep[];
}

/** Written once the object is safely in S3. */
export interface ArtefactDocument extends Artefact {
  /** `<runId>|<scopeKey>|<format>`, followed by `|<language>` unless that is English. */
  readonly _id: string;
  readonly runId: string;
  readonly studyId: string;
  readonly scope: Scope;
  /** Absent: English. */
  readonly language?: Language;
  readonly storedAt: Date;
  /** Since when it is being removed, and its object with it unless another row names that. */
  readonly removingAt?: Date;
  /** When the object store was found to have it no longer. */
  readonly goneAt?: Date;
}

/** Of a file that was made. It stays when the file goes and its record with it: so files are recognised for good. */
export interface FingerprintDocument extends Omit<ArtefactDocument, 'storedAt' | 'removingAt' | 'goneAt'> {
  /** `<sha256>|<id of the artefact>`: a file that was made anew, with other bytes, has another. */
  readonly _id: string;
  /** The first time. */
  readonly madeAt: Date;
}

/** The ledger. `_id` is deliveryId(runId, recipientId, channel). */
export interface DeliveryDocument extends LedgerRow, Receipts {
  readonly runId: string;
  readonly studyId: string;
  readonly subscriptionId?: string;
  readonly channel: DeliveryChannel;
}

/** A mailed safe link. The token itself is never stored. */
export interface LinkDocument {
  /** SHA-256 of the token, hex. */
  readonly _id: string;
  readonly runId: string;
  readonly studyId: string;
  readonly recipientId: string;
  readonly scope: Scope;
  /** Of the files that it leads to; absent: English. */
  readonly language?: Language;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt?: Date;
}

/** The page of a link was looked at, the report was read as a page, or a file was fetched. */
export const OPENING_KINDS = ['page', 'view', 'download'] as const;
export type OpeningKind = (typeof OPENING_KINDS)[number];

/** One opening of a link or of a report. */
export interface OpeningDocument {
  readonly _id: string;
  /** Null: without a mailed link. */
  readonly linkId: string | null;
  readonly runId: string;
  readonly studyId: string;
  /** Of who was signed in; of an opening by a link, to whom that was mailed: whoever had it can have opened it. */
  readonly userId: string;
  readonly what: OpeningKind;
  readonly format?: Format;
  /** Of the file that was downloaded, or of the dataset that was viewed. */
  readonly sha256?: string;
  /** Someone looked at what the gate holds back, to decide about it. */
  readonly heldBack?: boolean;
  readonly at: Date;
}

/** Answers kept for Idempotency-Key. */
export interface IdempotencyDocument {
  /** `<userId>|<method> <path>|<key>` */
  readonly _id: string;
  /** Absent after a refusal: the next try may have another body. */
  readonly bodyHash?: string;
  /** What the ids of all that the work makes derive from, 24 hex digits. */
  readonly wish: string;
  /** When the work was begun last. */
  readonly takenAt: Date;
  /** When the key was sent last. */
  readonly usedAt: Date;
  readonly status?: number;
  readonly body?: unknown;
  /** Those of the answer that say where it is and which version. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Something that reconciliation could not settle, though no server was away. Forgotten once it is settled. */
export interface SetAsideDocument {
  /** `subscription/<id>` whose workflow has not applied it, `run/<id>` that could not be settled, `end/<run id>` whose callback was not called. */
  readonly _id: string;
  readonly failures: number;
  /** An error code, or the name of an error. */
  readonly fault: string;
  /** Of the first failure. */
  readonly since: Date;
  readonly nextTryAt: Date;
}

/** Requests of one caller, or of one address without a token, within a minute; as rate-limiter-flexible has it. */
export interface RateLimitDocument {
  readonly key: string;
  readonly points: number;
  readonly expire: Date;
}

/** What requests of one kind must all write, so that they are admitted one after the other. */
export interface AdmissionDocument {
  /** `open-jobs`, or `subscriptions/<ownerId>`. */
  readonly _id: string;
  /** Requests that passed here. */
  readonly passed: number;
}

export interface Collections extends CutCollections {
  studies: StudyDocument;
  records: RecordDocument;
  imports: ImportDocument;
  refusals: RefusalDocument;
  documents: DocumentDocument;
  users: UserDocument;
  memberships: MembershipDocument;
  subscriptions: SubscriptionDocument;
  runs: RunDocument;
  artefacts: ArtefactDocument;
  fingerprints: FingerprintDocument;
  deliveries: DeliveryDocument;
  links: LinkDocument;
  openings: OpeningDocument;
  idempotency: IdempotencyDocument;
  setAsides: SetAsideDocument;
  rateLimits: RateLimitDocument;
  admissions: AdmissionDocument;
  subjects: SubjectDocument;
  audit: AuditDocument;
  templates: TemplateDocument;
  flags: FlagDocument;
  notices: NoticeDocument;
  webhookDeliveries: WebhookDeliveryDocument;
  webhookSecrets: WebhookSecretDocument;
  suppressions: SuppressionDocument;
  halts: HaltDocument;
}
