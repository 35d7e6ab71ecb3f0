/** Dataset-JSON as one JSON object, of any size and with its members in any order. */
import { basename } from 'node:path';
import { fileBytes, utf8 } from './bytes.ts';
import { datasetMetadata, jsonDataset, parseJson, parseMetadata } from './dataset-json.ts';
import { notADataset, type Dataset } from './dataset.ts';
import { PLAIN_RULES, type ReadingRules } from './reading-rules.ts';
import { JsonFault, JsonScanner, type JsonPiece } from './json-scanner.ts';

async function* piecesOf(path: string): AsyncGenerator<JsonPiece> {
  const file = basename(path);
  const scanner = new JsonScanner();
  try {
    for await (const chunk of utf8(fileBytes(path), file)) yield* scanner.scan(chunk);
    scanner.end();
  } catch (error) {
    throw error instanceof JsonFault ? notADataset(file, `it ${error.message}`, error) : error;
  }
}

/**
 * The standard only advises to put `rows` last, so the metadata may continue after them: reading stops at the
 * first row only if nothing is missing by then.
 */
const readMetadata = async (path: string): Promise<unknown> => {
  const file = basename(path);
  const members: Record<string, unknown> = {};
  let judged = 0;
  for await (const { kind, text } of piecesOf(path)) {
    if (kind === 'member')
      Object.assign(
        members,
        parseJson(file, () => 'each member', `{${text}}`),
      );
    else if (judged < Object.keys(members).length) {
      judged = Object.keys(members).length;
      if (datasetMetadata.safeParse(members).success) break;
    }
  }
  return members;
};

async function* rowsOf(path: string): AsyncGenerator<readonly unknown[]> {
  const file = basename(path);
  let row = 0;
  for await (const { kind, text } of piecesOf(path)) {
    if (kind !== 'row') continue;
    row += 1;
    yield [parseJson(file, () => `row ${row}`, text)];
  }
}

export const openJson = async (path: string, rules: ReadingRules = PLAIN_RULES): Promise<Dataset> => {
  const metadata = parseMetadata(basename(path), await readMetadata(path));
  return jsonDataset(path, metadata, () => rowsOf(path), rules);
};
