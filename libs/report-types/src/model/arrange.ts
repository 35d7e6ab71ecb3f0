/** A model as a template wants it: some sections, in another order, and the template's name beside the rest. */
import { invalidInput } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
import { voiceOf, type Voice } from './words/voice.ts';
import type { SectionHead } from '../report-type.ts';
import type { Definition, ReportModel, Section } from './report-model.ts';

export interface Arrangement {
  readonly templateVersion: string;
  /** Ids of sections in their order; absent: all, in the type's order. */
  readonly sections?: readonly string[];
}

/**
 * Ids of the sections that are drawn: those asked for, then those that always stand.
 * @throws RoundsError INVALID_INPUT for an id that the report type does not have, or that is asked for twice
 */
export const chosenSections = (heads: readonly SectionHead[], asked: readonly string[]): string[] => {
  const known = heads.map(({ id }) => id);
  const wrong = asked.flatMap((id, index) => {
    if (!known.includes(id)) return [broken(`sections.${index}`, 'unknown-option', { known })];
    return asked.indexOf(id) === index ? [] : [broken(`sections.${index}`, 'named-twice')];
  });
  if (wrong.length > 0) throw invalidInput('request', wrong);
  const always = heads.filter(({ id, always: stands }) => stands === true && !asked.includes(id));
  return [...asked, ...always.map(({ id }) => id)];
};

/** What points to a section that is not drawn points nowhere. */
const linked = <Linked extends { readonly section?: string }>(
  shown: readonly string[],
  from: Linked,
): Linked => {
  if (from.section === undefined || shown.includes(from.section)) return from;
  return Object.fromEntries(Object.entries(from).filter(([key]) => key !== 'section')) as Linked;
};

const withTemplate = (about: readonly Definition[], templateVersion: string, voice: Voice): Definition[] => [
  ...about,
  { term: voice.say('template'), meaning: templateVersion },
];

const templateInBlocks = (section: Section, templateVersion: string, voice: Voice): Section => ({
  ...section,
  blocks: section.blocks.map((block) =>
    block.kind === 'definitions'
      ? { ...block, entries: withTemplate(block.entries, templateVersion, voice) }
      : block,
  ),
});

/** Attention and headline figures stay whole: a template may leave a section out, not what is wrong. */
export const arrange = (
  model: ReportModel,
  heads: readonly SectionHead[],
  { templateVersion, sections: asked }: Arrangement,
): ReportModel => {
  const shown = chosenSections(heads, asked ?? heads.map(({ id }) => id));
  const voice = voiceOf(model.language);
  return {
    ...model,
    head: { ...model.head, template: `${model.head.template}, ${templateVersion}` },
    about: withTemplate(model.about, templateVersion, voice),
    attention: { ...model.attention, items: model.attention.items.map((item) => linked(shown, item)) },
    tiles: model.tiles.map((tile) => linked(shown, tile)),
    changes: linked(shown, model.changes),
    sections: shown
      .flatMap((id) => model.sections.filter((section) => section.id === id))
      .map((section) => templateInBlocks(section, templateVersion, voice)),
  };
};
