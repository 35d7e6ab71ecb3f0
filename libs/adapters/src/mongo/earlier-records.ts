/**
 * Records of earlier versions become those of today. Part of every set-up: what is converted is not found again, and
 * what a worker of the version before writes meanwhile is found the next time.
 */
import type { Collections } from '@rounds/contracts/collections';
import { causesIn, withCauses } from '@rounds/contracts/earlier-words';
import type { Document, Filter } from 'mongodb';
import type { Mongo } from './client.ts';
import { confirmed } from './subscriptions.repository.ts';

interface Conversion {
  readonly name: keyof Collections;
  /** Records in which something is still as it was. */
  readonly stale: Filter<Document>;
  /** Gets and gives these fields alone. */
  readonly fields: readonly string[];
  readonly convert: (record: Document) => Document;
}

const WORDS = { $type: 'string' } as const;

/** Only where it is there. */
const within = (record: Document, field: string, change: (value: Document) => unknown): Document =>
  record[field] === undefined ? {} : { [field]: change(record[field] as Document) };

const each = (change: (value: Document) => unknown) => (list: Document) =>
  (list as Document[]).map((item) => change(item));

const finding = ({ message, ...found }: Document): Document =>
  message === undefined ? found : { ...found, code: 'as-told', values: { text: message as string } };

const findingsIn = (field: string) =>
  each((report) => ({ ...report, ...within(report, field, each(finding)) }));

const end = (record: Document): Document => ({
  ...record,
  ...within(record, 'fault', withCauses),
  ...within(record, 'held', findingsIn('findings')),
});

const run = (record: Document): Document => ({
  ...end(withCauses(record)),
  ...within(record, 'outputs', findingsIn('lacking')),
  ...within(record, 'earlierEnds', each(end)),
});

const row = (record: Document): Document => ({
  ...withCauses(record),
  ...within(record, 'former', each(withCauses)),
});

const PAUSED: Readonly<Record<string, string>> = {
  'Nobody receives it any more.': 'nobody-receives',
  'Its owner may no longer see the study, and nobody took it over.': 'owner-left',
};

const subscription = ({ endedReason, pausedReason, ...record }: Document): Document => ({
  ...record,
  ...(endedReason === undefined ? {} : { endedWhy: causesIn(String(endedReason)) }),
  ...(pausedReason === undefined
    ? {}
    : { pausedReason: PAUSED[String(pausedReason)] ?? (pausedReason as unknown) }),
});

const ledger = {
  stale: { $or: [{ reason: WORDS }, { 'former.reason': WORDS }] },
  fields: ['reason', 'why', 'former'],
  convert: row,
};

const CONVERSIONS: readonly Conversion[] = [
  { name: 'deliveries', ...ledger },
  { name: 'notices', ...ledger },
  {
    name: 'runs',
    stale: {
      $or: [
        ...[{ reason: WORDS }, { 'fault.message': WORDS }, { 'earlierEnds.fault.message': WORDS }],
        ...[{ 'held.findings.message': WORDS }, { 'outputs.lacking.message': WORDS }],
        { 'earlierEnds.held.findings.message': WORDS },
      ],
    },
    fields: ['reason', 'why', 'fault', 'held', 'outputs', 'earlierEnds'],
    convert: run,
  },
  {
    name: 'subscriptions',
    stale: { $or: [{ endedReason: WORDS }, { pausedReason: { $in: Object.keys(PAUSED) } }] },
    fields: ['endedReason', 'endedWhy', 'pausedReason'],
    convert: subscription,
  },
];

/** More often than somebody else ever writes the same record in between. */
const MOST_TRIES = 10;

const convertAll = async (db: Mongo['db'], { name, stale, fields, convert }: Conversion): Promise<void> => {
  const records = db.collection(name);
  const projection = Object.fromEntries(fields.map((field) => [field, 1] as const));
  for (let tries = 0; tries < MOST_TRIES && (await records.findOne(stale)) !== null; tries += 1)
    for await (const { _id, ...record } of records.find(stale, { projection })) {
      const converted = convert(record);
      const gone = fields.filter((field) => field in record && !(field in converted));
      // As it was read: what somebody else wrote since is read again.
      const asRead: Filter<Document> = Object.fromEntries(
        fields.map((field) => [field, field in record ? (record[field] as unknown) : { $exists: false }]),
      );
      await records.updateOne(
        { ...asRead, _id },
        { $set: converted, $unset: Object.fromEntries(gone.map((field) => [field, ''] as const)) },
      );
    }
};

/** @param mongo connected as a user who may write every collection */
export const convertEarlierRecords = async ({ db }: Pick<Mongo, 'db'>): Promise<void> => {
  await db.collection('subscriptions').updateMany({ behind: { $exists: false } }, confirmed(0));
  for (const conversion of CONVERSIONS) await convertAll(db, conversion);
};
