/** The figures of the first page, each with the period before beside it. */
import type { EventsAndSubjectsIfKnown } from '../../folds/tally.ts';
import { tileOf, type TileSource } from '../../model/parts/tiles.ts';
import type { Tile } from '../../model/report-model.ts';
import { sentence, type Voice } from '../../model/words/voice.ts';
import type { SafetyWeek, SafetyWeeklyDataset } from '../dataset.ts';
import { severeWord } from './words.ts';

const weekly = (
  { trends }: SafetyWeeklyDataset,
  value: (week: SafetyWeek) => number | null,
): (number | null)[] => trends.weeks.map(value);

const toDateIn = ({ events: n, subjects }: EventsAndSubjectsIfKnown, { say }: Voice): string =>
  say('safety-weekly.n-to-date-in-subjects', { n, subjects });

const events = (dataset: SafetyWeeklyDataset, voice: Voice): TileSource[] => {
  const { inPeriod, toDate } = dataset.events;
  const before = dataset.previous.events.inPeriod;
  return [
    {
      label: voice.say('serious-events'),
      section: 'events',
      now: inPeriod.serious.events,
      before: before.serious.events,
      context: toDateIn(toDate.serious, voice),
      urgent: (inPeriod.serious.events ?? 0) > 0,
      trend: weekly(dataset, (week) => week.serious),
    },
    {
      label: sentence(voice.say('safety-weekly.events-of-severity', { severe: severeWord(dataset, voice) })),
      section: 'events',
      now: inPeriod.severe.events,
      before: before.severe.events,
      context: toDateIn(toDate.severe, voice),
      trend: weekly(dataset, (week) => week.severe),
    },
    {
      label: voice.say('safety-weekly.all-adverse-events'),
      section: 'events',
      now: inPeriod.all.events,
      before: before.all.events,
      context: voice.say('n-to-date', { n: toDate.all.events }),
      trend: weekly(dataset, (week) => week.events),
    },
    {
      label: voice.say('subjects-with-an-event'),
      section: 'events',
      now: inPeriod.all.subjects,
      before: before.all.subjects,
      context: voice.say('safety-weekly.n-of-randomised', {
        n: toDate.all.subjects,
        randomised: dataset.subjects.randomised,
      }),
    },
  ];
};

const gravest = (dataset: SafetyWeeklyDataset, voice: Voice): TileSource[] => {
  const { deaths, liver, previous } = dataset;
  return [
    {
      label: voice.say('deaths'),
      section: 'deaths',
      now: deaths.inPeriod,
      before: previous.deaths.inPeriod,
      context: voice.say('n-to-date', { n: deaths.toDate }),
      urgent: deaths.inPeriod > 0,
      trend: weekly(dataset, (week) => week.deaths),
    },
    {
      label: voice.say('safety-weekly.hys-law-candidates-new'),
      section: 'liver',
      now: liver.inPeriod.newCandidates,
      before: previous.liver.inPeriod.newCandidates,
      context: voice.say('n-to-date', { n: liver.toDate.hysLawCandidates?.length ?? null }),
      urgent: (liver.inPeriod.newCandidates ?? 0) > 0,
    },
    {
      label: voice.say('safety-weekly.liver-signals-new'),
      section: 'liver',
      now: liver.inPeriod.newSignals,
      before: previous.liver.inPeriod.newSignals,
      context: voice.say('safety-weekly.alt-ast-and-bilirubin-to-date', {
        n: liver.toDate.altOrAst3xUln,
        bilirubin: liver.toDate.bilirubin2xUln,
      }),
      urgent: (liver.inPeriod.newSignals ?? 0) > 0,
      trend: weekly(dataset, (week) => week.liverResults),
    },
    {
      label: voice.say('safety-weekly.narratives-received'),
      section: 'narratives',
      now: dataset.documents.texts.length,
      before: null,
      context: dataset.parameters.narratives
        ? voice.say('safety-weekly.about-subjects')
        : voice.say('safety-weekly.left-out-by-choice'),
    },
  ];
};

export const tiles = (dataset: SafetyWeeklyDataset, voice: Voice): Tile[] =>
  [...events(dataset, voice), ...gravest(dataset, voice)].map((source) => tileOf(source, voice));
