/** The figures of the first page, each with the period before beside it. */
import { tileOf, type TileSource } from '../../model/parts/tiles.ts';
import type { Tile } from '../../model/report-model.ts';
import { count, number } from '../../model/words/numbers.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { SafetyWeek, SafetyWeeklyDataset } from '../dataset.ts';
import { severeName } from './words.ts';

const weekly = ({ trends }: SafetyWeeklyDataset, value: (week: SafetyWeek) => number): number[] =>
  trends.weeks.map(value);

const events = (dataset: SafetyWeeklyDataset): TileSource[] => {
  const { inPeriod, toDate } = dataset.events;
  const before = dataset.previous.events.inPeriod;
  return [
    {
      label: 'Serious events',
      section: 'events',
      now: inPeriod.serious.events,
      before: before.serious.events,
      context: `${number(toDate.serious.events)} to date in ${count(toDate.serious.subjects, 'subject')}`,
      urgent: inPeriod.serious.events > 0,
      trend: weekly(dataset, (week) => week.serious),
    },
    {
      label: `${severeName(dataset)} events`,
      section: 'events',
      now: inPeriod.severe.events,
      before: before.severe.events,
      context: `${number(toDate.severe.events)} to date in ${count(toDate.severe.subjects, 'subject')}`,
      trend: weekly(dataset, (week) => week.severe),
    },
    {
      label: 'All adverse events',
      section: 'events',
      now: inPeriod.all.events,
      before: before.all.events,
      context: `${number(toDate.all.events)} to date`,
      trend: weekly(dataset, (week) => week.events),
    },
    {
      label: 'Subjects with an event',
      section: 'events',
      now: inPeriod.all.subjects,
      before: before.all.subjects,
      context: `${number(toDate.all.subjects)} of ${number(dataset.subjects.randomised)} randomised`,
    },
  ];
};

const gravest = (dataset: SafetyWeeklyDataset): TileSource[] => {
  const { deaths, liver, previous } = dataset;
  return [
    {
      label: 'Deaths',
      section: 'deaths',
      now: deaths.inPeriod,
      before: previous.deaths.inPeriod,
      context: `${number(deaths.toDate)} to date`,
      urgent: deaths.inPeriod > 0,
      trend: weekly(dataset, (week) => week.deaths),
    },
    {
      label: 'Hy’s law candidates, new',
      section: 'liver',
      now: liver.inPeriod.newCandidates,
      before: previous.liver.inPeriod.newCandidates,
      context: `${number(liver.toDate.hysLawCandidates.length)} to date`,
      urgent: liver.inPeriod.newCandidates > 0,
    },
    {
      label: 'Liver signals, new',
      section: 'liver',
      now: liver.inPeriod.newSignals,
      before: previous.liver.inPeriod.newSignals,
      context: `${count(liver.toDate.altOrAst3xUln, 'subject')} ALT/AST, ${number(liver.toDate.bilirubin2xUln)} BILI to date`,
      urgent: liver.inPeriod.newSignals > 0,
      trend: weekly(dataset, (week) => week.liverResults),
    },
    {
      label: 'Narratives received',
      section: 'narratives',
      now: dataset.documents.texts.length,
      before: null,
      context: dataset.parameters.narratives ? 'about the subjects of this report' : 'left out by choice',
    },
  ];
};

export const tiles = (dataset: SafetyWeeklyDataset, voice: Voice): Tile[] =>
  [...events(dataset), ...gravest(dataset)].map((source) => tileOf(source, voice));
