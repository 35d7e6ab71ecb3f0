/** What is alike in every report, round what a report type says of its own. */
import type { Dataset, Doubt } from '@rounds/contracts/dataset';
import { isReviewed } from '@rounds/contracts/language';
import type { Period } from '@rounds/contracts/period';
import type { ComparedFigure } from '../../compared.ts';
import type { ReportType, SectionHead } from '../../report-type.ts';
import type {
  Attention,
  AttentionItem,
  Block,
  ChartBlock,
  Definition,
  Drawing,
  ModelBuilder,
  Section,
  Tile,
} from '../report-model.ts';
import { tableIn, type Table } from '../table.ts';
import { sentence, voiceOf, type Voice } from '../words/voice.ts';
import { changeBlocks, changesInWords, changesTakeaway } from './changes.ts';
import { dataQualityTakeaway } from './data-quality.ts';
import { daylessItems } from './dayless.ts';
import { doubtItems } from './doubts.ts';
import { aboutBlocks, aboutReport, headOf, manifestTakeaway } from './manifest.ts';

type Compared = Dataset & { readonly previous: { readonly period: Period } };

/** Sections that every type has, under these ids. */
type Common = 'changes' | 'data-quality' | 'appendix';

type Heads<Id extends string> = Pick<ReportType, 'names'> & {
  readonly sections: readonly (SectionHead & { readonly id: Id })[];
};

/** What a report type says of its own. */
export interface Page<Own extends Compared, Id extends string> {
  readonly type: Heads<Id>;
  /** Figures that are compared with those of the report last delivered. */
  readonly compared: readonly ComparedFigure[];
  readonly attention: (dataset: Own, voice: Voice) => readonly AttentionItem[];
  /** What could have changed that; absent: nothing ever does. */
  readonly doubts?: (dataset: Own) => readonly Doubt[];
  /** Said when nothing is urgent. */
  readonly calm: (dataset: Own, voice: Voice) => string;
  readonly tiles: (dataset: Own, voice: Voice) => readonly Tile[];
  /** The small trends of the first page. */
  readonly trends: (dataset: Own, voice: Voice) => readonly ChartBlock[];
  readonly definitions: (dataset: Own, voice: Voice) => readonly Definition[];
  /** Rows of "This report" after those that every report has. */
  readonly about?: (dataset: Own, voice: Voice) => readonly Definition[];
  /** One for each section that is not common; a type that leaves one out does not compile. */
  readonly takeaways: Readonly<Record<Exclude<Id, Common>, (dataset: Own, voice: Voice) => string>>;
  readonly charts: (dataset: Own, voice: Voice) => Readonly<Partial<Record<Exclude<Id, Common>, ChartBlock>>>;
  readonly blocks?: (
    dataset: Own,
    voice: Voice,
  ) => Readonly<Partial<Record<Exclude<Id, Common>, readonly Block[]>>>;
  /** Each goes to the section that it names. */
  readonly tables: (dataset: Own, voice: Voice, drawing: Drawing) => readonly Table[];
}

type Body = Pick<Section, 'takeaway'> & Partial<Pick<Section, 'chart' | 'blocks'>>;

const commonBodies = (
  dataset: Dataset,
  compared: readonly ComparedFigure[],
  voice: Voice,
  drawing: Drawing,
  about: readonly Definition[],
): Record<Common, Body> => ({
  changes: {
    takeaway: changesTakeaway(dataset, compared, voice),
    blocks: changeBlocks(dataset, compared, voice),
  },
  'data-quality': { takeaway: dataQualityTakeaway(dataset, voice, drawing) },
  appendix: { takeaway: manifestTakeaway(dataset, voice), blocks: aboutBlocks(about, voice) },
});

const isCommon = (id: string, common: Record<Common, Body>): id is Common => Object.hasOwn(common, id);

const sectionsOf = <Own extends Compared, Id extends string>(
  { type, compared, takeaways, charts, blocks, tables: tablesOf }: Page<Own, Id>,
  dataset: Own,
  voice: Voice,
  drawing: Drawing,
  about: readonly Definition[],
): Section[] => {
  const common = commonBodies(dataset, compared, voice, drawing, about);
  const drawn = charts(dataset, voice);
  const blocksOf: Readonly<Partial<Record<string, readonly Block[]>>> = blocks?.(dataset, voice) ?? {};
  const tables = tablesOf(dataset, voice, drawing).map((table) => tableIn(voice.language, table));
  const bodyOf = (id: Id): Body => {
    if (isCommon(id, common)) return common[id];
    const own = id as Exclude<Id, Common>;
    const chart = drawn[own];
    const more = blocksOf[own];
    return {
      takeaway: takeaways[own](dataset, voice),
      ...(chart && { chart }),
      ...(more && { blocks: more }),
    };
  };
  return type.sections.map(({ id, title }) => ({
    id,
    title: voice.say(title),
    blocks: [],
    ...bodyOf(id),
    tables: tables.filter(({ section }) => section === id),
  }));
};

const attentionOf = <Own extends Compared, Id extends string>(
  page: Page<Own, Id>,
  dataset: Own,
  voice: Voice,
): Attention => {
  const items = [...page.attention(dataset, voice), ...daylessItems(dataset, voice)];
  return {
    items: [...doubtItems(page.doubts?.(dataset) ?? [], items, voice), ...items],
    calm: page.calm(dataset, voice),
  };
};

const draftDefinitions = ({ language, say }: Voice): Definition[] =>
  isReviewed(language)
    ? []
    : [{ term: sentence(say('draft-translation')), meaning: say('draft-translation-meaning') }];

export const modelBuilder = <Own extends Compared, Id extends string>(
  page: Page<Own, Id>,
): ModelBuilder<Own> => ({
  build: (dataset, drawing) => {
    const voice = voiceOf(drawing.language);
    const previous = voice.period(dataset.previous.period);
    const about = [
      ...draftDefinitions(voice),
      ...aboutReport(dataset, previous, voice),
      ...(page.about?.(dataset, voice) ?? []),
    ];
    return {
      language: voice.language,
      head: headOf(dataset, page.type, voice),
      attention: attentionOf(page, dataset, voice),
      tiles: page.tiles(dataset, voice),
      tilesNow: voice.nouns(dataset.period).currentShort,
      tilesBefore: voice.nouns(dataset.period).previousShort,
      changes: changesInWords(dataset, page.compared, previous, voice),
      trends: page.trends(dataset, voice),
      sections: sectionsOf(page, dataset, voice, drawing, about),
      definitions: page.definitions(dataset, voice),
      about,
    };
  },
});
