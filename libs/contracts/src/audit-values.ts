/** What an entry of the audit trail shows of a record: no secret, no address, nothing that is known about a subject. */
import type { AuditEntry, AuditValues } from './audit.ts';
import type { SubscriptionChannel } from './channel.ts';
import type {
  DeliveryDocument,
  DocumentDocument,
  MembershipDocument,
  RunDocument,
  StudyDocument,
  SubscriptionDocument,
  UserDocument,
} from './collections.ts';
import type { FlagDocument } from './flag.ts';
import type { HaltDocument } from './halt.ts';
import type { TemplateDocument } from './template.ts';
import type { SuppressionDocument, WebhookDeliveryDocument, WebhookSecretDocument } from './webhook.ts';

interface Audited {
  readonly subscription: SubscriptionDocument;
  readonly job: RunDocument;
  readonly delivery: DeliveryDocument;
  readonly template: TemplateDocument;
  readonly flag: FlagDocument;
  readonly halt: HaltDocument;
  readonly study: StudyDocument;
  readonly document: DocumentDocument;
  readonly membership: MembershipDocument;
  readonly user: UserDocument;
  readonly address: SuppressionDocument;
  readonly secret: WebhookSecretDocument;
  readonly call: WebhookDeliveryDocument;
}

/** A callback and its address may hold a token, a document's title and subject a patient: they are left out. */
const AUDIT_FIELDS: { readonly [Kind in keyof Audited]: readonly (keyof Audited[Kind])[] } = {
  subscription: [
    ...(['ownerId', 'studyId', 'reportType', 'parameters', 'templateId', 'schedule', 'until'] as const),
    ...(['holidays', 'exceptions', 'snoozedUntil', 'catchUp', 'formats', 'recipients', 'optedOut'] as const),
    ...([
      'channels',
      'deliver',
      'unchangedNote',
      'incomplete',
      'status',
      'pausedReason',
      'endedWhy',
    ] as const),
  ],
  job: ['reportType', 'parameters', 'template', 'formats', 'priority', 'scheduledFor', 'status', 'redrives'],
  delivery: ['status', 'code', 'receipt'],
  template: ['title', 'studies', 'parameters', 'formats', 'sections', 'branding', 'retiredAt'],
  flag: ['enabled', 'percentage', 'on', 'off'],
  halt: ['reason', 'at'],
  study: ['closedAt', 'linkPolicy'],
  document: ['kind', 'mediaType', 'siteId', 'bytes', 'sha256'],
  membership: ['sites', 'unblinded', 'manages'],
  user: ['roles', 'language', 'timeZone'],
  address: ['why'],
  secret: ['signsUntil'],
  call: ['state', 'replays'],
};

/** The address of a channel is a secret; where it leads is not. */
const shown = (field: PropertyKey, value: unknown): unknown =>
  field === 'channels'
    ? (value as readonly SubscriptionChannel[]).map(({ id, kind, host }) => ({ id, kind, host }))
    : value;

const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** What differs, as it was and as it is; null where there was, or is, no record. */
export const valuesOf = <Kind extends keyof Audited>(
  kind: Kind,
  before: Partial<Audited[Kind]> | null,
  after: Partial<Audited[Kind]> | null,
): Pick<AuditEntry, 'before' | 'after'> => {
  const fields = AUDIT_FIELDS[kind].filter((field) => differ(before?.[field], after?.[field]));
  const of = (record: Partial<Audited[Kind]>): AuditValues =>
    Object.fromEntries(
      fields.flatMap((field) => (record[field] === undefined ? [] : [[field, shown(field, record[field])]])),
    );
  return {
    ...(before === null ? {} : { before: of(before) }),
    ...(after === null ? {} : { after: of(after) }),
  };
};
