/**
 * A figure is declared once: where it stands in the dataset, what it counts, what it needs, and what it is called
 * wherever it is shown. Tiles, mail, comparison, definitions, summary tables, data quality and docs/<type>.md follow.
 */
import type { SdtmRow } from '@rounds/contracts/received';
import type { CutDataset } from '@rounds/contracts/cut';
import type { Dataset } from '@rounds/contracts/dataset';
import type { Saying } from '@rounds/contracts/saying';
import type { Reading } from '../aggregator.ts';
import type { Fold } from '../folds/fold.ts';
import type { Label } from '../model/words/message.ts';
import type { Voice } from '../model/words/voice.ts';
import type { FigureNeeds, Needs } from '../quality/needs.ts';
import type { Known } from '../terms/known.ts';

export type Window = 'inPeriod' | 'toDate';

/** The figure at a path of the dataset: see `figureAt`. */
export type At = (path: string) => number | null;

/** A name, and where it stands among others: by rank, then those without one in the order of declaration. */
export type Ranked<Name> = Name | { readonly name: Name; readonly rank: number };

type WeeksOf<Own> = Own extends { readonly trends: { readonly weeks: infer Weeks } }
  ? Weeks
  : readonly object[];

export interface TileWords<Own> {
  readonly label: Label | ((voice: Voice, own: Own) => string);
  readonly section: string;
  /** Small, below it; absent: how many there are to date. */
  readonly context?: Label | ((at: At, voice: Voice, own: Own) => string);
  readonly digits?: number;
  /** Must be looked at when there is any. */
  readonly urgent?: true;
  /** Its name in the weeks of the trends, or its values of them. */
  readonly trend?: string | ((weeks: WeeksOf<Own>, own: Own) => readonly (number | null)[]);
}

export interface DefinitionWords<Own> {
  readonly term: Label | ((voice: Voice, own: Own) => string);
  readonly meaning: Label | ((voice: Voice, own: Own) => string);
  readonly rank?: number;
}

/** Rows of a domain that a figure counts. */
export interface CountedRows {
  readonly domain: CutDataset;
  readonly counts: (row: SdtmRow, known: Known) => boolean;
}

export interface Figure<Own = Dataset, Path extends string = string, Value = unknown> {
  /** In the dataset. `*` is both `inPeriod` and `toDate`. */
  readonly path: Path;
  /** Absent: as the path says, else to date. */
  readonly of?: Window;
  /** What fills the path from the rows of its window; absent where the figure is part of what another fills. */
  readonly fold?: (reading: Reading) => Fold<Value>;
  /** Which rows it counts, where it counts rows: so the comparison knows which came and which went. */
  readonly rows?: CountedRows;
  /** Without which it is null, and what is said where that is missing. */
  readonly needs?:
    | Needs
    | readonly Needs[]
    | ((reading: Pick<Reading, 'known' | 'scope'>) => readonly FigureNeeds[]);
  /** Its line in a summary table; `of`: the path of what it is a share of. */
  readonly line?: Label | { readonly label: Label; readonly of: string };
  /** Compared with the report last delivered. `grave`: its change gets a sentence of its own. */
  readonly compared?: Readonly<Partial<Record<Window, Ranked<Label>>>> & { readonly grave?: true };
  /** In the mail. `alone`: without that of the period before. */
  readonly mail?: Ranked<Label | ((own: Own) => Saying | undefined)>;
  readonly alone?: true;
  /** On the first page. */
  readonly tile?: TileWords<Own>;
  /** Under "How to read this report"; several figures may share one. */
  readonly define?: DefinitionWords<Own>;
}

type Within<Content> = Content extends readonly unknown[]
  ? never
  : Content extends object
    ? string extends keyof Content
      ? never
      : { [Key in keyof Content & string]: Key | `${Key}.${Within<Content[Key]>}` }[keyof Content & string]
    : never;

type EitherWindow<Path extends string> = Path extends `${infer Before}.${Window}${infer After}`
  ? Path | `${Before}.*${After}`
  : Path;

/** The paths of a dataset. */
export type PathIn<Content> = EitherWindow<Within<Content>>;

export const figure = <const Path extends string, Value = never>(
  declared: Figure<Dataset, Path, Value>,
): Figure<Dataset, Path, Value> => declared;
