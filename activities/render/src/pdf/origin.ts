import type { ImageEntry, TextEntry } from '@rounds/contracts/dataset';
import type { Voice } from '@rounds/report-types/model/words/voice';

/** Whence and when a document came: `Site 701 · 01-701-1015 · received 2 September 2013`. */
export const origin = (
  { siteId, subject, receivedOn }: TextEntry | ImageEntry,
  { say, day }: Voice,
): string =>
  [
    siteId === null ? say('whole-study') : say('site-named', { site: siteId }),
    ...(subject === null ? [] : [subject]),
    say('received-on', { day: day(receivedOn) }),
  ].join(' · ');
