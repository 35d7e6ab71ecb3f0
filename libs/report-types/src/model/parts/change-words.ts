/** What changed since the report last delivered, in sentences: the gravest first, then what was told otherwise. */
import type { Changes, Counts, DomainChanges, FigureChange } from '@rounds/contracts/dataset';
import type { ComparedFigure } from '../../compared.ts';
import { periodWords } from '../words/dates.ts';
import { count, list, number, sentence } from '../words/numbers.ts';

type Figures = readonly ComparedFigure[];

const BECAUSE: Readonly<Record<NonNullable<Changes['notCompared']>, string>> = {
  firstReport: 'This is the first report of this subscription: there is nothing to compare it with.',
  onDemand: 'This report was made on demand: it is not compared with an earlier one.',
  noLongerKept: 'The data of the last report are no longer kept: there is nothing to compare with.',
};

/** How a row came to a figure or left it, by kind of its change. */
const CAME: Readonly<Record<string, string>> = {
  added: 'new',
  late: 'entered late',
  changed: 'by correction',
};
const WENT: Readonly<Record<string, string>> = { removed: 'removed', changed: 'corrected away' };

const reasons = (counts: Counts | undefined, words: Readonly<Record<string, string>>): string[] =>
  Object.keys(words).flatMap((kind) => {
    const n = counts?.[kind] ?? 0;
    return n === 0 ? [] : [`${number(n)} ${words[kind] ?? ''}`];
  });

const arrow = ({ before, now }: FigureChange): string => `${number(before)} → ${number(now)}`;

const labelOf = (figures: Figures, path: string): string =>
  figures.find((figure) => figure.path === path)?.label ?? path;

/** `Serious adverse events to date: 2 → 3 (1 new, 1 entered late, 1 removed).` */
const moveSentence = (move: FigureChange, figures: Figures): string => {
  const why = [...reasons(move.came, CAME), ...reasons(move.went, WENT)].join(', ');
  return `${labelOf(figures, move.figure)}: ${arrow(move)}${why === '' ? '' : ` (${why})`}.`;
};

const lowered = (label: string): string =>
  /^[A-Z][a-z]/.test(label) && !label.startsWith('Hy’s')
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;

const movesTogether = (moves: readonly FigureChange[], figures: Figures): string =>
  moves.map((move) => `${lowered(labelOf(figures, move.figure))} ${arrow(move)}`).join(', ');

const graveMoves = ({ figures: moves = [] }: Pick<Changes, 'figures'>, figures: Figures): string[] =>
  moves
    .filter(({ figure }) => figures.some(({ path, grave }) => path === figure && grave === true))
    .map((move) => moveSentence(move, figures));

const otherMoves = ({ figures: moves = [] }: Pick<Changes, 'figures'>, figures: Figures): string[] => {
  const others = moves.filter(
    ({ figure, before, now }) =>
      before !== now && !figures.some(({ path, grave }) => path === figure && grave === true),
  );
  return others.length === 0 ? [] : [`${sentence(movesTogether(others, figures))}.`];
};

/** `2–8 September 2013, as told in the last report → as known now: visits 40 → 41.` */
const restated = (
  { restated: moves = [], comparedWith }: Omit<Changes, 'headline'>,
  figures: Figures,
): string[] =>
  moves.length === 0 || comparedWith === undefined
    ? []
    : [
        `${sentence(periodWords(comparedWith.period))}, as told in the last report → as known now: ${movesTogether(moves, figures)}.`,
      ];

type ByDomain = Changes['byDomain'];

const countsOf = (byDomain: ByDomain, kind: keyof DomainChanges): { domain: string; n: number }[] =>
  Object.entries(byDomain)
    .map(([domain, counts]) => ({ domain, n: counts[kind] }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.domain < b.domain ? -1 : 1));

const domainList = (counts: ReturnType<typeof countsOf>): string =>
  counts.map(({ domain, n }) => `${domain} ${number(n)}`).join(', ');

const totalOf = (counts: ReturnType<typeof countsOf>): number => counts.reduce((sum, { n }) => sum + n, 0);

/** `5 rows were removed: AE 2, LB 3.`, most rows first. */
const rowSentence = (byDomain: ByDomain, kind: 'added' | 'changed' | 'removed'): string[] => {
  const counts = countsOf(byDomain, kind);
  const total = totalOf(counts);
  if (total === 0) return [];
  return [`${count(total, 'row was', 'rows were')} ${kind}: ${domainList(counts)}.`];
};

/** What a monitor looks for: data of days that earlier reports have spoken of. */
const lateSentence = (byDomain: ByDomain): string[] => {
  const counts = countsOf(byDomain, 'late');
  const total = totalOf(counts);
  if (total === 0) return [];
  return [
    `${count(total, 'added row is', 'added rows are')} late, of days before this report’s period: ${domainList(counts)}.`,
  ];
};

const notHeld = (sites: readonly string[]): string[] =>
  sites.length === 0
    ? []
    : [`Not in the last report, so that all their rows count as added: sites ${sites.join(', ')}.`];

const leftOut = ({ rowsLeftOut = {}, rows = [] }: Omit<Changes, 'headline'>): string[] => {
  const total = Object.values(rowsLeftOut).reduce((sum, n) => sum + n, 0);
  if (total === 0) return [];
  const domains = list(Object.entries(rowsLeftOut).map(([domain, n]) => `${domain} ${number(n)}`));
  return [
    `Of the rows that changed, ${number(rows.length)} are listed one by one and ${number(total)} more are counted only: ${domains}.`,
  ];
};

/** Sentences for page one, the mail and the section; never none. */
export const changeSentences = (changes: Omit<Changes, 'headline'>, figures: Figures): string[] => {
  const { byDomain, notCompared, sitesNotHeld = [] } = changes;
  if (notCompared !== undefined) return [BECAUSE[notCompared]];
  const rows = [
    ...rowSentence(byDomain, 'removed'),
    ...rowSentence(byDomain, 'changed'),
    ...rowSentence(byDomain, 'added'),
    ...lateSentence(byDomain),
  ];
  const told = [
    ...graveMoves(changes, figures),
    ...restated(changes, figures),
    ...rows,
    ...otherMoves(changes, figures),
  ];
  if (told.length === 0) return ['Nothing has changed since the last report.', ...notHeld(sitesNotHeld)];
  return [
    ...(rows.length === 0 ? ['No row has changed since the last report.'] : []),
    ...told,
    ...(rows.length === 0 ? [] : notHeld(sitesNotHeld)),
    ...leftOut(changes),
  ];
};
