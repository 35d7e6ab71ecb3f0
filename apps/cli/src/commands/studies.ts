/** `sample` and `import`: studies come in. */
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { systemClock } from '@rounds/adapters/clock';
import { connectMongo } from '@rounds/adapters/mongo/client';
import { createImportsRepository } from '@rounds/adapters/mongo/imports.repository';
import { createS3Client, createS3ObjectStore } from '@rounds/adapters/s3/s3-object-store';
import { importStudy, type ImportSummary } from '@rounds/studies/import/import-study';
import { writeSampleStudy } from '@rounds/studies/sample/sample-study';
import { Command } from 'commander';
import { mongoConfig, s3Config } from '../config.ts';
import { DoneWithFaults } from '../exit-codes.ts';
import { importReport } from '../import-report.ts';
import { isFaulty, leftOutWords, ruleWords, warningWords } from '../import-words.ts';
import { answer, endProgress, progressLine } from '../output.ts';

const SHOWN_REFUSALS = 20;

const sample = new Command('sample')
  .description('write the sample study, the same for the same seed')
  .argument('<folder>', 'where; made if missing')
  .option('--seed <number>', 'seed', '1')
  .action(async (folder: string, { seed }: { seed: string }, command: Command) => {
    await writeSampleStudy(resolve(folder), { seed: Number(seed) });
    answer(command, { folder: resolve(folder) }, (value) => `wrote the sample study to ${value.folder}`);
  });

interface ImportFlags {
  readonly shiftToToday?: boolean;
  readonly encoding?: string;
  readonly report?: string;
  readonly by?: string;
}

const runImport = async (folder: string, flags: ImportFlags): Promise<ImportSummary> => {
  const { shiftToToday = false, encoding, report, by = userInfo().username } = flags;
  const write = report === undefined ? undefined : await importReport(report);
  const mongo = connectMongo(mongoConfig(), 'rounds-import');
  const config = s3Config();
  const store = createS3ObjectStore(createS3Client(config), config.ROUNDS_S3_BUCKET);
  const today = systemClock().toISOString().slice(0, 10);
  try {
    const summary = await importStudy(
      {
        folder: resolve(folder),
        shiftToToday,
        today,
        by,
        onProgress: progressLine,
        ...(encoding === undefined ? {} : { encoding }),
      },
      { mongo, store, now: systemClock },
    );
    await write?.(summary, createImportsRepository(mongo).refusalsOf(summary.studyId, summary.importId));
    return summary;
  } finally {
    endProgress();
    await mongo.close();
  }
};

const fileLine = (file: ImportSummary['files'][number]): string =>
  `${file.file.padEnd(24)} ${file.rows} rows: ${file.inserted} new, ${file.changed} changed, ${file.unchanged} unchanged, ${file.removed} removed, ${file.refused} refused`;

const noteLines = ({ file, leftOut = [], warnings = [] }: ImportSummary['files'][number]): string[] => [
  ...leftOut.map((cells) => `left out: ${file}: ${leftOutWords(cells)}`),
  ...warnings.map((warning) => `warning: ${file}: ${warningWords(warning)}`),
];

const refusalLine = ({ file, row, faults }: ImportSummary['refusals'][number]): string =>
  `refused: ${file} row ${row}: ${ruleWords(faults)}`;

const documentLines = ({ documents }: ImportSummary): string[] => [
  `documents                ${documents.inserted} new, ${documents.changed} changed, ${documents.unchanged} unchanged, ${documents.refused.length} refused`,
  ...documents.refused.map(({ file, faults }) => `refused: ${file}: ${ruleWords(faults)}`),
];

const importLines = (summary: ImportSummary): string[] => {
  const { files, refusals, refused, skipped } = summary;
  const shiftDays = summary.shiftDays ?? 0;
  const shown = refusals.slice(0, SHOWN_REFUSALS);
  const more = refused - shown.length;
  return [
    ...files.map(fileLine),
    ...shown.map(refusalLine),
    ...(more > 0 ? [`… and ${more} more refused; --report FILE lists them all`] : []),
    ...files.flatMap(noteLines),
    ...documentLines(summary),
    ...skipped.map((file) => `skipped: ${file}: neither a dataset nor a document`),
    `imported ${summary.studyId}${shiftDays === 0 ? '' : `, its dates moved by ${shiftDays / 7} weeks`}`,
  ];
};

const importCommand = new Command('import')
  .description('read a study: CDISC Dataset-JSON (.json, .ndjson, .dsjc), SAS transport (.xpt), documents/')
  .argument('<folder>', 'the study’s folder')
  .option('--shift-to-today', 'move a past study by whole weeks so that it is under way now')
  .option('--encoding <name>', 'of the text in transport files and CSV; else it is found out')
  .option('--report <file>', 'write all that was refused, left out or doubtful to a .json or .csv file')
  .option(
    '--by <email>',
    'who imports it, as reports and the list of imports tell it; else the system’s user',
  )
  .action(async (folder: string, flags: ImportFlags, command: Command) => {
    const summary = await runImport(folder, flags);
    answer(command, summary, importLines);
    if (isFaulty(summary)) throw new DoneWithFaults();
  });

export const studyCommands = (): Command[] => [sample, importCommand];
