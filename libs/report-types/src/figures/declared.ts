/** The declarations of a report type, one for each path of its dataset, and the order in which a place shows them. */
import type { FigureNeeds } from '../quality/needs.ts';
import type { Reading } from '../aggregator.ts';
import type { ComparedFigure } from '../compared.ts';
import type { Figure, Ranked, Window } from './figure.ts';

/** A figure of one window. */
export interface Declared<Own> extends Omit<Figure<Own>, 'of'> {
  readonly of: Window;
  /** Of one that is declared of both: the path of what there is to date. */
  readonly toDate?: string;
}

export type Figures<Own> = readonly Figure<Own>[];

const WINDOWS = ['inPeriod', 'toDate'] as const;

const isOfBoth = ({ path }: { readonly path: string }): boolean => path.includes('.*');

const windowOf = (path: string): Window => (path.split('.').includes('inPeriod') ? 'inPeriod' : 'toDate');

const inWindow = <Own>(figure: Figure<Own>, of: Window): Declared<Own> => ({
  ...figure,
  of,
  path: figure.path.replace('*', of),
  toDate: figure.path.replace('*', 'toDate'),
});

const runsOf = <Own>(figures: Figures<Own>): Figure<Own>[][] =>
  figures.reduce<Figure<Own>[][]>((runs, figure) => {
    const last = runs.at(-1);
    if (last !== undefined && isOfBoth(figure) && last.every(isOfBoth)) last.push(figure);
    else runs.push([figure]);
    return runs;
  }, []);

/** Of those that are declared of both windows one after another, first all of the period, as the dataset has them. */
export const declared = <Own>(figures: Figures<Own>): Declared<Own>[] =>
  runsOf(figures).flatMap((run) =>
    run.every(isOfBoth)
      ? WINDOWS.flatMap((window) => run.map((figure) => inWindow(figure, window)))
      : run.map((figure) => ({ ...figure, of: figure.of ?? windowOf(figure.path) })),
  );

/** Those that a place shows once, whichever window they are of: of both, that of the period. */
export const shownOnce = <Own>(figures: Figures<Own>): Declared<Own>[] =>
  declared(figures).filter(({ of, toDate }) => of === 'inPeriod' || toDate === undefined);

const isRanked = <Name>(given: Ranked<Name>): given is { readonly name: Name; readonly rank: number } =>
  typeof given === 'object' && given !== null && 'rank' in given;

export const nameOf = <Name>(given: Ranked<Name>): Name => (isRanked(given) ? given.name : given);

const rankOf = (given: Ranked<unknown>): number => (isRanked(given) ? given.rank : Infinity);

/** By rank, then as they were declared. */
export const inOrder = <Entry>(
  entries: readonly Entry[],
  placed: (entry: Entry) => Ranked<unknown>,
): Entry[] => {
  const ranks = new Map(entries.map((entry) => [entry, rankOf(placed(entry))]));
  const rank = (entry: Entry) => ranks.get(entry) ?? Infinity;
  return [...entries].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
};

const comparedIn = <Own>(figures: readonly Declared<Own>[], window: Window): ComparedFigure[] => {
  const named = figures.flatMap((figure) => {
    const name = figure.compared?.[window];
    const isOther = figure.toDate !== undefined && figure.of !== window;
    return name === undefined || isOther ? [] : [{ figure, name }];
  });
  return inOrder(named, ({ name }) => name).map(({ figure: { path, rows, compared }, name }) => ({
    path,
    label: nameOf(name),
    of: window,
    ...(window === 'toDate' && compared?.grave === true && { grave: true }),
    ...(window === 'toDate' && rows !== undefined && { rows }),
  }));
};

/** What is compared with the report last delivered: what there is to date, the gravest first, then its period. */
export const comparedOf = <Own>(figures: Figures<Own>): ComparedFigure[] => {
  const all = declared(figures);
  return [...comparedIn(all, 'toDate'), ...comparedIn(all, 'inPeriod')];
};

/** The first page speaks of the period: where both are shown, a figure to date leaves it in no doubt. */
const leavesInDoubt = <Own>({ of, toDate }: Declared<Own>): boolean =>
  of === 'inPeriod' || toDate === undefined;

/** What each figure needs of the rows. */
export const needsOf = <Own>(
  figures: Figures<Own>,
  reading: Pick<Reading, 'known' | 'scope'>,
): FigureNeeds[] =>
  declared(figures).flatMap((figure) => {
    const { path, of, needs = [] } = figure;
    if (typeof needs === 'function') return needs(reading);
    return [needs].flat().map(({ doubt, ...each }) => ({
      ...{ figure: path, of, ...each },
      ...(doubt !== undefined && leavesInDoubt(figure) && { doubt }),
    }));
  });
