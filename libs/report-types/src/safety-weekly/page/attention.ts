/** What is wrong, in sentences: the most urgent first. */
import { lateItems } from '../../model/parts/changes.ts';
import { notComputedItems } from '../../model/parts/data-quality.ts';
import { at, contradictionItems, deathItems, eventName, fatalItems } from '../../model/parts/grave-items.ts';
import type { AttentionItem } from '../../model/report-model.ts';
import { sentence, type Voice } from '../../model/words/voice.ts';
import type { HysLawCandidate, SafetyEventRow, SafetyWeeklyDataset } from '../dataset.ts';
import { SERIOUS_TO_DATE } from '../figures/compared.ts';
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

/** Of the fatal ones that are not marked serious, those to date are told by subject. */
const contradictions: Finder = ({ listings, period }, voice) =>
  contradictionItems(
    (listings.contradictions ?? []).filter(({ isNew, fatal }) => isNew && !fatal),
    'events',
    voice.nouns(period).current,
    voice,
  );

const lateSerious: Finder = (dataset, voice) =>
  lateItems(
    dataset,
    { path: SERIOUS_TO_DATE, section: 'events' },
    (values) =>
      voice.say(
        '{n## serious adverse event of days before this report’s period was|# serious adverse events of days before this report’s period were} not counted in the last report: {names}.',
        values,
      ),
    voice,
  );

/** Of the new ones: how many, when, which. */
const toldOf = (rows: readonly SafetyEventRow[], { period }: SafetyWeeklyDataset, voice: Voice) => {
  const found = rows.filter(({ isNew }) => isNew);
  return {
    n: found.length,
    current: voice.nouns(period).current,
    names: voice.shortList(found.map(eventName(voice)), 3),
  };
};

const serious: Finder = (dataset, voice) => {
  const told = toldOf(dataset.listings.serious, dataset, voice);
  if (told.n === 0) return [];
  return [
    {
      lead: told.n === 1 ? voice.say('Serious event') : voice.say('Serious events'),
      sentence: sentence(
        voice.say(
          '{n#no serious adverse event was|# serious adverse event was|# serious adverse events were} recorded {current}: {names}.',
          told,
        ),
      ),
      section: 'events',
      urgent: true,
    },
  ];
};

const severe: Finder = (dataset, voice) => {
  const told = toldOf(dataset.listings.severe, dataset, voice);
  if (told.n === 0) return [];
  const word = severeWord(dataset, voice);
  return [
    {
      lead: sentence(
        told.n === 1
          ? voice.say('{severe} event', { severe: word })
          : voice.say('{severe} events', { severe: word }),
      ),
      sentence: sentence(
        voice.say(
          '{n#no|#|#} {severe} or fatal {n#event was|event was|events were} recorded {current}: {names}.',
          { ...told, severe: word },
        ),
      ),
      section: 'events',
      urgent: dataset.listings.severe.some(({ isNew, fatal }) => isNew && fatal),
    },
  ];
};

const candidateName =
  (voice: Voice) =>
  ({ subject, siteId, transaminase, bilirubin }: HysLawCandidate): string =>
    voice.say('{subject}, {site} ({test} {transaminase} and bilirubin {bilirubin} × ULN)', {
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
      lead: voice.say('Hy’s law'),
      sentence: voice.say('{n## candidate|# candidates} to date ({new#none|#|#} new {current}): {names}.', {
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
    voice.say('{subject}, {site}: {test} {ratio} × ULN', {
      subject,
      site: at(siteId, voice),
      test,
      ratio: voice.number(ratio, 2),
    }),
  );
  return [
    {
      lead: voice.say('Liver signals'),
      sentence: voice.say('First crossed a limit {current}: {names}.', {
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
      lead: voice.say('Fatal, not serious'),
      sentence: voice.say(
        '{n## subject|# subjects} with a fatal event that is not marked serious (AESER): {names}.',
        { n: found.length, names },
      ),
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
