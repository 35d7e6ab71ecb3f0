/** Why a figure is not there, or not of every row, in words: told by code. */
import type { CodeValues, DataQuality, NotComputedCode } from '@rounds/contracts/dataset';
import type { Voice } from '../words/voice.ts';

type Words = (values: CodeValues, voice: Voice) => string;

const n = (values: CodeValues, name: string): number => Number(values[name] ?? 0);
const word = (values: CodeValues, name: string): string => String(values[name] ?? '');

const variable = (values: CodeValues) => ({ n: n(values, 'rows'), variable: word(values, 'variable') });

const WORDS: Readonly<Record<NotComputedCode, Words>> = {
  'variable-lacking': (values, { say }) =>
    say('No row of the study fills {variable}.', { variable: word(values, 'variable') }),
  'parameter-lacking': (values, { say }) =>
    say('TS has no {parameter}.', { parameter: word(values, 'parameter') }),
  'values-not-understood': (values, { say }) =>
    say('{n## row|# rows} with a value of {variable} that is not understood: not counted.', variable(values)),
  'values-missing': (values, { say }) =>
    say('{n## row|# rows} without {variable}: not counted.', variable(values)),
  'cells-unreadable': (values, { say }) =>
    say('{n## row|# rows} whose {variable} could not be read at import: not counted.', variable(values)),
  'results-not-comparable': (values, { say }) =>
    say('{n## row|# rows} of {tests} to date without a numeric result or an upper limit: left out.', {
      n: n(values, 'rows'),
      tests: word(values, 'tests'),
    }),
  'results-without-number': (values, { say }) =>
    say('{n## row|# rows} of the period without a numeric result: left out.', { n: n(values, 'rows') }),
  'dispositions-of-no-part': (values, { say }) =>
    say('{n## disposition|# dispositions} without DSSCAT and EPOCH: they end no participation.', {
      n: n(values, 'rows'),
    }),
  'subjects-without-site': (values, { say }) =>
    say('{n## subject|# subjects} with rows but without a site in DM: in the totals, in no site.', {
      n: n(values, 'subjects'),
    }),
  'subjects-without-arm': (values, { say }) =>
    say('{n## subject|# subjects} randomised without an ARM in DM: under NOT GIVEN.', {
      n: n(values, 'subjects'),
    }),
  'subjects-of-several-arms': (values, { say }) =>
    say('{n## subject|# subjects} randomised whose rows of DM differ in ARM: under NOT GIVEN.', {
      n: n(values, 'subjects'),
    }),
  'deaths-undated': (values, { say }) =>
    say('{n## subject|# subjects} dead without a day of death that can be: counted to date, in no period.', {
      n: n(values, 'subjects'),
    }),
  'queries-lacking': (_values, { say }) =>
    say('No row of QUERIES was imported for these sites: nothing is known of them.'),
  'lag-of-import': (values, { say }) =>
    say(
      '{n## record|# records} of {all} arrived in the period, as by a first import: their lag tells of the import, not of the sites.',
      { n: n(values, 'records'), all: n(values, 'all') },
    ),
  'range-cut-short': (values, { say, day }) =>
    say('The range was to end on {to}; the run’s data end on {end}.', {
      to: day(word(values, 'to')),
      end: day(word(values, 'end')),
    }),
  'times-missing': (values, { say }) =>
    say('{n} of {all} courses have no time.', { n: n(values, 'courses'), all: n(values, 'all') }),
  'refused-of-no-site': (_values, { say }) =>
    say('Rows of the study were refused whose site is not certain: counted in reports of all sites only.'),
};

/** What stands in place of a table without rows: that there are none is known only where they could be counted. */
export const orNotComputed = (figure: number | null, empty: string, { say }: Voice): string =>
  figure === null ? say('Not computed: see Data quality.') : empty;

export const notComputedWords = (entry: DataQuality['notComputed'][number], voice: Voice): string =>
  'code' in entry ? WORDS[entry.code](entry.values, voice) : voice.told(entry.reason);
