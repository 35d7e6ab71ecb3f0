/**
 * Everything that the product says to readers, in every language. A message that is not here, or lacks a language,
 * does not compile. Terms are those of the field: serious (schwerwiegend, grave, 重篤) is what regulations define,
 * severe (schwer, sévère, intenso, 高度) is how strong an event was; neither may stand for the other.
 */
import { FILES } from './texts/files.ts';
import { CHANGES } from './texts/changes.ts';
import { DOCUMENTS } from './texts/documents.ts';
import { DOUBTS } from './texts/doubts.ts';
import { FRAME } from './texts/frame.ts';
import { LACKING } from './texts/lacking.ts';
import { LEARNER_PROGRESS } from './texts/learner-progress.ts';
import { MAIL } from './texts/mail.ts';
import { NAMES } from './texts/names.ts';
import { NOTICES } from './texts/notices.ts';
import { PAGES } from './texts/pages.ts';
import { QUALITY } from './texts/quality.ts';
import { SAFETY_WEEKLY } from './texts/safety-weekly.ts';
import { SITE_PERFORMANCE } from './texts/site-performance.ts';
import { STUDY_WEEKLY } from './texts/study-weekly.ts';
import { TABLES } from './texts/tables.ts';

import { TOLD } from './texts/told.ts';

export const TEXTS = {
  ...CHANGES,
  ...DOCUMENTS,
  ...DOUBTS,
  ...FRAME,
  ...FILES,
  ...LACKING,
  ...TABLES,
  ...NAMES,
  ...MAIL,
  ...NOTICES,
  ...PAGES,
  ...QUALITY,
  ...SAFETY_WEEKLY,
  ...SITE_PERFORMANCE,
  ...LEARNER_PROGRESS,
  ...STUDY_WEEKLY,
  ...TOLD,
} as const;

export type Message = keyof typeof TEXTS;

/** A message without places: what a constant table of labels may hold. */
export type Label = { [M in Message]: M extends `${string}{${string}` ? never : M }[Message];
