/** The places where declared figures are shown: first page, mail, definitions, summary tables, figures by path. */
import type { Dataset, Headline } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import { figureAt } from '../compared.ts';
import { saying, type Label } from '../model/words/message.ts';
import type { Definition, Tile } from '../model/report-model.ts';
import { percent } from '../model/words/numbers.ts';
import type { Voice } from '../model/words/voice.ts';
import { inOrder, nameOf, shownOnce, type Declared, type Figures } from './declared.ts';
import type { At, TileWords } from './figure.ts';

/** A dataset with the figures of the period before, and those of the weeks until its end. */
export type Told = Dataset & {
  readonly previous: { readonly period: Period };
  readonly trends: { readonly weeks: readonly object[] };
};

type Words<Given extends readonly unknown[]> = Label | ((...given: Given) => string);

const worded = <Given extends readonly unknown[]>(
  words: Words<Given>,
  voice: Voice,
  ...given: Given
): string => (typeof words === 'function' ? words(...given) : voice.say(words));

const valuesOf = <Own extends Told>({ path, alone }: Declared<Own>, dataset: Own) => ({
  now: figureAt(dataset, path),
  before: alone === true ? null : figureAt(dataset.previous, path),
});

const trendOf = <Own extends Told>({ trend }: TileWords<Own>, dataset: Own): Tile['trend'] => {
  const { weeks } = dataset.trends;
  if (trend === undefined) return [];
  return typeof trend === 'function'
    ? trend(weeks as never, dataset)
    : weeks.map((week) => figureAt(week, trend));
};

const tileOf = <Own extends Told>(
  figure: Declared<Own>,
  tile: TileWords<Own>,
  dataset: Own,
  voice: Voice,
): Tile => {
  const at: At = (path) => figureAt(dataset, path);
  const { now, before } = valuesOf(figure, dataset);
  const { label, section, context, digits, urgent } = tile;
  return {
    urgent: urgent === true && (now ?? 0) > 0,
    trend: trendOf(tile, dataset),
    label: worded(label, voice, voice, dataset),
    section,
    context:
      context === undefined
        ? voice.say('n-to-date', { n: at(figure.toDate ?? figure.path) })
        : worded(context, voice, at, voice, dataset),
    value: voice.number(now, digits),
    previous: voice.number(before, digits),
    difference: voice.difference(now, before, digits),
  };
};

/** The figures of the first page, each with that of the period before beside it. */
export const tilesOf = <Own extends Told>(figures: Figures<Own>, dataset: Own, voice: Voice): Tile[] =>
  shownOnce(figures).flatMap((figure) =>
    figure.tile === undefined ? [] : [tileOf(figure, figure.tile, dataset, voice)],
  );

/** The few figures that a mail may show. */
export const mailedOf = <Own extends Told>(figures: Figures<Own>, dataset: Own): Headline['figures'] => {
  const mailed = shownOnce(figures).flatMap((figure) =>
    figure.mail === undefined ? [] : [{ figure, mail: figure.mail }],
  );
  return inOrder(mailed, ({ mail }) => mail).flatMap(({ figure, mail }) => {
    const name = nameOf(mail);
    const label = typeof name === 'function' ? name(dataset) : saying(name);
    const { now: value, before: previous } = valuesOf(figure, dataset);
    return label === undefined ? [] : [{ label, value, previous }];
  });
};

/** How each is defined; what several share, once. */
export const definitionsOf = <Own extends Told>(
  figures: Figures<Own>,
  dataset: Own,
  voice: Voice,
): Definition[] => {
  const words = [...new Set(figures.flatMap(({ define }) => define ?? []))];
  return inOrder(words, ({ rank = Infinity }) => ({ name: '', rank })).map(({ term, meaning }) => ({
    term: worded(term, voice, voice, dataset),
    meaning: worded(meaning, voice, voice, dataset),
  }));
};

/** A line of a summary table. */
export interface Line {
  readonly key: string;
  readonly label: string;
  readonly now: number | null;
  readonly before: number | null;
  readonly all: number | null;
  /** Of what it is a share of, in percent. */
  readonly share: number | null;
  readonly shareBefore: number | null;
}

const WINDOW = /(?:inPeriod|toDate|\*)\./;

/** The figures below `group` that have a line. */
export const linesOf = <Own extends Told>(
  figures: Figures<Own>,
  group: string,
  dataset: Own,
  voice: Voice,
): Line[] =>
  figures.flatMap(({ path, line }) => {
    if (line === undefined || !path.startsWith(`${group}.`)) return [];
    const { label, of = '' } = typeof line === 'object' ? line : { label: line };
    const inPeriod = path.replace('*', 'inPeriod');
    const toDate = path.replace('*', 'toDate');
    const isOfPeriod = inPeriod.includes('.inPeriod.');
    const [now, before] = isOfPeriod
      ? [figureAt(dataset, inPeriod), figureAt(dataset.previous, inPeriod)]
      : [null, null];
    return [
      {
        key: path.slice(group.length + 1).replace(WINDOW, ''),
        label: voice.say(label),
        ...{ now, before },
        all: toDate.includes('.toDate.') ? figureAt(dataset, toDate) : null,
        share: percent(now, figureAt(dataset, of)),
        shareBefore: percent(before, figureAt(dataset.previous, of)),
      },
    ];
  });

/** What declarations fill of a dataset: without what is made of it. */
export const filledIn = (figures: Figures<never>, content: object): object => {
  const filled = new Set(
    figures.flatMap(({ path, fold }) => (fold === undefined ? [] : [path.split('.')[0]])),
  );
  return Object.fromEntries(Object.entries(content).filter(([name]) => filled.has(name)));
};
