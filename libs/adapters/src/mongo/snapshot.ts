import type { ClientSession } from 'mongodb';
import type { Mongo } from './client.ts';

/** Goes with every read: the client's own read concern would win over the session's, and each read see another instant. */
export interface SnapshotRead {
  readonly session: ClientSession;
  readonly readConcern: { readonly level: 'snapshot' };
}

/** Every read of the work sees MongoDB as it was at one instant; it keeps a snapshot for five minutes by default. */
export const withSnapshot = async <Result>(
  { client }: Pick<Mongo, 'client'>,
  work: (read: SnapshotRead) => Promise<Result>,
): Promise<Result> => {
  // The driver refuses snapshots of a server that it does not know yet, which is any server while it connects.
  await client.connect();
  return client.withSession({ snapshot: true }, (session) =>
    work({ session, readConcern: { level: 'snapshot' } }),
  );
};
