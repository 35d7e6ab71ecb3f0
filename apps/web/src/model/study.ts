/** What state a study is in, and who may do what with it. */
import type { components } from '@rounds/client/generated/api';
import type { Voice } from '../words/voice.ts';

export type Study = components['schemas']['Study'];
export type Me = components['schemas']['Me'];

export type StudyState = 'open' | 'closing' | 'closed';

/** Its last day is one of the reports' own zone; by UTC it is said at most a day too early or late. */
export const stateOf = ({ closedAt }: Pick<Study, 'closedAt'>, now: Date): StudyState => {
  if (closedAt === null) return 'open';
  return closedAt >= now.toISOString().slice(0, 10) ? 'closing' : 'closed';
};

export const stateWords = ({ say, day }: Voice, study: Pick<Study, 'closedAt'>, now: Date): string => {
  const state = stateOf(study, now);
  return state === 'open' ? say('study.open') : say(`study.${state}`, { day: day(study.closedAt ?? '') });
};

const ORDER: readonly StudyState[] = ['open', 'closing', 'closed'];

/** Those that go on first. */
export const byState =
  (now: Date) =>
  (a: Study, b: Study): number =>
    ORDER.indexOf(stateOf(a, now)) - ORDER.indexOf(stateOf(b, now)) || a.id.localeCompare(b.id);
