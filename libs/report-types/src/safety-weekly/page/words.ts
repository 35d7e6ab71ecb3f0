/** How the report names what counts as severe. */
import type { Label } from '../../model/words/message.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { SafetyWeeklyDataset } from '../dataset.ts';
import type { SEVERITIES } from '../safety-weekly.ts';

type Severity = (typeof SEVERITIES)[number];
type Parametrised = Pick<SafetyWeeklyDataset, 'parameters'>;

const NAMES: Readonly<Record<Severity, Label>> = {
  MILD: 'safety-weekly.mild-moderate-or-severe-head',
  MODERATE: 'safety-weekly.moderate-or-severe-head',
  SEVERE: 'safety-weekly.severe-head',
};

const WORDS: Readonly<Record<Severity, Label>> = {
  MILD: 'safety-weekly.mild-moderate-or-severe',
  MODERATE: 'safety-weekly.moderate-or-severe',
  SEVERE: 'safety-weekly.severe',
};

/** The head of a column: `Severe`, `Moderate or severe`. */
export const severeName = ({ parameters }: Parametrised, { say }: Voice): string =>
  say(NAMES[parameters.minimumSeverity]);

/** In the middle of a sentence, of events: German and Spanish inflect it. */
export const severeWord = ({ parameters }: Parametrised, { say }: Voice): string =>
  say(WORDS[parameters.minimumSeverity]);
