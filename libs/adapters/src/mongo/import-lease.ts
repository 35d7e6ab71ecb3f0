/**
 * One import of a study at a time. Its document is the lease: there can be only one with `aliveAt`, and every write of
 * the import is a transaction that sets it anew. So an import that was taken for dead, and is not, writes nothing more.
 */
import { randomUUID } from 'node:crypto';
import type { ImportDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import type { ClientSession } from 'mongodb';
import type { Clock } from '../clock.ts';
import type { Mongo } from './client.ts';
import { insertNew } from './duplicate.ts';

/** An import that has not been heard of for so long is dead. */
export const SILENCE_MS = 60_000;
const BEAT_MS = 10_000;

export interface ImportLease {
  readonly importId: string;
  /** Runs what the import writes. @throws RoundsError CONFLICT when another import has taken over */
  guarded: <T>(work: (session: ClientSession) => Promise<T>) => Promise<T>;
  /** To be called now and then where nothing is written. @throws RoundsError CONFLICT likewise */
  stayAlive: () => Promise<void>;
}

const takenOver = (): RoundsError =>
  new RoundsError('CONFLICT', 'Another import of this study has taken over from this one; import again.');

const underWay = ({ studyId, startedAt, by }: ImportDocument): RoundsError =>
  new RoundsError(
    'CONFLICT',
    `Another import of ${studyId} is under way, begun at ${startedAt.toISOString()} by ${by}: ` +
      `import again when it has ended. One that was killed is over after ${SILENCE_MS / 1_000} seconds.`,
  );

type Imports = ReturnType<typeof importsOf>;
const importsOf = (mongo: Pick<Mongo, 'collection'>) => mongo.collection('imports');

/** @throws RoundsError CONFLICT when the other import is alive */
const endSilent = async (imports: Imports, studyId: string, at: Date): Promise<void> => {
  const other = await imports.findOne({ studyId, aliveAt: { $exists: true } });
  if (other?.aliveAt === undefined) return;
  if (at.getTime() - other.aliveAt.getTime() <= SILENCE_MS) throw underWay(other);
  await imports.updateOne(
    { _id: other._id, studyId, aliveAt: other.aliveAt },
    { $set: { brokeOffAt: at }, $unset: { aliveAt: '' } },
  );
};

type Begun = Pick<ImportDocument, 'studyId' | 'by' | 'generation' | 'startedAt'>;

/** @throws RoundsError CONFLICT while another import of the study is under way */
export const takeImportLease = async (
  mongo: Pick<Mongo, 'collection' | 'client'>,
  begun: Begun,
  now: Clock,
): Promise<ImportLease> => {
  const imports = importsOf(mongo);
  const { studyId, startedAt } = begun;
  const document: ImportDocument = { _id: randomUUID(), ...begun, aliveAt: startedAt, files: [] };
  while (!(await insertNew(imports, { ...document }))) await endSilent(imports, studyId, now());

  const { _id: importId } = document;
  let heard = startedAt.getTime();
  const beat = async (session?: ClientSession): Promise<void> => {
    const aliveAt = now();
    const { matchedCount } = await imports.updateOne(
      { _id: importId, studyId, aliveAt: { $exists: true } },
      { $set: { aliveAt } },
      session === undefined ? {} : { session },
    );
    if (matchedCount === 0) throw takenOver();
    heard = aliveAt.getTime();
  };
  return {
    importId,
    guarded: (work) =>
      mongo.client.withSession((session) =>
        session.withTransaction(async () => {
          await beat(session);
          return work(session);
        }),
      ),
    stayAlive: async () => {
      if (now().getTime() - heard >= BEAT_MS) await beat();
    },
  };
};
