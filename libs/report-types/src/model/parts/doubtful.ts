/** Documents of which the drawn pages could not be proven to hold every word: each says so, and so does page one. */
import type { Block, Doubtful, ReportModel, Section } from '../report-model.ts';
import type { Voice } from '../words/voice.ts';

const marked = (block: Block, doubtful: Doubtful): Block =>
  block.kind === 'texts' ? { ...block, doubtful } : block;

const titlesIn = ({ blocks }: Section, doubtful: Doubtful): string[] =>
  blocks
    .flatMap((block) => (block.kind === 'texts' ? block.texts : []))
    .filter(({ documentId }) => documentId in doubtful)
    .map(({ title }) => title);

/** The same model where no document of it is doubtful. */
export const withDoubtful = (model: ReportModel, doubtful: Doubtful, voice: Voice): ReportModel => {
  const held = model.sections
    .map((section) => ({ id: section.id, titles: titlesIn(section, doubtful) }))
    .filter(({ titles }) => titles.length > 0);
  const items = held.map(({ id, titles }) => ({
    lead: voice.say('Documents in doubt'),
    sentence: voice.say('{n## document|# documents} may not be shown whole: {names}.', {
      n: titles.length,
      names: voice.shortList(titles, 4),
    }),
    section: id,
    urgent: false,
  }));
  return {
    ...model,
    attention: { ...model.attention, items: [...model.attention.items, ...items] },
    sections: model.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => marked(block, doubtful)),
    })),
  };
};
