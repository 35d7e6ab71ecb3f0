/** `doctor`: which server answers, and what to do about one that does not. */
import { connectMongo } from '@rounds/adapters/mongo/client';
import { createS3Client, createS3ObjectStore } from '@rounds/adapters/s3/s3-object-store';
import { connectTemporal } from '@rounds/adapters/temporal/client';
import { RoundsError } from '@rounds/contracts/errors';
import { Command } from 'commander';
import { callerConfig, mongoConfig, s3Config, temporalConfig } from '../config.ts';
import { answer } from '../output.ts';

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

const ask = async (name: string, question: () => Promise<string>): Promise<Finding> => {
  try {
    return { name, ok: true, detail: await question() };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
};

const askMongo = async (): Promise<string> => {
  const mongo = connectMongo(mongoConfig(), 'rounds-doctor');
  try {
    await mongo.ping();
    return `database ${mongo.db.databaseName}`;
  } finally {
    await mongo.close();
  }
};

const askS3 = async (): Promise<string> => {
  const config = s3Config();
  await createS3ObjectStore(createS3Client(config), config).ping();
  return `bucket ${config.ROUNDS_S3_BUCKET}`;
};

const askTemporal = async (): Promise<string> => {
  const config = temporalConfig();
  const temporal = connectTemporal(config);
  try {
    await temporal.ping();
    return `${config.TEMPORAL_ADDRESS}, namespace ${config.TEMPORAL_NAMESPACE}`;
  } finally {
    await temporal.close();
  }
};

const askApi = async (): Promise<string> => {
  const { ROUNDS_API_URL } = callerConfig();
  const response = await fetch(`${ROUNDS_API_URL}/readyz`);
  if (!response.ok) throw new Error(`${ROUNDS_API_URL}/readyz: ${await response.text()}`);
  return ROUNDS_API_URL;
};

const line = ({ name, ok, detail }: Finding): string =>
  `${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(9)} ${detail}`;

export const doctorCommand = (): Command[] => [
  new Command('doctor')
    .description('say which server does not answer')
    .action(async (_options, command: Command) => {
      const findings = await Promise.all([
        ask('mongodb', askMongo),
        ask('s3', askS3),
        ask('temporal', askTemporal),
        ask('api', askApi),
      ]);
      answer(command, { findings }, () => findings.map(line));
      const down = findings.filter(({ ok }) => !ok).map(({ name }) => name);
      if (down.length > 0) throw new RoundsError('DEPENDENCY_DOWN', `Not answering: ${down.join(', ')}.`);
    }),
];
