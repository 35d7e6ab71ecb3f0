/** Which figures moved since the report last delivered, and by which rows. */
import type { CutDataset } from '@rounds/contracts/cut';
import type { Counts, FigureChange, RowChange } from '@rounds/contracts/dataset';
import type { WithPrevious } from '@rounds/report-types/aggregator';
import { figureAt, type ComparedFigure } from '@rounds/report-types/compared';
import { periodBefore } from '@rounds/report-types/folds/days';
import type { Known } from '@rounds/report-types/terms/known';
import { entryOf, tallyCounts } from '@rounds/report-types/folds/tally';
import type { Pair } from './changed-row.ts';

type Move = Pick<FigureChange, 'came' | 'went'>;

type Moved = Pick<RowChange, 'came' | 'went'>;

const filled = (move: Readonly<Record<'came' | 'went', Counts>>): Move =>
  Object.fromEntries(Object.entries(move).filter(([, counts]) => Object.keys(counts).length > 0));

/** Rows that a figure counts now and did not in the last report, and the other way, by kind of their change. */
export const foldMoves = (
  compared: readonly ComparedFigure[],
  known: Readonly<Record<keyof Pair, Known>>,
) => {
  const moves = new Map<
    string,
    { came: ReturnType<typeof tallyCounts>; went: ReturnType<typeof tallyCounts> }
  >();
  return {
    /** Of one row that changed. */
    add: (domain: CutDataset, kind: RowChange['kind'], { current, previous }: Pair): Moved => {
      const came: string[] = [];
      const went: string[] = [];
      for (const { path, rows } of compared) {
        if (rows?.domain !== domain) continue;
        const was = previous !== undefined && rows.counts(previous.row, known.previous);
        const is = current !== undefined && rows.counts(current.row, known.current);
        if (was === is) continue;
        const move = entryOf(moves, path, () => ({ came: tallyCounts(), went: tallyCounts() }));
        move[is ? 'came' : 'went'].add(kind);
        (is ? came : went).push(path);
      }
      return { ...(came.length > 0 && { came }), ...(went.length > 0 && { went }) };
    },
    result: (): ReadonlyMap<string, Move> =>
      new Map(
        [...moves].map(([path, { came, went }]) => [
          path,
          filled({ came: came.result(), went: went.result() }),
        ]),
      ),
  };
};

const change = (figure: string, before: number | null, now: number | null): FigureChange => ({
  figure,
  before,
  now,
});

/** Also a figure that stands where it stood, one row having come and another gone. */
export const movedFigures = (
  compared: readonly ComparedFigure[],
  last: object,
  content: object,
  moves: ReadonlyMap<string, Move>,
): FigureChange[] =>
  compared.flatMap((figure) => {
    if (figure.of !== 'toDate') return [];
    const { path } = figure;
    const [before, now] = [figureAt(last, path), figureAt(content, path)];
    const move = moves.get(path);
    return before === now && move === undefined ? [] : [{ ...change(path, before, now), ...move }];
  });

/** Whether the period before this report's is the last report's own. */
const isNext = (last: WithPrevious, content: WithPrevious): boolean => {
  const [expected, found] = [periodBefore(content.previous.period), last.previous.period];
  return expected.start === found.start && expected.end === found.end;
};

/** What the last report said about its period, and what is known about it now; nothing where a report between is missing. */
export const restatedFigures = (
  compared: readonly ComparedFigure[],
  last: WithPrevious,
  content: WithPrevious,
): FigureChange[] =>
  !isNext(last, content)
    ? []
    : compared.flatMap(({ path, of }) => {
        const [before, now] = [figureAt(last, path), figureAt(content.previous, path)];
        return of === 'toDate' || before === now ? [] : [change(path, before, now)];
      });
