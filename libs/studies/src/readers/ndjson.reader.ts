/** Dataset-JSON as NDJSON: the metadata on the first line, then one row a line; `.dsjc` is one zlib stream of it. */
import { basename } from 'node:path';
import { fileBytes, inflated, lines, utf8 } from './bytes.ts';
import { jsonDataset, parseJson, parseMetadata, type DatasetMetadata } from './dataset-json.ts';
import { notADataset, type Dataset } from './dataset.ts';
import { PLAIN_RULES, type ReadingRules } from './reading-rules.ts';

interface Line {
  readonly text: string;
  readonly number: number;
}

type Lines = () => AsyncGenerator<readonly string[]>;

/** Those that are not blank, each with its number. */
async function* numbered(lines: AsyncIterable<readonly string[]>): AsyncGenerator<readonly Line[]> {
  let number = 0;
  for await (const some of lines) {
    const before = number;
    number += some.length;
    yield some
      .map((text, at) => ({ text, number: before + at + 1 }))
      .filter(({ text }) => text.trim() !== '');
  }
}

const parsed = (file: string, { number, text }: Line): unknown =>
  parseJson(file, () => `line ${number}`, text);

const readMetadata = async (file: string, open: Lines): Promise<DatasetMetadata> => {
  for await (const [first] of numbered(open()))
    if (first !== undefined) return parseMetadata(file, parsed(file, first));
  throw notADataset(file, 'it is empty');
};

async function* rowsOf(file: string, open: Lines): AsyncGenerator<readonly unknown[]> {
  let isBehindMetadata = false;
  for await (const some of numbered(open())) {
    yield (isBehindMetadata ? some : some.slice(1)).map((line) => parsed(file, line));
    isBehindMetadata ||= some.length > 0;
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
