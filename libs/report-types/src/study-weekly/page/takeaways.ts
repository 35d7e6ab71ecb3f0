/** The one sentence that a reader takes from a section, computed from its figures. */
import { percent } from '../../model/words/numbers.ts';
import { sentence, type Voice } from '../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';

type Takeaway = (dataset: StudyWeeklyDataset, voice: Voice) => string;

const enrolment: Takeaway = ({ enrolment: { toDate, inPeriod }, period }, voice) => {
  const { say } = voice;
  if (toDate.screened === 0) return say('No subject has been screened yet.');
  const known = {
    screened: inPeriod.screened,
    randomised: inPeriod.randomised,
    current: voice.nouns(period).current,
    toDate: toDate.randomised,
    ongoing: toDate.ongoing,
  };
  if (toDate.planned === null)
    return sentence(
      say(
        '{screened#no subject was|# subject was|# subjects were} screened and {randomised} randomised {current}; {toDate#no subject was|# subject was|# subjects were} randomised to date and {ongoing} are ongoing.',
        known,
      ),
    );
  const share = voice.percent(percent(toDate.randomised, toDate.planned));
  return sentence(
    say(
      '{screened#no subject was|# subject was|# subjects were} screened and {randomised} randomised {current}; {toDate} of the {planned} planned are randomised ({share}) and {ongoing} are ongoing.',
      { ...known, planned: toDate.planned, share },
    ),
  );
};

const visits: Takeaway = ({ visits: { inPeriod: n }, previous: { visits: before }, period }, voice) => {
  const { current, previous } = voice.nouns(period);
  if (n === 0)
    return sentence(
      voice.say('No visit took place {current}; {n} did {previous}.', {
        current,
        n: before.inPeriod,
        previous,
      }),
    );
  const compared = voice.against(n, before.inPeriod, previous);
  return sentence(
    voice.say('{n#no visit|# visit|# visits} took place {current}, {compared}.', { n, current, compared }),
  );
};

const adverseEvents: Takeaway = ({ adverseEvents: { inPeriod, toDate }, previous, period }, voice) => {
  const { say } = voice;
  const { current, previous: before } = voice.nouns(period);
  if (toDate.events === 0) return say('No adverse event was recorded to date.');
  if (inPeriod.events === 0)
    return sentence(
      say(
        'No adverse event was recorded {current}; {events## event|# events} in {subjects## subject|# subjects} to date.',
        { current, events: toDate.events, subjects: toDate.subjects },
      ),
    );
  return sentence(
    say(
      '{events#no adverse event|# adverse event|# adverse events} in {subjects#no subject|# subject|# subjects} {events#was|was|were} recorded {current}, {compared}; {serious#none was|# was|# were} serious. {allEvents## event|# events} in {allSubjects## subject|# subjects} to date.',
      {
        events: inPeriod.events,
        subjects: inPeriod.subjects,
        current,
        compared: voice.against(inPeriod.events, previous.adverseEvents.inPeriod.events, before),
        serious: inPeriod.serious,
        allEvents: toDate.events,
        allSubjects: toDate.subjects,
      },
    ),
  );
};

const laboratoryResults: Takeaway = (
  { laboratory: { inPeriod }, previous: { laboratory }, period },
  voice,
) => {
  const { say } = voice;
  const { current, previous } = voice.nouns(period);
  const { results, outOfRange: out } = inPeriod;
  if (results === 0) return sentence(say('No laboratory result was recorded {current}.', { current }));
  const earlier = laboratory.inPeriod;
  const told = { out, results, share: voice.percent(percent(out, results)), current };
  if (earlier.results === 0)
    return sentence(
      say('{out} of {results## result|# results} ({share}) {out#was|was|were} out of range {current}.', told),
    );
  const before = voice.percent(percent(earlier.outOfRange, earlier.results));
  return sentence(
    say(
      '{out} of {results## result|# results} ({share}) {out#was|was|were} out of range {current}, against {before} {previous}.',
      { ...told, before, previous },
    ),
  );
};

const laboratory: Takeaway = (dataset, voice) => {
  const candidates = dataset.laboratory.toDate.hysLawCandidates?.length ?? null;
  const signals = new Set(dataset.attention.newLabSignals.map(({ subject }) => subject)).size;
  const liver = voice.say(
    '{signals#no subject|# subject|# subjects} crossed a liver limit for the first time; {candidates#there is no Hy’s law candidate|# Hy’s law candidate to date|# Hy’s law candidates to date}.',
    { signals, candidates },
  );
  return `${laboratoryResults(dataset, voice)} ${sentence(liver)}`;
};

const vitalSigns: Takeaway = ({ vitalSigns: { inPeriod }, period }, { say, number, list, nouns }) => {
  const { current } = nouns(period);
  const { systolic, diastolic, pulse, results } = inPeriod;
  if (results === 0) return sentence(say('No vital sign was recorded {current}.', { current }));
  const of = (mean: number | null, words: (mean: string) => string) =>
    mean === null ? [] : [words(number(mean, 2))];
  const means = [
    ...of(systolic.mean, (mean) => say('systolic pressure {mean} mmHg', { mean })),
    ...of(diastolic.mean, (mean) => say('diastolic pressure {mean} mmHg', { mean })),
    ...of(pulse.mean, (mean) => say('pulse {mean} beats/min', { mean })),
  ];
  if (means.length === 0)
    return say('{n## vital sign|# vital signs} recorded {current}, none of blood pressure or pulse.', {
      n: results,
      current,
    });
  return say(
    'Means {current}: {means}. {high#No systolic reading|# systolic reading|# systolic readings} of {n} reached 160 mmHg.',
    { current, means: list(means), high: systolic.atLeast160, n: systolic.n },
  );
};

/** Of the sections that only this report has. */
export const TAKEAWAYS = {
  enrolment,
  visits,
  'adverse-events': adverseEvents,
  laboratory,
  'vital-signs': vitalSigns,
} as const;
