/** The one sentence that a reader takes from a section, computed from its figures. */
import { sentence, type Voice } from '../../model/words/voice.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { severeWord } from './words.ts';

type Takeaway = (dataset: SafetyWeeklyDataset, voice: Voice) => string;

const events: Takeaway = (dataset, voice) => {
  const { inPeriod, toDate } = dataset.events;
  if (toDate.all.events === 0) return voice.say('No adverse event was recorded to date.');
  const { current, previous } = voice.nouns(dataset.period);
  const before = dataset.previous.events.inPeriod;
  return sentence(
    voice.say(
      '{n#no serious event was|# serious event was|# serious events were} recorded {current}, {compared}, and {severeNow} {severe}; to date {serious} serious in {seriousSubjects## subject|# subjects} and {severeAll} {severe} in {severeSubjects## subject|# subjects}.',
      {
        n: inPeriod.serious.events,
        current,
        compared: voice.against(inPeriod.serious.events, before.serious.events, previous),
        severeNow: inPeriod.severe.events,
        severe: severeWord(dataset, voice),
        serious: toDate.serious.events,
        seriousSubjects: toDate.serious.subjects,
        severeAll: toDate.severe.events,
        severeSubjects: toDate.severe.subjects,
      },
    ),
  );
};

const deaths: Takeaway = ({ deaths: { inPeriod: n, toDate }, period }, { say, nouns }) => {
  if (toDate === 0) return say('No death was recorded to date.');
  const { current } = nouns(period);
  return sentence(
    say('{n#no death was|# death was|# deaths were} reported {current}; {toDate} to date.', {
      n,
      current,
      toDate,
    }),
  );
};

const liver: Takeaway = ({ liver: { inPeriod, toDate }, period }, { say, nouns }) => {
  const told = { signals: inPeriod.newSignals, current: nouns(period).current };
  const n = toDate.hysLawCandidates?.length ?? null;
  return sentence(
    n === 0
      ? say(
          'no subject is a Hy’s law candidate; {signals#no criterion was|# criterion was|# criteria were} met for the first time {current}.',
          told,
        )
      : say(
          '{n## subject is a Hy’s law candidate|# subjects are Hy’s law candidates} ({new} new {current}); {signals#no criterion was|# criterion was|# criteria were} met for the first time {current}.',
          { ...told, n, new: inPeriod.newCandidates },
        ),
  );
};

const terms: Takeaway = (dataset, voice) => {
  const { bySoc, byPreferredTerm, notable } = dataset.events.toDate;
  const severe = severeWord(dataset, voice);
  if (notable.events === 0)
    return voice.say('No serious, {severe} or fatal event was recorded to date.', { severe });
  return sentence(
    voice.say(
      '{n} serious, {severe} or fatal {n#events|event|events} to date in {subjects## subject|# subjects}, of {terms## preferred term|# preferred terms} in {classes## system organ class|# system organ classes}.',
      {
        n: notable.events,
        severe,
        subjects: notable.subjects,
        terms: Object.keys(byPreferredTerm).length,
        classes: Object.keys(bySoc).length,
      },
    ),
  );
};

const narratives: Takeaway = ({ parameters, documents: { texts }, period }, { say, nouns }) => {
  if (!parameters.narratives) return say('Narratives are left out of this report by choice.');
  return sentence(
    say(
      '{n#no text was|# text was|# texts were} received {current} about the subjects whom this report lists.',
      {
        n: texts.length,
        current: nouns(period).current,
      },
    ),
  );
};

export const TAKEAWAYS = { events, deaths, liver, terms, narratives } as const;
