/** What is alike in every report, round what a report type says of its own. */
import type { Dataset } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import type { ReportType, SectionHead } from '../../report-type.ts';
import type {
  AttentionItem,
  Block,
  ChartBlock,
  Definition,
  Drawing,
  ModelBuilder,
  Section,
  Tile,
} from '../report-model.ts';
import type { Table } from '../table.ts';
import { periodNouns, periodWords } from '../words/dates.ts';
import { changeBlocks, changesInWords, changesTakeaway } from './changes.ts';
import { dataQualityTakeaway } from './data-quality.ts';
import { aboutBlocks, aboutReport, headOf, manifestTakeaway } from './manifest.ts';

type Compared = Dataset & { readonly previous: { readonly period: Period } };

/** Sections that every type has, under these ids. */
type Common = 'changes' | 'data-quality' | 'appendix';

type Heads<Id extends string> = Pick<ReportType, 'noun'> & {
  readonly sections: readonly (SectionHead & { readonly id: Id })[];
};

/** What a report type says of its own. */
export interface Page<Own extends Compared, Id extends string> {
  readonly type: Heads<Id>;
  readonly attention: (dataset: Own) => readonly AttentionItem[];
  /** Said when nothing is urgent. */
  readonly calm: (dataset: Own) => string;
  readonly tiles: (dataset: Own) => readonly Tile[];
  /** The small trends of the first page. */
  readonly trends: (dataset: Own) => readonly ChartBlock[];
  readonly definitions: (dataset: Own) => readonly Definition[];
  /** Rows of "This report" after those that every report has. */
  readonly about?: (dataset: Own) => readonly Definition[];
  /** One for each section that is not common; a type that leaves one out does not compile. */
  readonly takeaways: Readonly<Record<Exclude<Id, Common>, (dataset: Own) => string>>;
  readonly charts: (dataset: Own) => Readonly<Partial<Record<Exclude<Id, Common>, ChartBlock>>>;
  readonly blocks?: (dataset: Own) => Readonly<Partial<Record<Exclude<Id, Common>, readonly Block[]>>>;
  /** Each goes to the section that it names. */
  readonly tables: (dataset: Own, drawing: Drawing) => readonly Table[];
}

type Body = Pick<Section, 'takeaway'> & Partial<Pick<Section, 'chart' | 'blocks'>>;

const commonBodies = (
  dataset: Dataset,
  drawing: Drawing,
  about: readonly Definition[],
): Record<Common, Body> => ({
  changes: { takeaway: changesTakeaway(dataset), blocks: changeBlocks(dataset) },
  'data-quality': { takeaway: dataQualityTakeaway(dataset, drawing) },
  appendix: { takeaway: manifestTakeaway(dataset), blocks: aboutBlocks(about) },
});

const isCommon = (id: string, common: Record<Common, Body>): id is Common => Object.hasOwn(common, id);

const sectionsOf = <Own extends Compared, Id extends string>(
  { type, takeaways, charts, blocks, tables: tablesOf }: Page<Own, Id>,
  dataset: Own,
  drawing: Drawing,
  about: readonly Definition[],
): Section[] => {
  const common = commonBodies(dataset, drawing, about);
  const drawn = charts(dataset);
  const blocksOf: Readonly<Partial<Record<string, readonly Block[]>>> = blocks?.(dataset) ?? {};
  const tables = tablesOf(dataset, drawing);
  const bodyOf = (id: Id): Body => {
    if (isCommon(id, common)) return common[id];
    const own = id as Exclude<Id, Common>;
    const chart = drawn[own];
    const more = blocksOf[own];
    return { takeaway: takeaways[own](dataset), ...(chart && { chart }), ...(more && { blocks: more }) };
  };
  return type.sections.map(({ id, title }) => ({
    id,
    title,
    blocks: [],
    ...bodyOf(id),
    tables: tables.filter(({ section }) => section === id),
  }));
};

export const modelBuilder = <Own extends Compared, Id extends string>(
  page: Page<Own, Id>,
): ModelBuilder<Own> => ({
  build: (dataset, drawing) => {
    const previous = periodWords(dataset.previous.period);
    const about = [...aboutReport(dataset, previous), ...(page.about?.(dataset) ?? [])];
    return {
      head: headOf(dataset, page.type),
      attention: { items: page.attention(dataset), calm: page.calm(dataset) },
      tiles: page.tiles(dataset),
      tilesNow: periodNouns(dataset.period).currentShort,
      tilesBefore: periodNouns(dataset.period).previousShort,
      changes: changesInWords(dataset, previous),
      trends: page.trends(dataset),
      sections: sectionsOf(page, dataset, drawing, about),
      definitions: page.definitions(dataset),
      about,
    };
  },
});
