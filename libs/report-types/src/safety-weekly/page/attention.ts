/** What is wrong, in sentences: the most urgent first. */
import { lateItems } from '../../model/parts/changes.ts';
import { notComputedItems } from '../../model/parts/data-quality.ts';
import type { AttentionItem } from '../../model/report-model.ts';
import { dayWords, periodNouns } from '../../model/words/dates.ts';
import { count, number, sentence, shortList, were } from '../../model/words/numbers.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { Death, HysLawCandidate, SafetyEventRow, SafetyWeeklyDataset } from '../dataset.ts';
import { SERIOUS_TO_DATE } from '../figures/compared.ts';
import { severeName, severeWord } from './words.ts';

type Finder = (dataset: SafetyWeeklyDataset, voice: Voice) => AttentionItem[];

const at = (siteId: string): string => (siteId === '' ? 'site unknown' : `site ${siteId}`);

const deathName = ({ subject, siteId, day, terms }: Death): string =>
  `${subject}, ${at(siteId)}${day === null ? '' : `, ${dayWords(day)}`}${terms.length === 0 ? '' : ` (${terms.join(', ')})`}`;

const deaths: Finder = ({ listings, period }) => {
  const found = listings.deaths.filter((death) => death.isNew);
  if (found.length === 0) return [];
  const what = `${count(found.length, 'death')} ${were(found.length)} reported ${periodNouns(period).current}`;
  return [
    {
      lead: found.length === 1 ? 'Death' : 'Deaths',
      sentence: sentence(`${what}: ${shortList(found.map(deathName), 3)}.`),
      section: 'deaths',
      urgent: true,
    },
  ];
};

const lateDeaths: Finder = ({ listings }) => {
  const found = listings.deaths.filter(({ isLate }) => isLate === true);
  if (found.length === 0) return [];
  const what = `${count(found.length, 'death')} of earlier days ${were(found.length)} not known to the last report`;
  return [
    {
      lead: 'Told late',
      sentence: sentence(`${what}: ${shortList(found.map(deathName), 3)}.`),
      section: 'deaths',
      urgent: true,
    },
  ];
};

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

const eventName = ({ preferredTerm, subject, siteId }: SafetyEventRow): string =>
  `${preferredTerm === '' ? 'uncoded event' : preferredTerm} (${subject}, ${at(siteId)})`;

const events = (
  rows: readonly SafetyEventRow[],
  { one, many, what, urgent }: { one: string; many: string; what: string; urgent: boolean },
  { period }: SafetyWeeklyDataset,
): AttentionItem[] => {
  const found = rows.filter(({ isNew }) => isNew);
  if (found.length === 0) return [];
  const told = `${count(found.length, `${what} event`)} ${were(found.length)} recorded ${periodNouns(period).current}`;
  return [
    {
      lead: found.length === 1 ? one : many,
      sentence: sentence(`${told}: ${shortList(found.map(eventName), 3)}.`),
      section: 'events',
      urgent,
    },
  ];
};

const serious: Finder = (dataset) =>
  events(
    dataset.listings.serious,
    { one: 'Serious event', many: 'Serious events', what: 'serious adverse', urgent: true },
    dataset,
  );

const severe: Finder = (dataset) =>
  events(
    dataset.listings.severe,
    {
      one: `${severeName(dataset)} event`,
      many: `${severeName(dataset)} events`,
      what: `${severeWord(dataset)} or fatal`,
      urgent: dataset.listings.severe.some(({ isNew, fatal }) => isNew && fatal),
    },
    dataset,
  );

const candidateName = ({ subject, siteId, transaminase, bilirubin }: HysLawCandidate): string =>
  `${subject}, ${at(siteId)} (${transaminase.test} ${number(transaminase.ratio, 2)} and bilirubin ${number(bilirubin.ratio, 2)} × ULN)`;

const hysLaw: Finder = ({ listings, period }) => {
  const { candidates } = listings;
  if (candidates.length === 0) return [];
  const fresh = candidates.filter(({ isNew }) => isNew).length;
  const since = `${fresh === 0 ? 'none' : number(fresh)} new ${periodNouns(period).current}`;
  return [
    {
      lead: 'Hy’s law',
      sentence: sentence(
        `${count(candidates.length, 'candidate')} to date (${since}): ${shortList(candidates.map(candidateName), 3)}.`,
      ),
      section: 'liver',
      urgent: true,
    },
  ];
};

const liverSignals: Finder = ({ listings, period }) => {
  const found = listings.signals.filter(({ isNew }) => isNew);
  if (found.length === 0) return [];
  const names = found.map(
    ({ subject, siteId, test, ratio }) => `${subject}, ${at(siteId)}: ${test} ${number(ratio, 2)} × ULN`,
  );
  return [
    {
      lead: 'Liver signals',
      sentence: `First crossed a limit ${periodNouns(period).current}: ${shortList(names, 3)}.`,
      section: 'liver',
      urgent: true,
    },
  ];
};

const notMarkedSerious: Finder = ({ listings }) => {
  const found = listings.deaths.filter((death) => death.notMarkedSerious);
  if (found.length === 0) return [];
  const names = shortList(
    found.map(({ subject }) => subject),
    4,
  );
  return [
    {
      lead: 'Fatal, not serious',
      sentence: sentence(
        `${count(found.length, 'subject')} with a fatal event that is not marked serious (AESER): ${names}.`,
      ),
      section: 'deaths',
      urgent: false,
    },
  ];
};

const FINDERS: readonly Finder[] = [
  deaths,
  lateDeaths,
  serious,
  lateSerious,
  hysLaw,
  liverSignals,
  severe,
  notMarkedSerious,
  notComputedItems,
];

export const attentionItems = (dataset: SafetyWeeklyDataset, voice: Voice): AttentionItem[] =>
  FINDERS.flatMap((find) => find(dataset, voice));
