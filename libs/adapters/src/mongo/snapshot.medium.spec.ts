/** Snapshots of a real MongoDB. */
import { randomUUID } from 'node:crypto';
import { studyDocument } from '../testing/study-document.ts';
import { connectMongo } from './client.ts';
import { withSnapshot } from './snapshot.ts';

const open = () =>
  connectMongo(
    { MONGODB_URI: process.env.MONGODB_URI ?? '', MONGODB_DATABASE: `snapshot-${randomUUID()}` },
    'snapshot-test',
  );

describe('a snapshot', () => {
  it('can be had of a client that is not connected yet, by several at once', async () => {
    for (let start = 0; start < 5; start += 1) {
      const mongo = open();
      const read = () => withSnapshot(mongo, (of) => mongo.collection('studies').find({}, of).toArray());
      await expect(Promise.all([read(), read(), read()])).resolves.toEqual([[], [], []]);
      await mongo.close();
    }
  });

  it('shows nothing of what is written meanwhile', async () => {
    const mongo = open();
    const studies = mongo.collection('studies');
    await studies.insertOne(studyDocument('S1'));
    const seen = await withSnapshot(mongo, async (of) => {
      const before = await studies.find({}, of).toArray();
      await studies.insertOne(studyDocument('S2'));
      return [before, await studies.find({}, of).toArray()].map((found) => found.map(({ _id }) => _id));
    });
    expect(seen).toEqual([['S1'], ['S1']]);
    await mongo.db.dropDatabase();
    await mongo.close();
  });
});
