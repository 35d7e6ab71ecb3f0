import { extname } from 'node:path';
import { isOperationalCsv, openCsv } from './csv.reader.ts';
import { underItsName } from './dataset-name.ts';
import type { Dataset } from './dataset.ts';
import { openJson } from './json.reader.ts';
import { openDsjc, openNdjson } from './ndjson.reader.ts';
import { PLAIN_RULES, type ReadingRules } from './reading-rules.ts';
import { openXpt } from './xpt.reader.ts';

const READERS = { '.json': openJson, '.ndjson': openNdjson, '.dsjc': openDsjc, '.xpt': openXpt } as const;
type DatasetExtension = keyof typeof READERS;

const extensionOf = (file: string): string => extname(file).toLowerCase();

export const isDatasetFile = (file: string): boolean =>
  extensionOf(file) in READERS || isOperationalCsv(file);

/**
 * Opens by extension: CDISC Dataset-JSON 1.1 (`.json`, `.ndjson`, `.dsjc`) SAS transport version 5 (`.xpt`), or
 * CSV (`training.csv` and `queries.csv` alone).
 * Call only where `isDatasetFile` holds.
 * @throws RoundsError NOT_A_DATASET naming the file and the rule that it breaks.
 */
export const openDataset = async (path: string, rules: ReadingRules = PLAIN_RULES): Promise<Dataset> =>
  isOperationalCsv(path)
    ? openCsv(path, rules)
    : underItsName(await READERS[extensionOf(path) as DatasetExtension](path, rules));
