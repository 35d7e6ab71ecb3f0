/** Every figure of the report that has a name, in the order of the first page. */
import type { Figure } from '../../figures/figure.ts';
import { SERIOUS_CRITERIA, isFatal, isSerious } from '../../folds/adverse-event.ts';
import { LIVER_VARIABLES, isLiverTest } from '../../folds/liver.ts';
import type { Voice } from '../../model/words/voice.ts';
import { sentence } from '../../model/words/voice.ts';
import { MILESTONES } from '../../quality/enrolment-needs.ts';
import type { Needs } from '../../quality/needs.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { severeName, severeWord } from '../page/words.ts';

export const SERIOUS_TO_DATE = 'events.toDate.serious.events';

type Kind = 'serious' | 'severe';

const inSubjects =
  (kind: Kind) =>
  (_at: unknown, { say }: Voice, { events }: SafetyWeeklyDataset): string => {
    const { events: n, subjects } = events.toDate[kind];
    return say('safety-weekly.n-to-date-in-subjects', { n, subjects });
  };

const LIVER: Needs = { all: LIVER_VARIABLES, reads: ['LB.LBSPEC'], about: isLiverTest, doubt: 'lacking' };

export const FIGURES = [
  {
    path: 'subjects.randomised',
    needs: { all: MILESTONES, inEveryRow: true },
    compared: { toDate: 'subjects-randomised-to-date' },
  },
  { path: 'events.*.serious', needs: { all: ['AE.AESER'], inEveryRow: true, doubt: 'any' } },
  {
    path: 'events.*.seriousByCriterion',
    needs: [
      { all: ['AE.AESER'], reads: SERIOUS_CRITERIA, doubt: 'any' },
      // That none is collected leaves nothing in doubt: AESER alone says what is serious.
      { oneOf: SERIOUS_CRITERIA },
    ],
  },
  // The panel tells severe events too: an event without a severity could be one.
  { path: 'events.*.severe', needs: { all: ['AE.AESEV'], inEveryRow: true, doubt: 'any' } },
  { path: 'events.*.fatal', needs: { all: ['AE.AEOUT'], reads: ['AE.AESDTH'], doubt: 'any' } },
  { path: 'events.*.possibleDeaths', needs: { reads: ['AE.AETOXGR', 'AE.AEDTHDTC'], doubt: 'any' } },
  { path: 'events.toDate.bySoc', needs: { all: ['AE.AESOC'] } },
  { path: 'events.toDate.byPreferredTerm', needs: { all: ['AE.AEDECOD'] } },
  {
    path: 'events.*.serious.events',
    rows: { domain: 'AE', counts: isSerious },
    compared: {
      toDate: { name: 'serious-adverse-events-to-date', rank: 3 },
      inPeriod: { name: 'serious-adverse-events', rank: 2 },
      grave: true,
    },
    mail: 'serious-adverse-events',
    tile: {
      label: 'serious-events',
      section: 'events',
      context: inSubjects('serious'),
      urgent: true,
      trend: 'serious',
    },
    define: { term: 'serious', meaning: 'safety-weekly.serious-meaning' },
  },
  {
    path: 'events.*.severe.events',
    compared: {
      toDate: { name: 'safety-weekly.events-of-chosen-severity-to-date', rank: 5 },
      inPeriod: 'safety-weekly.events-of-chosen-severity',
    },
    mail: 'safety-weekly.severe-adverse-events',
    tile: {
      label: (voice, own) =>
        sentence(voice.say('safety-weekly.events-of-severity', { severe: severeWord(own, voice) })),
      section: 'events',
      context: inSubjects('severe'),
      trend: 'severe',
    },
    define: {
      term: (voice, own) => severeName(own, voice),
      meaning: ({ say }, { parameters: { minimumSeverity: severity } }) =>
        severity === 'SEVERE'
          ? say('safety-weekly.severe-only-meaning', { severity })
          : say('safety-weekly.severe-meaning', { severity }),
    },
  },
  {
    path: 'events.*.fatal.events',
    rows: { domain: 'AE', counts: isFatal },
    compared: { toDate: { name: 'fatal-adverse-events-to-date', rank: 2 }, grave: true },
    define: { term: 'fatal', meaning: 'safety-weekly.fatal-meaning' },
  },
  {
    path: 'events.*.all.events',
    rows: { domain: 'AE', counts: () => true },
    compared: { toDate: { name: 'adverse-events-to-date', rank: 6 }, inPeriod: 'adverse-events' },
    mail: 'adverse-events',
    tile: { label: 'safety-weekly.all-adverse-events', section: 'events', trend: 'events' },
  },
  {
    path: 'events.*.all.subjects',
    tile: {
      label: 'subjects-with-an-event',
      section: 'events',
      context: (at, { say }) =>
        say('safety-weekly.n-of-randomised', {
          n: at('events.toDate.all.subjects'),
          randomised: at('subjects.randomised'),
        }),
    },
  },
  { path: 'deaths.toDate', needs: { reads: ['DM.DTHFL', 'DM.DTHDTC'], doubt: 'any' } },
  {
    path: 'deaths.*',
    compared: {
      toDate: { name: 'safety-weekly.deaths-to-date', rank: 1 },
      inPeriod: { name: 'deaths', rank: 1 },
      grave: true,
    },
    mail: 'deaths',
    tile: { label: 'deaths', section: 'deaths', urgent: true, trend: 'deaths' },
    define: { term: 'deaths', meaning: 'safety-weekly.deaths-meaning' },
  },
  {
    path: 'liver.inPeriod.newCandidates',
    tile: {
      label: 'safety-weekly.hys-law-candidates-new',
      section: 'liver',
      context: (at, { say }) => say('n-to-date', { n: at('liver.toDate.hysLawCandidates') }),
      urgent: true,
    },
  },
  {
    path: 'liver.inPeriod.results',
    line: 'safety-weekly.results-that-meet-a-criterion',
  },
  {
    path: 'liver.inPeriod.newSignals',
    needs: { ...LIVER, doubt: 'any' },
    line: 'safety-weekly.criteria-met-first',
    compared: { inPeriod: 'new-liver-signals' },
    mail: 'new-liver-signals',
    tile: {
      label: 'safety-weekly.liver-signals-new',
      section: 'liver',
      context: (at, { say }) =>
        say('safety-weekly.alt-ast-and-bilirubin-to-date', {
          n: at('liver.toDate.altOrAst3xUln'),
          bilirubin: at('liver.toDate.bilirubin2xUln'),
        }),
      urgent: true,
      trend: 'liverResults',
    },
    define: { term: 'safety-weekly.liver-criteria', meaning: 'safety-weekly.liver-criteria-meaning' },
  },
  {
    path: 'liver.toDate.altOrAst3xUln',
    needs: LIVER,
    line: 'ever-alt-ast-3x-uln',
    compared: { toDate: { name: 'subjects-alt-ast-3x-uln-to-date', rank: 7 } },
  },
  {
    path: 'liver.toDate.bilirubin2xUln',
    needs: LIVER,
    line: 'ever-bilirubin-2x-uln',
    compared: { toDate: { name: 'subjects-bilirubin-2x-uln-to-date', rank: 8 } },
  },
  {
    path: 'liver.toDate.hysLawCandidates',
    needs: LIVER,
    compared: { toDate: { name: 'hys-law-candidates-to-date', rank: 4 }, grave: true },
    mail: 'safety-weekly.candidates-to-date',
    define: { term: 'hys-law-candidates', meaning: 'safety-weekly.candidates-meaning' },
  },
  {
    path: 'documents.texts',
    tile: {
      label: 'safety-weekly.narratives-received',
      section: 'narratives',
      context: (_at, { say }, { parameters }) =>
        say(parameters.narratives ? 'safety-weekly.about-subjects' : 'safety-weekly.left-out-by-choice'),
    },
  },
] as const satisfies readonly Figure<SafetyWeeklyDataset>[];
