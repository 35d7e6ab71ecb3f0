/** Documents of which the drawn pages could not be proven to hold every word: each says so, and so does page one. */
import type { TextEntry } from '@rounds/contracts/dataset';
import type { AttentionItem, Block, Doubtful, ReportModel, Section } from '../report-model.ts';
import type { Voice } from '../words/voice.ts';

const marked = (block: Block, doubtful: Doubtful): Block =>
  block.kind === 'texts' ? { ...block, doubtful } : block;

/** So many are linked one by one. */
const LINKED = 4;

/** The place of a text on the pages, as a target of links. */
export const textTarget = (documentId: string): string => `text-${documentId}`;

const textsOf = ({ blocks }: Section, doubtful: Doubtful): TextEntry[] =>
  blocks
    .flatMap((block) => (block.kind === 'texts' ? block.texts : []))
    .filter(({ documentId }) => documentId in doubtful);

const itemOf = (texts: readonly TextEntry[], section: string, voice: Voice): AttentionItem => ({
  lead: voice.say('documents-in-doubt'),
  sentence: voice.say('documents-not-shown-whole', {
    n: texts.length,
    names: voice.shortList(
      texts.map(({ title }) => title),
      LINKED,
    ),
  }),
  section,
  urgent: false,
});

const itemsOf = (section: Section, doubtful: Doubtful, voice: Voice): AttentionItem[] => {
  const texts = textsOf(section, doubtful);
  const others = texts.slice(LINKED);
  return [
    ...texts.slice(0, LINKED).map((entry) => itemOf([entry], textTarget(entry.documentId), voice)),
    ...(others.length === 0 ? [] : [itemOf(others, section.id, voice)]),
  ];
};

/** The same model where no document of it is doubtful. */
export const withDoubtful = (model: ReportModel, doubtful: Doubtful, voice: Voice): ReportModel => {
  const items = model.sections.flatMap((section) => itemsOf(section, doubtful, voice));
  return {
    ...model,
    attention: { ...model.attention, items: [...model.attention.items, ...items] },
    sections: model.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => marked(block, doubtful)),
    })),
  };
};
