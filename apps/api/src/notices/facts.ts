import type { Why } from '@rounds/contracts/why';
import { REPORT_TYPES, reportTypeId } from '@rounds/report-types/catalogue';
import { whyWords } from '@rounds/report-types/model/parts/why';
import type { Label } from '@rounds/report-types/model/words/message';
import type { Voice } from '@rounds/report-types/model/words/voice';
import type { NoticePage } from './notice.page.ts';

/** Null where there is no cause. */
export const whyOrNull = (why: Why, voice: Voice): string | null =>
  why.length === 0 ? null : whyWords(why, voice);

type Facts = NoticePage['facts'];

export const titleOf = (reportType: string, { say }: Voice): string =>
  say(REPORT_TYPES[reportTypeId.parse(reportType)].title);

/** A term and its value; nothing where there is none. */
export const fact = ({ say }: Voice, term: Label, value: string | null): Facts =>
  value === null ? [] : [[say(term), value]];
