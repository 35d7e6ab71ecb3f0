/** The one sentence that a reader takes from a section, computed from its figures. */
import { sentence, type Voice } from '../../model/words/voice.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { severeWord } from './words.ts';

type Takeaway = (dataset: SafetyWeeklyDataset, voice: Voice) => string;

const events: Takeaway = (dataset, voice) => {
  const { inPeriod, toDate } = dataset.events;
  if (toDate.all.events === 0) return voice.say('events-takeaway-none');
  const { current, previous } = voice.nouns(dataset.period);
  const before = dataset.previous.events.inPeriod;
  return sentence(
    voice.say('safety-weekly.events-takeaway', {
      n: inPeriod.serious.events,
      current,
      compared: voice.against(inPeriod.serious.events, before.serious.events, previous),
      severeNow: inPeriod.severe.events,
      severe: severeWord(dataset, voice),
      serious: toDate.serious.events,
      seriousSubjects: toDate.serious.subjects,
      severeAll: toDate.severe.events,
      severeSubjects: toDate.severe.subjects,
    }),
  );
};

const deaths: Takeaway = ({ deaths: { inPeriod: n, toDate }, period }, { say, nouns }) => {
  if (toDate === 0) return say('no-death');
  const { current } = nouns(period);
  return sentence(say('safety-weekly.deaths-takeaway', { n, current, toDate }));
};

const liver: Takeaway = ({ liver: { inPeriod, toDate }, period }, { say, nouns }) => {
  const values = { signals: inPeriod.newSignals, current: nouns(period).current };
  const n = toDate.hysLawCandidates?.length ?? null;
  return sentence(
    n === 0
      ? say('safety-weekly.liver-takeaway-none', values)
      : say('safety-weekly.liver-takeaway', { ...values, n, new: inPeriod.newCandidates }),
  );
};

const terms: Takeaway = (dataset, voice) => {
  const { bySoc, byPreferredTerm, notable } = dataset.events.toDate;
  const severe = severeWord(dataset, voice);
  if (notable.events === 0) return voice.say('safety-weekly.terms-takeaway-none', { severe });
  return sentence(
    voice.say('safety-weekly.terms-takeaway', {
      n: notable.events,
      severe,
      subjects: notable.subjects,
      terms: Object.keys(byPreferredTerm).length,
      classes: Object.keys(bySoc).length,
    }),
  );
};

const narratives: Takeaway = ({ parameters, documents: { texts }, period }, { say, nouns }) => {
  if (!parameters.narratives) return say('safety-weekly.narratives-left-out');
  return sentence(
    say('safety-weekly.narratives-takeaway', { n: texts.length, current: nouns(period).current }),
  );
};

export const TAKEAWAYS = { events, deaths, liver, terms, narratives } as const;
