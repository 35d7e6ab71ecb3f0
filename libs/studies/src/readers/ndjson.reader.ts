/** Dataset-JSON as NDJSON: the metadata on the first line, then one row a line; `.dsjc` is one zlib stream of it. */
import { basename } from 'node:path';
import { fileBytes, inflated, lines, utf8 } from './bytes.ts';
import { jsonDataset, parseJson, parseMetadata, type DatasetMetadata } from './dataset-json.ts';
import { notADataset, type Dataset } from './dataset.ts';
import { PLAIN_RULES, type ReadingRules } from './reading-rules.ts';

type Lines = () => AsyncGenerator<string>;

const readMetadata = async (file: string, open: Lines): Promise<DatasetMetadata> => {
  let number = 0;
  for await (const line of open()) {
    number += 1;
    if (line.trim() !== '') return parseMetadata(file, parseJson(file, `line ${number}`, line));
  }
  throw notADataset(file, 'it is empty');
};

async function* rowsOf(file: string, open: Lines): AsyncGenerator {
  let number = 0;
  let isBehindMetadata = false;
  for await (const line of open()) {
    number += 1;
    if (line.trim() === '') continue;
    if (isBehindMetadata) yield parseJson(file, `line ${number}`, line);
    isBehindMetadata = true;
  }
}

const openLines = async (path: string, open: Lines, rules: ReadingRules): Promise<Dataset> => {
  const file = basename(path);
  const metadata = await readMetadata(file, open);
  return jsonDataset(path, metadata, () => rowsOf(file, open), rules);
};

export const openNdjson = (path: string, rules: ReadingRules = PLAIN_RULES): Promise<Dataset> => {
  const file = basename(path);
  return openLines(path, () => lines(utf8(fileBytes(path), file), file), rules);
};

export const openDsjc = (path: string, rules: ReadingRules = PLAIN_RULES): Promise<Dataset> => {
  const file = basename(path);
  return openLines(path, () => lines(utf8(inflated(path, file), file), file), rules);
};
