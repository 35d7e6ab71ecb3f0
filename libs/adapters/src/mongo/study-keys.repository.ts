/** A key of each study, known to who makes its cuts: made at the first, and never changed. */
import { randomBytes } from 'node:crypto';
import type { Mongo } from './client.ts';
import { insertNew } from './duplicate.ts';

export const createStudyKeysRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const keys = mongo.collection('studyKeys');
  const keyOf = async (_id: string): Promise<string> => {
    const known = await keys.findOne({ _id });
    if (known !== null) return known.key;
    const key = randomBytes(32).toString('hex');
    return (await insertNew(keys, { _id, key })) ? key : keyOf(_id);
  };
  return {
    /** 32 bytes, hex. */
    of: keyOf,
  };
};
