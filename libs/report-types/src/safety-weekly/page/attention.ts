/** What is wrong, in sentences: the most urgent first. */
import { lateItems } from '../../model/parts/changes.ts';
import { notComputedItems } from '../../model/parts/data-quality.ts';
import { at, contradictionItems, deathItems, eventName, fatalItems } from '../../model/parts/grave-items.ts';
import type { AttentionItem } from '../../model/report-model.ts';
import { sentence, type Voice } from '../../model/words/voice.ts';
import type { HysLawCandidate, SafetyEventRow, SafetyWeeklyDataset } from '../dataset.ts';
import { SERIOUS_TO_DATE } from '../figures/figures.ts';
import { severeWord } from './words.ts';

type Finder = (dataset: SafetyWeeklyDataset, voice: Voice) => AttentionItem[];

const deaths: Finder = ({ listings, period }, voice) =>
  deathItems(listings.deaths, 'deaths', voice.nouns(period).current, voice);

const fatalEvents: Finder = ({ listings: { serious: ofSerious, severe: others }, period }, voice) =>
  fatalItems(
    [...ofSerious, ...others].filter(({ isNew }) => isNew),
    'events',
    voice.nouns(period).current,
    voice,
  );

/** Of the fatal ones that are not marked serious, those to date are listed by subject. */
const contradictions: Finder = ({ listings, period }, voice) =>
  contradictionItems(
    listings.contradictions.filter(({ isNew, fatal }) => isNew && !fatal),
    'events',
    voice.nouns(period).current,
    voice,
  );

const lateSerious: Finder = (dataset, voice) =>
  lateItems(
    dataset,
    { path: SERIOUS_TO_DATE, section: 'events' },
    (values) => voice.say('serious-events-told-late', values),
    voice,
  );

/** Of the new ones: how many, when, which. */
const newOf = (rows: readonly SafetyEventRow[], { period }: SafetyWeeklyDataset, voice: Voice) => {
  const found = rows.filter(({ isNew }) => isNew);
  return {
    n: found.length,
    current: voice.nouns(period).current,
    names: voice.shortList(found.map(eventName(voice)), 3),
  };
};

const serious: Finder = (dataset, voice) => {
  const found = newOf(dataset.listings.serious, dataset, voice);
  if (found.n === 0) return [];
  return [
    {
      lead: found.n === 1 ? voice.say('serious-event') : voice.say('serious-events'),
      sentence: sentence(voice.say('serious-recorded-names', found)),
      section: 'events',
      urgent: true,
    },
  ];
};

const severe: Finder = (dataset, voice) => {
  const found = newOf(dataset.listings.severe, dataset, voice);
  if (found.n === 0) return [];
  const word = severeWord(dataset, voice);
  return [
    {
      lead: sentence(
        found.n === 1
          ? voice.say('safety-weekly.event-of-severity', { severe: word })
          : voice.say('safety-weekly.events-of-severity', { severe: word }),
      ),
      sentence: sentence(voice.say('safety-weekly.severe-recorded-names', { ...found, severe: word })),
      section: 'events',
      urgent: dataset.listings.severe.some(({ isNew, fatal }) => isNew && fatal),
    },
  ];
};

const candidateName =
  (voice: Voice) =>
  ({ subject, siteId, transaminase, bilirubin }: HysLawCandidate): string =>
    voice.say('safety-weekly.candidate-named', {
      subject,
      site: at(siteId, voice),
      test: transaminase.test,
      transaminase: voice.number(transaminase.ratio, 2),
      bilirubin: voice.number(bilirubin.ratio, 2),
    });

const hysLaw: Finder = ({ listings: { candidates }, period }, voice) => {
  if (candidates.length === 0) return [];
  return [
    {
      lead: voice.say('hys-law'),
      sentence: voice.say('safety-weekly.candidates-names', {
        n: candidates.length,
        new: candidates.filter(({ isNew }) => isNew).length,
        current: voice.nouns(period).current,
        names: voice.shortList(candidates.map(candidateName(voice)), 3),
      }),
      section: 'liver',
      urgent: true,
    },
  ];
};

const liverSignals: Finder = ({ listings, period }, voice) => {
  const found = listings.signals.filter(({ isNew }) => isNew);
  if (found.length === 0) return [];
  const names = found.map(({ subject, siteId, test, ratio }) =>
    voice.say('safety-weekly.signal-of-subject', {
      subject,
      site: at(siteId, voice),
      test,
      ratio: voice.number(ratio, 2),
    }),
  );
  return [
    {
      lead: voice.say('liver-signals'),
      sentence: voice.say('signals-names', {
        current: voice.nouns(period).current,
        names: voice.shortList(names, 3),
      }),
      section: 'liver',
      urgent: true,
    },
  ];
};

const notMarkedSerious: Finder = ({ listings }, voice) => {
  const found = listings.deaths.filter((death) => death.notMarkedSerious);
  if (found.length === 0) return [];
  const names = voice.shortList(
    found.map(({ subject }) => subject),
    4,
  );
  return [
    {
      lead: voice.say('fatal-not-serious'),
      sentence: voice.say('safety-weekly.fatal-not-serious-names', { n: found.length, names }),
      section: 'deaths',
      urgent: false,
    },
  ];
};

const FINDERS: readonly Finder[] = [
  deaths,
  fatalEvents,
  serious,
  contradictions,
  lateSerious,
  hysLaw,
  liverSignals,
  severe,
  notMarkedSerious,
  notComputedItems,
];

export const attentionItems = (dataset: SafetyWeeklyDataset, voice: Voice): AttentionItem[] =>
  FINDERS.flatMap((find) => find(dataset, voice));
