/**
 * A process that imports one folder and comes to its end somewhere on the way, for tests of what it leaves: the signal
 * is a real one. Its one argument is an `ImportTask` as JSON. It ends with 3 when the import is refused as a conflict.
 */
import { systemClock } from '@rounds/adapters/clock';
import { connectMongo, type Mongo, type MongoConfig } from '@rounds/adapters/mongo/client';
import { createS3Client, createS3ObjectStore } from '@rounds/adapters/s3/s3-object-store';
import type { S3Config } from '@rounds/adapters/s3/s3-config';
import type { Collections } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { importStudy } from '../import/import-study.ts';

export interface ImportTask {
  readonly mongo: MongoConfig;
  readonly s3: S3Config;
  readonly folder: string;
  readonly today: string;
  readonly signal: 'SIGKILL' | 'SIGSTOP';
  /** Before the so-manieth transaction; or when all is written and only the switch is to come; or after it. */
  readonly when: number | 'before-switch' | 'after-switch';
}

const task = JSON.parse(process.argv[2] ?? '') as ImportTask;

const strike = (): void => {
  process.kill(process.pid, task.signal);
};

/** @param wrapped by the name of a method, what is done before it */
const before = <T extends object>(real: T, wrapped: Readonly<Record<string, () => void>>): T =>
  new Proxy(real, {
    get: (target, property) => {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        wrapped[String(property)]?.();
        return (value as (...all: unknown[]) => unknown).apply(target, args);
      };
    },
  });

const struck = (mongo: Mongo): Pick<Mongo, 'collection' | 'client'> => {
  let transactions = 0;
  const withSession = () => {
    transactions += 1;
    if (transactions === task.when) strike();
  };
  // The treatments are asked for when everything else is done.
  const distinct = () => {
    if (task.when === 'before-switch') strike();
  };
  const collection = ((name: keyof Collections) =>
    before(mongo.collection(name), { distinct })) as Mongo['collection'];
  return { collection, client: before(mongo.client, { withSession }) };
};

const mongo = connectMongo(task.mongo, 'test-import');
try {
  const store = createS3ObjectStore(createS3Client(task.s3), task.s3);
  const { folder, today } = task;
  await importStudy({ folder, today }, { mongo: struck(mongo), store, now: systemClock });
  if (task.when === 'after-switch') strike();
} catch (error) {
  if (!(error instanceof RoundsError) || error.code !== 'CONFLICT') throw error;
  process.exitCode = 3;
} finally {
  await mongo.close();
}
