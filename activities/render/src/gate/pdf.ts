/** A stored PDF against the model that it was drawn from. */
import type { Finding } from '@rounds/contracts/gate';
import type { ReportModel, Section } from '@rounds/report-types/model/report-model';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { counted } from './findings.ts';
import { flowOf, pagesOf, piecesIn, type Flow, type Region } from './flow.ts';
import { contentFindings, placedTexts, sectionRegions } from './pdf-content.ts';
import { misdrawn, pageFindings, partsOf, runningFindings, type PageParts } from './pdf-pages.ts';
import { openPdf, picturesOf, piecesOf, type Painted, type Piece } from './pdf-reader.ts';
import { whatLacks } from './texts.ts';

/** More is no report that anybody reads, but a fault that repeats itself. */
const MOST_PAGES = 5_000;

interface ReadPages {
  readonly pages: readonly PageParts[];
  readonly findings: readonly Finding[];
  /** Pieces that are drawn where they must not be, or as nothing. */
  readonly wrong: ReadonlySet<Piece>;
}

const readPages = async (document: PDFDocumentProxy): Promise<ReadPages> => {
  const pages: PageParts[] = [];
  const findings: Finding[] = [];
  const wrong = new Set<Piece>();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const pieces = await piecesOf(page);
    page.cleanup();
    const parts = partsOf(pieces, number);
    findings.push(...pageFindings(pieces, parts, number));
    for (const piece of misdrawn(pieces)) wrong.add(piece);
    pages.push(parts);
  }
  return { pages, findings, wrong };
};

/** Each picture once: one that came more than once is shown under all its captions. */
const imagesIn = ({ blocks }: Section) => {
  const images = blocks.flatMap((block) => (block.kind === 'images' ? block.images : []));
  return [...new Map(images.map((image) => [image.sha256, image])).values()];
};

const paintedOn = async (document: PDFDocumentProxy, numbers: Iterable<number>): Promise<Painted[]> => {
  const painted: Painted[] = [];
  for (const number of numbers) {
    const page = await document.getPage(number);
    painted.push(...(await picturesOf(page)));
    page.cleanup();
  }
  return painted;
};

/** Every picture of the model is painted in its section, page by page, with the pixels that it was derived with. */
const imageFindings = async (
  model: ReportModel,
  flow: Flow,
  regions: readonly (Region | undefined)[],
  document: PDFDocumentProxy,
): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const [index, section] of model.sections.entries()) {
    const [images, region] = [imagesIn(section), regions[index]];
    if (images.length === 0 || region === undefined) continue;
    const painted = await paintedOn(document, pagesOf(flow, region));
    const isPainted = (page: { readonly width: number; readonly height: number }): boolean => {
      const at = painted.findIndex(({ width, height }) => width === page.width && height === page.height);
      if (at >= 0) painted.splice(at, 1);
      return at >= 0;
    };
    // Every page is looked for: each one found is taken away.
    const missing = images.filter(
      ({ derived }) =>
        derived === undefined ||
        [derived, ...(derived.further ?? [])].filter((page) => !isPainted(page)).length > 0,
    );
    findings.push(
      ...missing.map(({ documentId }): Finding => ({
        check: 'images',
        where: `pdf, document ${documentId}`,
        code: 'picture-not-found',
      })),
    );
  }
  return findings;
};

interface Manner {
  /**
   * Whether U+FFFD stands for anything: for a character without a glyph, or for itself. Asked only where the pages have
   * it, since that looks through the whole dataset.
   */
  readonly isReplaced: () => boolean;
  /** Whether a document that the page names as doubtful is found too. */
  readonly strict: boolean;
}

const compare = async (
  document: PDFDocumentProxy,
  model: ReportModel,
  { isReplaced, strict }: Manner,
): Promise<Finding[]> => {
  const { pages, findings } = await readPages(document);
  const flow = flowOf(pages.map(({ body }) => body));
  const regions = sectionRegions(model, flow);
  const many = pages.length > MOST_PAGES ? pages.length : 0;
  const strange = flow.text.split('\uFFFD').length - 1;
  const replaced = strange > 0 && isReplaced() ? 0 : strange;
  return [
    ...counted('size', 'pdf', many, 'too-many-pages', 'pages'),
    ...findings,
    ...runningFindings(pages, model.head),
    ...contentFindings(model, flow, regions, strict),
    ...(await imageFindings(model, flow, regions, document)),
    ...counted('glyphs', 'pdf', replaced, 'characters-replaced', 'characters'),
  ];
};

/** @throws what PDF.js says of a file that it cannot read */
export const inspectPdf = async (
  bytes: Uint8Array,
  model: ReportModel,
  manner: Manner,
): Promise<Finding[]> => {
  const { document, close } = await openPdf(bytes);
  try {
    return await compare(document, model, manner);
  } finally {
    await close();
  }
};

/** A document of which a PDF does not have all, or not in its place. */
export interface DocumentFault {
  readonly documentId: string;
  /** It is drawn over an edge, over other text or without a shape: that is wrong even where a reader finds it. */
  readonly isMisdrawn: boolean;
}

/** @throws what PDF.js says of a file that it cannot read */
export const documentFaults = async (bytes: Uint8Array, model: ReportModel): Promise<DocumentFault[]> => {
  const { document, close } = await openPdf(bytes);
  try {
    const { pages, wrong } = await readPages(document);
    const flow = flowOf(pages.map(({ body }) => body));
    const voice = voiceOf(model.language);
    return placedTexts(model, flow, sectionRegions(model, flow)).flatMap((text) => {
      const pieces = text.region === undefined ? [] : piecesIn(flow, text.region);
      const isMisdrawn = pieces.some((piece) => wrong.has(piece));
      const isFaulty = isMisdrawn || whatLacks(text, flow, voice) !== undefined;
      return isFaulty ? [{ documentId: text.entry.documentId, isMisdrawn }] : [];
    });
  } finally {
    await close();
  }
};
