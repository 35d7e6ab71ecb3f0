/**
 * Rights in S3 for each process, with no more than it needs: whoever takes over the mailer reads what mails show, and
 * no study. `workflows` touches no object and has no row. Object keys begin with one of the prefixes; the rest of a
 * bucket is nobody's.
 */
export type S3Action = 'read' | 'list' | 'write' | 'remove' | 'lock';

export const S3_PREFIXES = [
  'cuts/',
  'segments/',
  'states/',
  'makings/',
  'datasets/',
  'headlines/',
  'artefacts/',
  'derived/',
  'documents/',
  'logos/',
] as const;
export type S3Prefix = (typeof S3_PREFIXES)[number];
type Access = Readonly<Partial<Record<S3Prefix, readonly S3Action[]>>>;

/** Whoever may not list gets "access denied" from AWS where an object is missing. */
const READ: readonly S3Action[] = ['read', 'list'];
const WRITE: readonly S3Action[] = [...READ, 'write'];
const DELETE: readonly S3Action[] = [...WRITE, 'remove'];
const SWEEP: readonly S3Action[] = ['list', 'remove'];

/** Names are the worker roles', `api`, and the verb of the command line that writes. */
export const S3_ROLES = {
  fetch: { 'cuts/': DELETE, 'segments/': ['write'], 'documents/': READ },
  aggregate: {
    'cuts/': READ,
    'segments/': READ,
    'states/': WRITE,
    'makings/': WRITE,
    'documents/': READ,
    'datasets/': ['write'],
    'headlines/': ['write'],
  },
  render: {
    'makings/': WRITE,
    'datasets/': READ,
    'documents/': READ,
    'logos/': READ,
    'derived/': WRITE,
    'artefacts/': DELETE,
  },
  notify: { 'headlines/': READ },
  /** Reads the manifests of cuts, to tell what none of them names. */
  housekeeping: {
    'cuts/': [...READ, 'remove'],
    'segments/': SWEEP,
    'states/': SWEEP,
    'makings/': SWEEP,
    'datasets/': SWEEP,
    'headlines/': SWEEP,
    'artefacts/': [...SWEEP, 'lock'],
  },
  /** Signs links to files, shows reports as pages and documents to who may see them; asks whether a headline is still there before mails are sent again. */
  api: {
    'artefacts/': READ,
    'datasets/': READ,
    'headlines/': READ,
    'documents/': WRITE,
    'logos/': WRITE,
  },
  /** Asks whether a document is there already. */
  import: { 'documents/': WRITE },
} as const satisfies Record<string, Access>;
export type S3Role = keyof typeof S3_ROLES;
export const S3_ROLE_NAMES = Object.keys(S3_ROLES) as S3Role[];

/** What a role may do with objects of a prefix: none, where its row says nothing. */
export const s3Actions = (role: S3Role, prefix: S3Prefix): readonly S3Action[] =>
  (S3_ROLES[role] as Access)[prefix] ?? [];

const AWS_ACTIONS: Readonly<Record<S3Action, string>> = {
  read: 's3:GetObject',
  list: 's3:ListBucket',
  write: 's3:PutObject',
  remove: 's3:DeleteObject',
  lock: 's3:PutObjectRetention',
};

export interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: { readonly StringLike: Readonly<Record<string, readonly string[]>> };
}

/** In the language of AWS, which MinIO and others speak too. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

export interface PolicyScope {
  readonly bucket: string;
  readonly region: string;
  /** ARN of the key of `aws:kms`, which the roles must be allowed to use. */
  readonly kmsKey?: string | undefined;
}

const partitionOf = (region: string): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';

const allow = (
  actions: readonly string[],
  resources: readonly string[],
  condition?: Statement['Condition'],
): Statement => ({
  Effect: 'Allow',
  Action: actions,
  Resource: resources,
  ...(condition && { Condition: condition }),
});

/** The policy of a role, to be attached to its user, or to the role that a workload takes on. */
export const s3Policy = (role: S3Role, { bucket, region, kmsKey }: PolicyScope): Policy => {
  const arn = `arn:${partitionOf(region)}:s3:::${bucket}`;
  const prefixesOf = (action: S3Action) =>
    S3_PREFIXES.filter((prefix) => s3Actions(role, prefix).includes(action));
  const objects = (['read', 'write', 'remove', 'lock'] as const)
    .filter((action) => prefixesOf(action).length > 0)
    .map((action) =>
      allow(
        [AWS_ACTIONS[action]],
        prefixesOf(action).map((prefix) => `${arn}/${prefix}*`),
      ),
    );
  const listed = prefixesOf('list').map((prefix) => `${prefix}*`);
  const kms = [
    ...(prefixesOf('read').length > 0 ? ['kms:Decrypt'] : []),
    ...(prefixesOf('write').length > 0 ? ['kms:GenerateDataKey'] : []),
  ];
  return {
    Version: '2012-10-17',
    Statement: [
      ...objects,
      ...(listed.length === 0
        ? []
        : [allow([AWS_ACTIONS.list], [arn], { StringLike: { 's3:prefix': listed } })]),
      // To see at its start whether the bucket encrypts as was asked for.
      allow(['s3:GetEncryptionConfiguration'], [arn]),
      ...(kmsKey === undefined || kms.length === 0 ? [] : [allow(kms, [kmsKey])]),
    ],
  };
};
