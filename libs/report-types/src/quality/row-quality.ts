/** Which values the figures of a report could not read, and what it took others for. */
import type {
  CodedValue,
  Counts,
  Doubt,
  MappedValue,
  NotComputed,
  NotComputedCode,
} from '@rounds/contracts/dataset';
import type { SdtmRow } from '@rounds/contracts/received';
import { DATED_DOMAINS, type DatedDomain } from '@rounds/contracts/cut';
import type { Period } from '@rounds/contracts/period';
import { isBefore, type Fold } from '../folds/fold.ts';
import { isIn, type StudyRow, type SubjectRow } from '../folds/study-row.ts';
import { keepAll } from '../folds/kept.ts';
import { tallyCounts } from '../folds/tally.ts';
import type { Known } from '../terms/known.ts';
import { isCoded, type CodedName } from '../terms/terms.ts';
import { domainOf, lackingIn, nameOf, variablesOf, type FigureNeeds } from './needs.ts';

export interface RowQuality {
  readonly mapped: readonly MappedValue[];
  readonly notUnderstood: readonly CodedValue[];
  readonly unreadableCells: Counts;
  readonly notComputed: readonly NotComputed[];
  /** What of it could have changed the first page. */
  readonly doubts: readonly Doubt[];
}

/** Of a report whose rows have no coded values. */
export const NO_ROW_QUALITY: RowQuality = {
  ...{ mapped: [], notUnderstood: [], unreadableCells: {} },
  ...{ notComputed: [], doubts: [] },
};

const byVariable = <Value extends CodedValue>(a: Value, b: Value): number => {
  const [left, right] = [`${a.variable}|${a.value}`, `${b.variable}|${b.value}`];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Each value of the coded variables that is no plain term, and how often it stands in the rows to date. */
const tallyValues = (known: Known) => {
  const [mapped, not] = [tallyCounts(), tallyCounts()];
  return {
    add: (variable: CodedName, { row }: SubjectRow) => {
      const { how, value, term } = known.understand(variable, row);
      if (how === 'mapped') mapped.add(JSON.stringify([variable, value, term]));
      if (how === 'not') not.add(JSON.stringify([variable, value]));
    },
    result: () => ({
      mapped: Object.entries(mapped.result())
        .map(([key, rows]): MappedValue => {
          const [variable, value, as] = JSON.parse(key) as [CodedName, string, string];
          return { variable, value, rows, as };
        })
        .sort(byVariable),
      notUnderstood: Object.entries(not.result())
        .map(([key, rows]): CodedValue => {
          const [variable, value] = JSON.parse(key) as [CodedName, string];
          return { variable, value, rows };
        })
        .sort(byVariable),
    }),
    ...keepAll({ mapped, not }),
  };
};

type Found = Pick<NotComputed, 'code' | 'values'>;

const wrongWith = (
  variable: string,
  { row, faults }: SubjectRow,
  known: Known,
): NotComputedCode | undefined => {
  if (faults?.some((fault) => fault.variable === nameOf(variable)) === true) return 'cells-unreadable';
  if (isCoded(variable) && known.understand(variable, row).how === 'not') return 'values-not-understood';
  return undefined;
};

const isGiven = (variable: string, { row }: SubjectRow, known: Known): boolean => {
  if (!isCoded(variable)) return row[nameOf(variable)] !== undefined;
  // Unknown and not applicable are terms, and say no more than an empty cell.
  return !['', 'U', 'NA'].includes(known.term(variable, row));
};

/** Whether some figure reads the variable in a row. */
const readIn = (variable: string, figures: readonly FigureNeeds[]): ((row: SdtmRow) => boolean) => {
  const readers = figures.filter((figure) => variablesOf(figure).includes(variable));
  return (row) => readers.some(({ about }) => about?.(row) ?? true);
};

/** What hinders one figure. */
const tallyFigure = (needs: FigureNeeds, period: Period, known: Known) => {
  const rows = tallyCounts();
  const lacking = lackingIn(needs, known);
  const asked = variablesOf(needs);
  return {
    save: rows.save,
    absorb: rows.absorb,
    domains: new Set(asked.map(domainOf)),
    add: (domain: DatedDomain, from: SubjectRow) => {
      if (needs.of === 'inPeriod' && domain !== 'DM' && !isIn(period, (from as StudyRow).day)) return;
      if (needs.about?.(from.row) === false) return;
      for (const variable of asked) {
        if (domainOf(variable) !== domain || lacking.includes(variable)) continue;
        const wrong = wrongWith(variable, from, known);
        if (wrong !== undefined) rows.add(`${wrong}|${variable}`);
        else if (
          needs.inEveryRow === true &&
          needs.all?.includes(variable) === true &&
          !isGiven(variable, from, known)
        )
          rows.add(`values-missing|${variable}`);
      }
    },
    result: (): Found[] => [
      ...lacking.map((variable) => ({ code: 'variable-lacking' as const, values: { variable } })),
      ...Object.entries(rows.result()).map(([key, count]) => {
        const [code = '', variable = ''] = key.split('|');
        return { code: code as NotComputedCode, values: { variable, rows: count } };
      }),
    ],
  };
};

const doubtsOf = (needs: FigureNeeds, found: readonly Found[]): Doubt[] =>
  needs.doubt === undefined
    ? []
    : (found.filter(({ code }) => needs.doubt === 'any' || code === 'variable-lacking') as Doubt[]);

/** The same may hinder several figures: said once, of most rows. */
export const distinctDoubts = (doubts: readonly Doubt[]): Doubt[] => {
  const known = new Map<string, Doubt>();
  for (const doubt of doubts) {
    const { variable, domain, why } = doubt.values;
    const key = [doubt.code, variable, domain, why].join('|');
    const before = known.get(key);
    if (before === undefined || Number(doubt.values.rows ?? 0) > Number(before.values.rows ?? 0))
      known.set(key, doubt);
  }
  return [...known.values()];
};

/** Reads rows of a day before the period's end, and all of DM. */
export const foldRowQuality = (
  figures: readonly FigureNeeds[],
  period: Period,
  known: Known,
): Fold<RowQuality> => {
  const values = tallyValues(known);
  const cells = tallyCounts();
  const tallies = figures.map((needs) => ({ needs, tally: tallyFigure(needs, period, known) }));
  const variables = [...new Set(figures.flatMap(variablesOf))].filter(isCoded);

  const readerOf = (domain: DatedDomain) => {
    const coded = variables
      .filter((variable) => domainOf(variable) === domain)
      .map((variable) => ({ variable, isRead: readIn(variable, figures) }));
    const concerned = tallies.filter(({ tally }) => tally.domains.has(domain));
    return (from: SubjectRow) => {
      if (domain !== 'DM' && !isBefore(period.end, from)) return;
      for (const { variable, isRead } of coded) if (isRead(from.row)) values.add(variable, from);
      for (const { variable } of from.faults ?? []) cells.add(`${domain}.${variable}`);
      for (const { tally } of concerned) tally.add(domain, from);
    };
  };
  return {
    ...keepAll({
      ...{ values, cells },
      // There are several of some figures, and always the same.
      ...Object.fromEntries(tallies.map(({ tally }, index) => [String(index), tally])),
    }),
    on: Object.fromEntries(DATED_DOMAINS.map((domain) => [domain, readerOf(domain)])),
    result: () => {
      const found = tallies.map(({ needs, tally }) => ({ needs, found: tally.result() }));
      return {
        ...values.result(),
        unreadableCells: cells.result(),
        notComputed: found.flatMap(({ needs: { figure }, found: each }) =>
          each.map((finding) => ({ figure, ...finding })),
        ),
        doubts: distinctDoubts(found.flatMap(({ needs, found: each }) => doubtsOf(needs, each))),
      };
    },
  };
};
