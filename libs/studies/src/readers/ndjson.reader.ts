/** Dataset-JSON as NDJSON: the metadata on the first line, then one row a line; `.dsjc` is one zlib stream of it. */
import { basename } from 'node:path';
import { fileBytes, inflated, lines, utf8 } from './bytes.ts';
import { jsonDataset, parseJson, parseMetadata } from './dataset-json.ts';
import { notADataset, type Dataset } from './dataset.ts';

type Lines = () => AsyncGenerator<string>;

const firstLine = async (file: string, open: Lines): Promise<string> => {
  for await (const line of open()) return line;
  throw notADataset(file, 'it is empty');
};

async function* rowsOf(file: string, open: Lines): AsyncGenerator {
  let number = 0;
  for await (const line of open()) {
    number += 1;
    if (number > 1 && line.trim() !== '') yield parseJson(file, `line ${number}`, line);
  }
}

const openLines = async (path: string, open: Lines): Promise<Dataset> => {
  const file = basename(path);
  const metadata = parseMetadata(file, parseJson(file, 'line 1', await firstLine(file, open)));
  return jsonDataset(path, metadata, () => rowsOf(file, open));
};

export const openNdjson = (path: string): Promise<Dataset> => {
  const file = basename(path);
  return openLines(path, () => lines(utf8(fileBytes(path), file), file));
};

export const openDsjc = (path: string): Promise<Dataset> => {
  const file = basename(path);
  return openLines(path, () => lines(utf8(inflated(path, file), file), file));
};
