/** What changed since the report last delivered, in sentences: the gravest first, then what was reported differently. */
import type { Changes, ChangesInBrief, Counts, DomainChanges, FigureChange } from '@rounds/contracts/dataset';
import type { ComparedFigure } from '../../compared.ts';
import type { Label, Message } from '../words/message.ts';
import { ifAny } from '../words/numbers.ts';
import { sentence, type Voice } from '../words/voice.ts';

type Figures = readonly ComparedFigure[];

const BECAUSE: Readonly<Record<NonNullable<Changes['notCompared']>, Label>> = {
  firstReport: 'not-compared.firstReport',
  onDemand: 'not-compared.onDemand',
  noLongerKept: 'not-compared.noLongerKept',
  damaged: 'not-compared.damaged',
};

/** How a row came to a figure or left it, by kind of its change. */
const cameOf = (counts: Counts | undefined, { say }: Voice): string[] => [
  ...ifAny(counts?.added, (n) => say('rows-new', { n })),
  ...ifAny(counts?.late, (n) => say('rows-entered-late', { n })),
  ...ifAny(counts?.changed, (n) => say('rows-by-correction', { n })),
];
const wentOf = (counts: Counts | undefined, { say }: Voice): string[] => [
  ...ifAny(counts?.removed, (n) => say('rows-removed', { n })),
  ...ifAny(counts?.changed, (n) => say('rows-corrected-away', { n })),
];

const arrow = ({ before, now }: FigureChange, { number }: Voice): string =>
  `${number(before)} → ${number(now)}`;

export const labelOf = (figures: Figures, path: string, { say }: Voice): string => {
  const label = figures.find((figure) => figure.path === path)?.label;
  return label === undefined ? path : say(label);
};

/** `Serious adverse events to date: 2 → 3 (1 new, 1 entered late, 1 removed).` */
const moveSentence = (move: FigureChange, figures: Figures, voice: Voice): string => {
  const why = [...cameOf(move.came, voice), ...wentOf(move.went, voice)];
  const known = { figure: labelOf(figures, move.figure, voice), move: arrow(move, voice) };
  return why.length === 0
    ? voice.say('figure-moved', known)
    : voice.say('figure-moved-because', { ...known, why: why.join(', ') });
};

const movesTogether = (moves: readonly FigureChange[], figures: Figures, voice: Voice): string =>
  moves
    .map((move) => `${voice.inSentence(labelOf(figures, move.figure, voice))} ${arrow(move, voice)}`)
    .join(', ');

const graveMoves = (
  { figures: moves = [] }: Pick<Changes, 'figures'>,
  figures: Figures,
  voice: Voice,
): string[] =>
  moves
    .filter(({ figure }) => figures.some(({ path, grave }) => path === figure && grave === true))
    .map((move) => moveSentence(move, figures, voice));

const otherMoves = (
  { figures: moves = [] }: Pick<Changes, 'figures'>,
  figures: Figures,
  voice: Voice,
): string[] => {
  const others = moves.filter(
    ({ figure, before, now }) =>
      before !== now && !figures.some(({ path, grave }) => path === figure && grave === true),
  );
  return others.length === 0
    ? []
    : [sentence(voice.say('moves', { moves: movesTogether(others, figures, voice) }))];
};

/** `2–8 September 2013, as told in the last report → as known now: visits 40 → 41.` */
const restated = (
  { restated: moves = [], comparedWith }: ChangesInBrief,
  figures: Figures,
  voice: Voice,
): string[] =>
  moves.length === 0 || comparedWith === undefined
    ? []
    : [
        sentence(
          voice.say('moves-of-period', {
            period: voice.period(comparedWith.period),
            moves: movesTogether(moves, figures, voice),
          }),
        ),
      ];

type ByDomain = Changes['byDomain'];

const countsOf = (byDomain: ByDomain, kind: keyof DomainChanges): { domain: string; n: number }[] =>
  Object.entries(byDomain)
    .map(([domain, counts]) => ({ domain, n: counts[kind] }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.domain < b.domain ? -1 : 1));

const domainList = (counts: ReturnType<typeof countsOf>, { number }: Voice): string =>
  counts.map(({ domain, n }) => `${domain} ${number(n)}`).join(', ');

const totalOf = (counts: ReturnType<typeof countsOf>): number => counts.reduce((sum, { n }) => sum + n, 0);

const ROWS_WERE = {
  added: 'rows-were.added',
  changed: 'rows-were.changed',
  removed: 'rows-were.removed',
  // What a monitor looks for: data of days that earlier reports have spoken of.
  late: 'rows-were.late',
} as const satisfies Readonly<Record<keyof DomainChanges, Message>>;

/** `5 rows were removed: AE 2, LB 3.`, most rows first. */
const rowSentence = (byDomain: ByDomain, kind: keyof DomainChanges, voice: Voice): string[] => {
  const counts = countsOf(byDomain, kind);
  const n = totalOf(counts);
  return n === 0 ? [] : [voice.say(ROWS_WERE[kind], { n, domains: domainList(counts, voice) })];
};

const notHeld = (sites: readonly string[], { say }: Voice): string[] =>
  sites.length === 0 ? [] : [say('sites-not-held', { sites: sites.join(', ') })];

const leftOut = (
  { rowsLeftOut = {}, rowsListed }: ChangesInBrief,
  { say, list, number }: Voice,
): string[] => {
  const more = Object.values(rowsLeftOut).reduce((sum, n) => sum + n, 0);
  if (more === 0) return [];
  const domains = list(Object.entries(rowsLeftOut).map(([domain, n]) => `${domain} ${number(n)}`));
  return [say('changes-left-out', { listed: rowsListed, more, domains })];
};

const NOT_BRIEF: readonly string[] = ['headline', 'rows'];

/** Without the rows themselves, which name subjects, and without words. */
export const inBrief = (changes: Omit<Changes, 'headline'>): ChangesInBrief => ({
  ...(Object.fromEntries(
    Object.entries(changes).filter(([key]) => !NOT_BRIEF.includes(key)),
  ) as unknown as ChangesInBrief),
  rowsListed: changes.rows?.length ?? 0,
});

/** Sentences for page one, the mail and the section; never none. */
export const changeSentences = (changes: ChangesInBrief, figures: Figures, voice: Voice): string[] => {
  const { byDomain, notCompared, sitesNotHeld = [] } = changes;
  if (notCompared !== undefined) return [voice.say(BECAUSE[notCompared])];
  const rows = (['removed', 'changed', 'added', 'late'] as const).flatMap((kind) =>
    rowSentence(byDomain, kind, voice),
  );
  const moves = [
    ...graveMoves(changes, figures, voice),
    ...restated(changes, figures, voice),
    ...rows,
    ...otherMoves(changes, figures, voice),
  ];
  const notThere = notHeld(sitesNotHeld, voice);
  if (moves.length === 0) return [voice.say('nothing-changed-since-last-report'), ...notThere];
  return [
    ...(rows.length === 0 ? [voice.say('no-row-has-changed')] : []),
    ...moves,
    ...(rows.length === 0 ? [] : notThere),
    ...leftOut(changes, voice),
  ];
};
