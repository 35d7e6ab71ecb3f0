/** Why a figure is missing, or does not count every row: words by code. */
import type { NotComputed, NotComputedCode } from '@rounds/contracts/dataset';
import type { CodeValues } from '@rounds/contracts/saying';
import type { Voice } from '../words/voice.ts';

type Words = (values: CodeValues, voice: Voice) => string;

const n = (values: CodeValues, name: string): number => Number(values[name] ?? 0);
const word = (values: CodeValues, name: string): string => String(values[name] ?? '');

const variable = (values: CodeValues) => ({ n: n(values, 'rows'), variable: word(values, 'variable') });

const WORDS: Readonly<Record<NotComputedCode, Words>> = {
  'variable-lacking': (values, { say }) =>
    say('not-computed.variable-lacking', { variable: word(values, 'variable') }),
  'parameter-lacking': (values, { say }) =>
    say('not-computed.parameter-lacking', { parameter: word(values, 'parameter') }),
  'values-not-understood': (values, { say }) => say('not-computed.values-not-understood', variable(values)),
  'values-missing': (values, { say }) => say('not-computed.values-missing', variable(values)),
  'cells-unreadable': (values, { say }) => say('not-computed.cells-unreadable', variable(values)),
  'results-not-comparable': (values, { say }) =>
    say('not-computed.results-not-comparable', {
      n: n(values, 'rows'),
      tests: word(values, 'tests'),
    }),
  'results-without-number': (values, { say }) =>
    say('not-computed.results-without-number', { n: n(values, 'rows') }),
  'dispositions-of-no-part': (values, { say }) =>
    say('not-computed.dispositions-of-no-part', {
      n: n(values, 'rows'),
    }),
  'subjects-without-site': (values, { say }) =>
    say('not-computed.subjects-without-site', {
      n: n(values, 'subjects'),
    }),
  'subjects-without-arm': (values, { say }) =>
    say('not-computed.subjects-without-arm', {
      n: n(values, 'subjects'),
    }),
  'subjects-of-several-arms': (values, { say }) =>
    say('not-computed.subjects-of-several-arms', {
      n: n(values, 'subjects'),
    }),
  'deaths-undated': (values, { say }) =>
    say('not-computed.deaths-undated', {
      n: n(values, 'subjects'),
    }),
  'queries-lacking': (_values, { say }) => say('not-computed.queries-lacking'),
  'lag-of-import': (values, { say }) =>
    say('not-computed.lag-of-import', { n: n(values, 'records'), all: n(values, 'all') }),
  'range-cut-short': (values, { say, day }) =>
    say('not-computed.range-cut-short', {
      to: day(word(values, 'to')),
      end: day(word(values, 'end')),
    }),
  'times-missing': (values, { say }) =>
    say('not-computed.times-missing', { n: n(values, 'courses'), all: n(values, 'all') }),
  'refused-of-no-site': (_values, { say }) => say('not-computed.refused-of-no-site'),
};

/** What stands in place of a table without rows: that there are none is known only where they could be counted. */
export const orNotComputed = (figure: number | null, empty: string, { say }: Voice): string =>
  figure === null ? say('not-computed-see-data-quality') : empty;

export const notComputedWords = ({ code, values }: NotComputed, voice: Voice): string =>
  WORDS[code](values, voice);
