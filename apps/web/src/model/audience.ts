/** What people would see of a study's reports, before anybody has subscribed them. */
import { queryOptions } from '@tanstack/react-query';
import type { components } from '@rounds/client/generated/api';
import { api } from '../api/client.ts';
import type { Voice } from '../words/voice.ts';
import { scopeWords } from './scope.ts';

const PATH = '/api/v1/studies/{studyId}/recipients/preview';

export type Seen = components['schemas']['RecipientsPreview']['items'][number];

export const audienceQuery = (studyId: string, recipients: readonly string[]) =>
  queryOptions({
    queryKey: [PATH, studyId, recipients] as const,
    queryFn: ({ signal }) =>
      api.post(PATH, { params: { path: { studyId } }, body: { recipients: [...recipients] }, signal }),
    enabled: studyId !== '' && recipients.length > 0,
  });

const NO_MEMBER = 'not-a-member';

/** `All sites; treatment arms are hidden.`, that it is theirs to know, or why they get nothing. */
export const seenWords = (voice: Voice, { eligible, why, scope }: Omit<Seen, 'recipient'>): string => {
  if (eligible) return scope === null ? voice.say('who.by-their-rights') : scopeWords(voice, scope);
  return why.some(({ code }) => code === NO_MEMBER) ? voice.say('who.no-member') : voice.why(why);
};
