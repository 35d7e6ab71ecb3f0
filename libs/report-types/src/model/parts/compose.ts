/** What is alike in every report, round what a report type says of its own. */
import type { Dataset, Doubt } from '@rounds/contracts/dataset';
import { isReviewed } from '@rounds/contracts/language';
import type { LocalDate } from '@rounds/contracts/period';
import type { ComparedFigure } from '../../compared.ts';
import { comparedOf } from '../../figures/declared.ts';
import type { Figure, PathIn } from '../../figures/figure.ts';
import { definitionsOf, filledIn, tilesOf, type Told } from '../../figures/shown.ts';
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
} from '../report-model.ts';
import { date, tableIn, tableOf, type ColumnOf, type Table } from '../table.ts';
import type { Label } from '../words/message.ts';
import { sentence, voiceOf, type Voice } from '../words/voice.ts';
import { changeBlocks, changesInWords, changesTakeaway, changeTables } from './changes.ts';
import { dataQualityTables, dataQualityTakeaway } from './data-quality.ts';
import { daylessItems } from './dayless.ts';
import { doubtItems } from './doubts.ts';
import { figuresTable } from './figures.ts';
import { aboutBlocks, aboutReport, headOf, manifestTables, manifestTakeaway } from './manifest.ts';

type Compared = Told & { readonly trends: { readonly weeks: readonly Week[] } };

interface Week {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** Sections that every type has, under these ids. */
type Common = 'changes' | 'data-quality' | 'appendix';

type Heads<Id extends string> = Pick<ReportType, 'names'> & {
  readonly sections: readonly (SectionHead & { readonly id: Id })[];
};

/** What a report type says of its own. */
export interface Page<Own extends Compared, Id extends string> {
  readonly type: Heads<Id>;
  readonly figures: readonly Figure<Own, PathIn<NoInfer<Own>>>[];
  /** Of a dataset and of its period before, all that are listed by their paths; absent: what the declarations fill. */
  readonly figuresOf?: (content: Own | Own['previous']) => object;
  readonly attention: (dataset: Own, voice: Voice) => readonly AttentionItem[];
  /** What could have changed that; absent: nothing ever does. */
  readonly doubts?: (dataset: Own) => readonly Doubt[];
  /** Said when nothing is urgent. */
  readonly calm: (dataset: Own, voice: Voice) => string;
  /** The small trends of the first page. */
  readonly trends: (dataset: Own, voice: Voice) => readonly ChartBlock[];
  /** How to read the report. @param figures the definitions of the declared ones */
  readonly definitions: (dataset: Own, figures: readonly Definition[], voice: Voice) => readonly Definition[];
  /** Rows of "This report" after those that every report has. */
  readonly about?: (dataset: Own, voice: Voice) => readonly Definition[];
  /** One for each section that is not common; a type that leaves one out does not compile. */
  readonly takeaways: Readonly<Record<Exclude<Id, Common>, (dataset: Own, voice: Voice) => string>>;
  readonly charts: (dataset: Own, voice: Voice) => Readonly<Partial<Record<Exclude<Id, Common>, ChartBlock>>>;
  readonly blocks?: (
    dataset: Own,
    voice: Voice,
  ) => Readonly<Partial<Record<Exclude<Id, Common>, readonly Block[]>>>;
  /** Of its own; each goes to the section that it names. */
  readonly tables: (dataset: Own, voice: Voice) => readonly Table[];
  /** Of the weeks of its trends, after their days. */
  readonly weeks: {
    readonly note: Label;
    readonly columns: (dataset: Own, voice: Voice) => readonly ColumnOf<Own['trends']['weeks'][number]>[];
  };
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

const weeksTable = <Own extends Compared, Id extends string>(
  { weeks: { note, columns } }: Page<Own, Id>,
  dataset: Own,
  voice: Voice,
): Table => {
  const { say } = voice;
  return tableOf<Own['trends']['weeks'][number]>(
    {
      name: 'figures-by-week',
      sheet: say('figures-by-week'),
      section: 'appendix',
      title: say('figures-by-week'),
      note: say(note),
      empty: say('no-week-to-show-yet'),
    },
    dataset.trends.weeks,
    [
      date('start', say('first-day'), (week) => week.start),
      date('end', say('end-exclusive'), (week) => week.end, { filesOnly: true }),
      ...columns(dataset, voice),
    ],
  );
};

/** What the PDF lists, the XLSX and the CSV hold, and nothing else. */
const tablesOf = <Own extends Compared, Id extends string>(
  page: Page<Own, Id>,
  dataset: Own,
  voice: Voice,
  drawing: Drawing,
): Table[] => {
  const { figures, figuresOf = (content: object) => filledIn(figures, content) } = page;
  return [
    ...page.tables(dataset, voice),
    ...changeTables(dataset, comparedOf(figures), voice),
    ...dataQualityTables(dataset, voice, drawing),
    weeksTable(page, dataset, voice),
    ...manifestTables(dataset, voice),
    figuresTable(figuresOf(dataset), figuresOf(dataset.previous), voice),
  ].map((table) => tableIn(voice.language, table));
};

const isCommon = (id: string, common: Record<Common, Body>): id is Common => Object.hasOwn(common, id);

const sectionsOf = <Own extends Compared, Id extends string>(
  page: Page<Own, Id>,
  dataset: Own,
  voice: Voice,
  drawing: Drawing,
  about: readonly Definition[],
): Section[] => {
  const { type, takeaways, charts, blocks } = page;
  const common = commonBodies(dataset, comparedOf(page.figures), voice, drawing, about);
  const drawn = charts(dataset, voice);
  const blocksOf: Readonly<Partial<Record<string, readonly Block[]>>> = blocks?.(dataset, voice) ?? {};
  const tables = tablesOf(page, dataset, voice, drawing);
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
  figures: page.figures,
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
      tiles: tilesOf(page.figures, dataset, voice),
      tilesNow: voice.nouns(dataset.period).currentShort,
      tilesBefore: voice.nouns(dataset.period).previousShort,
      changes: changesInWords(dataset, comparedOf(page.figures), previous, voice),
      trends: page.trends(dataset, voice),
      sections: sectionsOf(page, dataset, voice, drawing, about),
      definitions: page.definitions(dataset, definitionsOf(page.figures, dataset, voice), voice),
      about,
    };
  },
});
