/** The one sentence that a reader takes from a section, computed from its figures. */
import { periodNouns } from '../../model/words/dates.ts';
import { against, count, number, sentence, were } from '../../model/words/numbers.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { severeWord } from './words.ts';

type Takeaway = (dataset: SafetyWeeklyDataset) => string;

const events: Takeaway = (dataset) => {
  const { inPeriod, toDate } = dataset.events;
  if (toDate.all.events === 0) return 'No adverse event was recorded to date.';
  const { current, previous } = periodNouns(dataset.period);
  const before = dataset.previous.events.inPeriod;
  return sentence(
    `${count(inPeriod.serious.events, 'serious event')} ${were(inPeriod.serious.events)} recorded ${current}, ` +
      `${against(inPeriod.serious.events, before.serious.events)} ${previous}, and ${number(inPeriod.severe.events)} ` +
      `${severeWord(dataset)}; to date ${number(toDate.serious.events)} serious in ${count(toDate.serious.subjects, 'subject')} ` +
      `and ${number(toDate.severe.events)} ${severeWord(dataset)} in ${count(toDate.severe.subjects, 'subject')}.`,
  );
};

const deaths: Takeaway = ({ deaths: { inPeriod, toDate }, period }) => {
  if (toDate === 0) return 'No death was recorded to date.';
  const { current } = periodNouns(period);
  return sentence(
    `${count(inPeriod, 'death')} ${were(inPeriod)} reported ${current}; ${number(toDate)} to date.`,
  );
};

const liver: Takeaway = ({ liver: { inPeriod, toDate }, period }) => {
  const { current } = periodNouns(period);
  const candidates = toDate.hysLawCandidates.length;
  const told =
    candidates === 0
      ? 'no subject is a Hy’s law candidate'
      : `${count(candidates, 'subject')} ${candidates === 1 ? 'is a Hy’s law candidate' : 'are Hy’s law candidates'} ` +
        `(${number(inPeriod.newCandidates)} new ${current})`;
  return sentence(
    `${told}; ${count(inPeriod.newSignals, 'criterion', 'criteria')} ${were(inPeriod.newSignals)} met for the first time ${current}.`,
  );
};

const terms: Takeaway = (dataset) => {
  const { bySoc, byPreferredTerm, notable } = dataset.events.toDate;
  const what = `serious, ${severeWord(dataset)} or fatal`;
  if (notable.events === 0) return `No ${what} event was recorded to date.`;
  return sentence(
    `${count(notable.events, `${what} event`)} to date in ${count(notable.subjects, 'subject')}, of ` +
      `${count(Object.keys(byPreferredTerm).length, 'preferred term')} in ` +
      `${count(Object.keys(bySoc).length, 'system organ class', 'system organ classes')}.`,
  );
};

const narratives: Takeaway = ({ parameters, documents: { texts }, period }) => {
  if (!parameters.narratives) return 'Narratives are left out of this report by choice.';
  const about = 'about the subjects whom this report lists';
  return sentence(
    `${count(texts.length, 'text')} ${were(texts.length)} received ${periodNouns(period).current} ${about}.`,
  );
};

export const TAKEAWAYS = { events, deaths, liver, terms, narratives } as const;
