/**
 * One document stops nobody: a PDF in which a document cannot be found whole is drawn again, with that document named
 * as doubtful. Rows and figures are not looked at here; the gate does that, and whether each document is whole or named.
 */
import type { TextEntry } from '@rounds/contracts/dataset';
import { RoundsError } from '@rounds/contracts/errors';
import type { Doubtful, ReportModel } from '@rounds/report-types/model/report-model';
import { draw, modelOf, type DrawTask } from '../draw.ts';
import { bodyOf } from '../pdf/documents.ts';
import { createPdf } from '../pdf/pdfmake.ts';
import { BODY_FAMILY } from '../text/fonts.ts';
import { textsIn } from './expected.ts';
import { documentFaults, type DocumentFault } from './pdf.ts';

/** A document is named, then left out; others may move by it. */
const MOST_DRAWN = 4;

const textsOf = ({ sections }: ReportModel) => sections.flatMap(textsIn);

/** Words that are lost leave the others readable; what is drawn over something else must go. */
const nextOf = (faults: readonly DocumentFault[], known: Doubtful): Doubtful => ({
  ...known,
  ...Object.fromEntries(
    faults.map(({ documentId, isMisdrawn }) => [documentId, isMisdrawn ? 'leftOut' : 'shown'] as const),
  ),
});

/** How a report is drawn, and one document alone. */
export interface Drawing {
  readonly report: (task: DrawTask) => Promise<Uint8Array>;
  readonly alone: (entry: TextEntry) => Promise<unknown>;
}

const DRAWING: Drawing = {
  report: draw,
  alone: (entry) => createPdf({ content: bodyOf(entry), defaultStyle: { font: BODY_FAMILY } }).getBuffer(),
};

/** Those that cannot be drawn even alone. */
const undrawable = async (model: ReportModel, { alone }: Drawing): Promise<Doubtful> => {
  const found: Record<string, 'leftOut'> = {};
  for (const entry of textsOf(model)) {
    try {
      await alone(entry);
    } catch {
      found[entry.documentId] = 'leftOut';
    }
  }
  return found;
};

interface Drawn {
  readonly bytes: Uint8Array;
  readonly doubtful: Doubtful;
}

const drawAnyway = async (task: DrawTask, drawing: Drawing): Promise<Drawn> => {
  const { doubtful = {} } = task;
  try {
    return { bytes: await drawing.report(task), doubtful };
  } catch (error) {
    if (error instanceof RoundsError) throw error;
    const found = await undrawable(modelOf(task), drawing);
    if (Object.keys(found).every((documentId) => doubtful[documentId] === 'leftOut')) throw error;
    return drawAnyway({ ...task, doubtful: { ...doubtful, ...found } }, drawing);
  }
};

/** As `draw`. What is wrong with the PDF apart from its documents stays as it is. @param drawing for tests */
export const drawWhole = async (task: DrawTask, drawing = DRAWING): Promise<Uint8Array> => {
  if (task.format !== 'pdf' || textsOf(modelOf(task)).length === 0) return drawing.report(task);
  let { bytes, doubtful } = await drawAnyway(task, drawing);
  for (let drawn = 1; drawn < MOST_DRAWN; drawn++) {
    const faults = await documentFaults(bytes, modelOf({ ...task, doubtful }));
    if (faults.length === 0) return bytes;
    ({ bytes, doubtful } = await drawAnyway({ ...task, doubtful: nextOf(faults, doubtful) }, drawing));
  }
  return bytes;
};
