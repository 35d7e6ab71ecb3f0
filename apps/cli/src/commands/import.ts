/** `import`: a study comes in from a folder, or is only looked at. */
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { systemClock } from '@rounds/adapters/clock';
import { connectMongo, type Mongo } from '@rounds/adapters/mongo/client';
import { createRefusalsRepository, type Refusal } from '@rounds/adapters/mongo/refusals.repository';
import { createS3Client, createS3ObjectStore } from '@rounds/adapters/s3/s3-object-store';
import { importStudy } from '@rounds/studies/import/import-study';
import { ImportRefused, type ImportSummary } from '@rounds/studies/import/import-summary';
import type { Consent } from '@rounds/studies/import/judge';
import { Command } from 'commander';
import { mongoConfig, s3Config } from '../config.ts';
import { demandHostReason, hostActor, reasonOption, type ReasonOption } from '../host.ts';
import { DoneWithFaults } from '../exit-codes.ts';
import { importReport } from '../import-report.ts';
import { isFaulty, leftOutWords, ruleWords, warningWords } from '../import-words.ts';
import { answer, endProgress, progressLine } from '../output.ts';
import { domainList, refusalLimit } from '../values.ts';
import { given } from '../verb.ts';

const SHOWN_REFUSALS = 20;
/** Little stays of the rows that pass through: what they leave is collected at so many percent above what is held. */
const GARBAGE_PERCENT = 70;

interface ImportFlags extends Consent, ReasonOption {
  readonly shiftToToday?: boolean;
  readonly encoding?: string;
  readonly report?: string;
  readonly by?: string;
  readonly dryRun?: boolean;
}

type Outcome = readonly [summary: ImportSummary, refused?: ImportRefused];

const outcomeOf = async (importing: Promise<ImportSummary>): Promise<Outcome> => {
  try {
    return [await importing];
  } catch (error) {
    if (error instanceof ImportRefused) return [error.summary, error];
    throw error;
  }
};

/** Of a dry run the database has none. */
async function* refusedRows(
  mongo: Mongo,
  { importId, studyId, refusals }: ImportSummary,
): AsyncGenerator<Refusal> {
  if (importId === null) yield* refusals;
  else yield* createRefusalsRepository(mongo).all(studyId, importId);
}

const runImport = async (folder: string, flags: ImportFlags): Promise<Outcome> => {
  setFlagsFromString(`--heap-growing-percent=${GARBAGE_PERCENT}`);
  const { report, reason, by = userInfo().username, ...options } = flags;
  demandHostReason({ action: 'study.import', ...given({ reason }) });
  const actor = { actorId: hostActor(), ...given({ reason }) };
  const write = report === undefined ? undefined : await importReport(report);
  const mongo = connectMongo(mongoConfig(), 'rounds-import');
  const config = s3Config();
  const store = createS3ObjectStore(createS3Client(config), config);
  const today = systemClock().toISOString().slice(0, 10);
  const wanted = { folder: resolve(folder), today, by, actor, onProgress: progressLine, ...options };
  try {
    const outcome = await outcomeOf(importStudy(wanted, { mongo, store, now: systemClock }));
    await write?.(outcome[0], refusedRows(mongo, outcome[0]));
    return outcome;
  } finally {
    endProgress();
    await mongo.close();
  }
};

const fileLine = (file: ImportSummary['files'][number]): string =>
  `${file.file.padEnd(24)} ${file.rows} rows: ${file.inserted} new, ${file.changed} changed, ${file.unchanged} unchanged, ${file.removed} removed, ${file.refused} refused${file.readBy === undefined ? '' : ' (the file is as it was)'}`;

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

/** What became of it. */
const lastLine = ({ studyId, shiftDays, refusedBecause }: ImportSummary, dryRun: boolean): string => {
  if (refusedBecause !== undefined) return `${studyId} stays as it was`;
  const moved = shiftDays === null || shiftDays === 0 ? '' : `, its dates moved by ${shiftDays / 7} weeks`;
  return dryRun ? `would import ${studyId}${moved}: nothing was written` : `imported ${studyId}${moved}`;
};

const importLines =
  ({ dryRun = false }: ImportFlags) =>
  (summary: ImportSummary): string[] => {
    const { files, refusals, refused, skipped, refusedBecause } = summary;
    const shown = refusals.slice(0, SHOWN_REFUSALS);
    const more = refused - shown.length;
    return [
      ...files.map(fileLine),
      ...shown.map(refusalLine),
      ...(more > 0 ? [`… and ${more} more refused; --report FILE lists them all`] : []),
      ...files.flatMap(noteLines),
      ...(refusedBecause === undefined ? documentLines(summary) : []),
      ...skipped.map((file) => `skipped: ${file}: neither a dataset nor a document`),
      lastLine(summary, dryRun),
    ];
  };

export const importCommand = new Command('import')
  .description('read a study: CDISC Dataset-JSON (.json, .ndjson, .dsjc), SAS transport (.xpt), documents/')
  .argument('<folder>', 'the study’s folder')
  .option('--shift-to-today', 'move a past study by whole weeks so that it is under way now')
  .option('--encoding <name>', 'of the text in transport files and CSV; else it is found out')
  .option(
    '--by <email>',
    'who imports it, as reports and the list of imports tell it; else the system’s user',
  )
  .addOption(reasonOption())
  .option('--dry-run', 'read and judge everything, tell what would become of it, and write nothing')
  .option(
    '--accept-removals [domains...]',
    'rows may go, more than a fifth of a domain too: of all, or of these',
    domainList,
  )
  .option('--empty <domains...>', 'these domains have no rows any more', domainList)
  .option(
    '--max-refused <limit>',
    'rows refused at most, as a number or a share like 1%; with more nothing comes in',
    refusalLimit,
  )
  .option('--report <file>', 'write all that was refused, left out or doubtful to a .json or .csv file')
  .action(async (folder: string, flags: ImportFlags, command: Command) => {
    const [summary, refused] = await runImport(folder, flags);
    answer(command, summary, importLines(flags));
    if (refused !== undefined) throw refused;
    if (isFaulty(summary)) throw new DoneWithFaults();
  });
