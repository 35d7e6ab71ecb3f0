/** The gate's checks of one stored file, run in a drawing thread: reading it takes seconds, as drawing it did. */
import type { CutTreatments } from '@rounds/contracts/cut';
import type { Finding } from '@rounds/contracts/gate';
import { RoundsError } from '@rounds/contracts/errors';
import { modelOf, type DrawTask } from '../draw.ts';
import { asDrawn } from '../text/as-drawn.ts';
import { missingGlyphs } from '../text/glyphs.ts';
import { blindingFindings } from './blinding.ts';
import { inspectCsv } from './csv.ts';
import { datasetFindings } from './dataset.ts';
import { inspectJson } from './json.ts';
import { inspectPdf } from './pdf.ts';
import { inspectXlsx } from './xlsx.ts';

/** What the file was drawn from, pictures and logo apart, and the file. */
export interface InspectTask extends Omit<DrawTask, 'pictures' | 'logo'> {
  readonly bytes: Uint8Array;
  /** For blinded readers: what the file must not reveal. */
  readonly treatments?: CutTreatments;
  /** Whether a document that the page names as doubtful is found too. */
  readonly strict?: boolean;
  /** A larger file is found too large. */
  readonly maxBytes?: number;
}

const REPLACEMENT = '\uFFFD';

const hasReplacement = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes(REPLACEMENT);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasReplacement);
};

const isReplaced = (drawn: unknown): boolean => missingGlyphs(drawn).size > 0 || hasReplacement(drawn);

const READERS: Readonly<Record<DrawTask['format'], (task: InspectTask) => Finding[] | Promise<Finding[]>>> = {
  pdf: (task) =>
    inspectPdf(task.bytes, modelOf(task), {
      isReplaced: () => isReplaced(asDrawn(task.dataset)),
      strict: task.strict ?? false,
    }),
  xlsx: (task) => inspectXlsx(task.bytes, modelOf(task)),
  csv: (task) => inspectCsv(task.bytes, modelOf(task)),
  json: ({ bytes, dataset, lacking }) => inspectJson(bytes, { ...dataset, lacking }),
};

const blinded = async ({ format, bytes, dataset, treatments }: InspectTask): Promise<Finding[]> =>
  treatments === undefined ? [] : blindingFindings(format, bytes, dataset, treatments);

/** Whatever a reader says of a file that it cannot read, the file is what is wrong. */
const readAnyway = async (task: InspectTask): Promise<Finding[]> => {
  try {
    return [...(await READERS[task.format](task)), ...(await blinded(task))];
  } catch (error) {
    if (error instanceof RoundsError) throw error;
    const name = error instanceof Error ? error.name : 'Error';
    return [{ check: 'files', where: task.format, code: 'unreadable', values: { error: name } }];
  }
};

/** Of one file. */
export const inspect = async (task: InspectTask): Promise<Finding[]> => {
  const { bytes, format, maxBytes = Infinity } = task;
  const tooLarge: Finding = {
    ...{ check: 'size', where: format, code: 'too-large' },
    values: { bytes: bytes.length, allowed: maxBytes },
  };
  return [...(bytes.length > maxBytes ? [tooLarge] : []), ...(await readAnyway(task))];
};

/** Of the dataset that all files were drawn from. */
export const inspectDataset = ({ dataset }: Pick<InspectTask, 'dataset'>): Finding[] =>
  datasetFindings(dataset, modelOf({ dataset }));
