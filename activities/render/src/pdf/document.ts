import type { Block, ReportModel } from '@rounds/report-types/model/report-model';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { BODY_FAMILY } from '../text/fonts.ts';
import { COLOUR, MARGIN, PAGE, SIZE } from '../theme.ts';
import { contentsPage } from './contents.ts';
import { firstPage } from './first-page.ts';
import { pictureKey, shownPages } from '../images/shown-pages.ts';
import type { Look } from './look.ts';
import { runningFooter, runningHeader } from './running-heads.ts';
import { drawSection } from './section.ts';

/** JPEG bytes, each under its `pictureKey`. */
export type Pictures = Readonly<Record<string, Uint8Array>>;

const LOGO = 'logo';

const dataUrl = (mediaType: string, bytes: Uint8Array): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;

const shownImages = (block: Block) => (block.kind === 'images' ? block.images : []);

const imageDictionary = (
  { sections }: ReportModel,
  pictures: Pictures,
  { logo }: Look,
): Record<string, string> => ({
  ...Object.fromEntries(
    sections
      .flatMap(({ blocks }) => blocks.flatMap(shownImages))
      .flatMap(({ sha256, derived }) =>
        [...shownPages(derived).keys()].map((page) => pictureKey(sha256, page)),
      )
      .map((key) => [key, dataUrl('image/jpeg', pictures[key] ?? new Uint8Array())]),
  ),
  ...(logo && { [LOGO]: dataUrl('image/png', logo.png) }),
});

/** A gap with nothing after it would take a page of its own where the last one is full. */
const withoutLastGap = (content: readonly Content[]): Content[] => {
  const isGap = (node: Content) => typeof node === 'object' && 'text' in node && node.text === '';
  return content.slice(0, content.findLastIndex((node) => !isGap(node)) + 1);
};

/** Fresh for every drawing: pdfmake uses a definition up. */
export const documentDefinition = async (
  model: ReportModel,
  pictures: Pictures,
  look: Look,
): Promise<TDocumentDefinitions> => {
  const { head, sections } = model;
  const voice = voiceOf(model.language);
  const drawn = await Promise.all(
    sections.map((section, index) => drawSection(section, index + 1, look.palette, voice)),
  );
  return {
    pageSize: { ...PAGE },
    pageMargins: [MARGIN.left, MARGIN.top, MARGIN.right, MARGIN.bottom],
    language: model.language,
    displayTitle: true,
    defaultStyle: { font: BODY_FAMILY, fontSize: SIZE.body, color: COLOUR.ink },
    images: imageDictionary(model, pictures, look),
    header: runningHeader(head),
    footer: runningFooter(head, look.footer, voice),
    content: [
      ...(await firstPage(model, look)),
      ...contentsPage(model, look.palette),
      { text: '', pageBreak: 'after' },
      ...withoutLastGap(drawn.flat()),
    ],
  };
};
