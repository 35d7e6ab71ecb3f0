import type { ImageEntry, TextEntry } from '@rounds/contracts/dataset';
import { dayWords } from '@rounds/report-types/model/words/dates';

/** Whence and when a document came: `Site 701 · 01-701-1015 · received 2 September 2013`. */
export const origin = ({ siteId, subject, receivedOn }: TextEntry | ImageEntry): string =>
  [
    siteId === null ? 'Whole study' : `Site ${siteId}`,
    ...(subject === null ? [] : [subject]),
    `received ${dayWords(receivedOn)}`,
  ].join(' · ');
