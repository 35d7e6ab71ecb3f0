/** Which rows of training.csv and queries.csv a study holds: docs/studies.md, "Training and queries". */
import type { MadeRow, MadeSettings, MadeTable } from '../made/tables.ts';
import { dateOf, understoodNumber, type Day } from './values.ts';

/** What the rows may name. */
export interface Known {
  readonly sitesOf: (subject: string) => readonly string[];
  readonly sites: readonly string[];
}

/** By column of the CSV, as it is understood; times in whole seconds. */
export type Line = Readonly<Record<string, string>>;

const NUMBERS = ['score', 'timeSpentMinutes', 'timeSpentSeconds'];
const DAYS = ['enrolledAt', 'completedAt', 'dueAt', 'openedAt', 'answeredAt', 'closedAt'];

/** A filled cell; undefined where it cannot be read. */
const read = (name: string, cell: string, settings: MadeSettings): string | undefined => {
  if (NUMBERS.includes(name)) return understoodNumber(cell, settings.decimalSign) ?? undefined;
  if (!DAYS.includes(name)) return cell;
  // "whole ISO 8601 dates, perhaps with a time, which is dropped"
  const { year = null, day = null } = dateOf(cell) ?? {};
  const isWhole = year !== null && day !== null && !cell.includes('/');
  return isWhole ? cell.slice(0, 10) : undefined;
};

/** Null where a cell cannot be read. */
const lineOf = (row: MadeRow, settings: MadeSettings): Line | null => {
  const filled = Object.entries(row)
    .map(([name, cell]) => [name, String(cell ?? '').trim()] as const)
    .filter(([, cell]) => cell !== '' && settings.missing?.includes(cell) !== true)
    .map(([name, cell]) => [name, read(name, cell, settings)] as const);
  return filled.some(([, value]) => value === undefined) ? null : (Object.fromEntries(filled) as Line);
};

const STATES: Readonly<Record<string, string>> = {
  ENROLLED: 'ENROLLED',
  'NOT STARTED': 'ENROLLED',
  'IN PROGRESS': 'IN PROGRESS',
  COMPLETED: 'COMPLETED',
  PASSED: 'COMPLETED',
  FAILED: 'FAILED',
  WITHDRAWN: 'WITHDRAWN',
};

const isBefore = (a: Day | undefined, b: Day | undefined): boolean =>
  a !== undefined && b !== undefined && a < b;
const lacks = (line: Line, ...names: readonly string[]): boolean =>
  names.some((name) => line[name] === undefined);
const isNegative = (number: string | undefined): boolean => number !== undefined && Number(number) < 0;

const inSeconds = ({ timeSpentMinutes, timeSpentSeconds, ...line }: Line): Line => {
  const seconds = timeSpentMinutes === undefined ? timeSpentSeconds : String(Number(timeSpentMinutes) * 60);
  return { ...line, ...(seconds === undefined ? {} : { seconds: String(Math.round(Number(seconds))) }) };
};

/** Null: the row is refused. */
const training = (line: Line, { sites }: Known): Line | null => {
  const state = STATES[(line.status ?? '').toUpperCase().replace(/[ _-]+/g, ' ')];
  const { learnerId = '', site, score, enrolledAt, completedAt, dueAt } = line;
  const isOver = state === 'COMPLETED' || state === 'FAILED' || state === 'WITHDRAWN';
  const isRefused =
    lacks(line, 'learnerId', 'courseId', 'courseTitle', 'enrolledAt') ||
    state === undefined ||
    learnerId.includes('@') ||
    (site !== undefined && !sites.includes(site)) ||
    (score !== undefined && (Number(score) < 0 || Number(score) > 100)) ||
    isNegative(line.timeSpentMinutes) ||
    isNegative(line.timeSpentSeconds) ||
    !lacks(line, 'timeSpentMinutes', 'timeSpentSeconds') ||
    (state === 'COMPLETED' && completedAt === undefined) ||
    (!isOver && completedAt !== undefined) ||
    isBefore(completedAt, enrolledAt) ||
    isBefore(dueAt, enrolledAt);
  return isRefused ? null : inSeconds({ ...line, status: state });
};

/** Null: the row is refused. */
const queries = (line: Line, { sites, sitesOf }: Known): Line | null => {
  const { site = '', subject, openedAt, answeredAt, closedAt } = line;
  const isRefused =
    lacks(line, 'id', 'site', 'openedAt') ||
    !sites.includes(site) ||
    (subject !== undefined && !sitesOf(subject).includes(site)) ||
    isBefore(answeredAt, openedAt) ||
    isBefore(closedAt, openedAt) ||
    isBefore(closedAt, answeredAt);
  return isRefused ? null : line;
};

const RULES = {
  training: { of: training, key: ['learnerId', 'courseId'] },
  queries: { of: queries, key: ['id'] },
};
export type Name = keyof typeof RULES;

const keyOf = (row: MadeRow | Line, name: Name): string =>
  RULES[name].key.map((each) => String(row[each] ?? '')).join('|');

/** By key. */
export type Lines = Readonly<Record<string, Line>>;

/** "A second row of one key is refused, equal or not"; a refused row protects the one that is there. */
export const withLines = (
  before: Lines,
  { rows }: MadeTable,
  name: Name,
  known: Known,
  settings: MadeSettings,
): { readonly lines: Lines; readonly refused: number } => {
  const lines: Record<string, Line> = {};
  const named = rows.map((row) => keyOf(row, name));
  rows.forEach((row, index) => {
    const line = lineOf(row, settings);
    const understood = line === null ? null : RULES[name].of(line, known);
    const isSecond = named.indexOf(named[index] ?? '') < index;
    if (understood !== null && !isSecond) lines[keyOf(row, name)] = understood;
  });
  const staying = Object.entries(before).filter(([key]) => named.includes(key));
  return {
    lines: { ...Object.fromEntries(staying), ...lines },
    refused: rows.length - Object.keys(lines).length,
  };
};
