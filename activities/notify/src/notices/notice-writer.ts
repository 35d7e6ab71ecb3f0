/** What the writer of a notice is given, and what it answers. */
import type { Finding } from '@rounds/contracts/gate';
import type { NoticeAbout } from '@rounds/contracts/notice';
import type { Voice } from '@rounds/report-types/model/words/voice';

export interface NoticeWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Where to go on. */
  readonly action?: { readonly label: string; readonly url: string };
}

export interface NoticeContext {
  /** Where people reach the API, without a trailing slash. */
  readonly publicUrl: string;
  /** Of the user that the notice is about, where it is about one. */
  readonly concerned?: string;
  /** Of `mails-undelivered`: addresses of those who may be without their report. */
  readonly undelivered?: readonly string[];
  /** The fresh link of `link-renewed`, the page of `invited-to-receive`. */
  readonly linkUrl?: string;
  /** Of `run-quarantined` and `hidden-from-blinded`: what this reader may know, and how much more there is. */
  readonly found?: { readonly findings: readonly Finding[]; readonly others: number };
}

const jobUrl = (publicUrl: string, runId: string): string =>
  `${publicUrl}/api/v1/jobs/${encodeURIComponent(runId)}`;

export type About<K extends NoticeAbout['kind']> = Extract<NoticeAbout, { kind: K }>;
export type Writer<K extends NoticeAbout['kind']> = (
  about: About<K>,
  context: NoticeContext,
  voice: Voice,
) => NoticeWords;

export const seeRun = (
  publicUrl: string,
  runId: string,
  { say }: Voice,
): NonNullable<NoticeWords['action']> => ({
  label: say('See the run'),
  url: jobUrl(publicUrl, runId),
});
