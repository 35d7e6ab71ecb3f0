/** What the writer of a notice is given, and what it answers. */
import type { NoticePageKind } from '@rounds/adapters/links/link-tokens';
import type { Finding } from '@rounds/contracts/gate';
import type { NoticeAbout } from '@rounds/contracts/notice';
import { REPORT_TYPES, reportTypeId } from '@rounds/report-types/catalogue';
import type { Voice } from '@rounds/report-types/model/words/voice';

export interface NoticeWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Where to go on. */
  readonly action?: { readonly label: string; readonly url: string };
}

export interface NoticeContext {
  /** The address of the page on which this reader sees what the notice is about. */
  readonly page: (kind: NoticePageKind, id: string) => string;
  /** Of the user that the notice is about, where it is about one. */
  readonly concerned?: string;
  /** Of `mails-undelivered`: addresses of those who may be without their report. */
  readonly undelivered?: readonly string[];
  /** Of `subscriptions-handed-over`: their addresses. */
  readonly people?: Readonly<Record<'by' | 'from' | 'to', string>>;
  /** The fresh link of `link-renewed`, the page of `invited-to-receive`. */
  readonly linkUrl?: string;
  /** Of `run-quarantined` and `hidden-from-blinded`: what this reader may know, and how much more there is. */
  readonly found?: { readonly findings: readonly Finding[]; readonly others: number };
}

export type About<K extends NoticeAbout['kind']> = Extract<NoticeAbout, { kind: K }>;
export type Writer<K extends NoticeAbout['kind']> = (
  about: About<K>,
  context: NoticeContext,
  voice: Voice,
) => NoticeWords;

/** `“Weekly report”`: as its readers know it. */
export const titleOf = (reportType: string, { say }: Voice): string => {
  const { success, data } = reportTypeId.safeParse(reportType);
  return say('mail.quoted-title', { title: success ? say(REPORT_TYPES[data].title) : reportType });
};

type Action = NonNullable<NoticeWords['action']>;

export const seeRun = ({ page }: NoticeContext, runId: string, { say }: Voice): Action => ({
  label: say('mail.see-where-it-stands'),
  url: page('job', runId),
});
