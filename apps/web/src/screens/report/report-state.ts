/** What can be said of a report, in the words of whoever reads it. */
import { FORMATS } from '../../model/format.ts';
import type { Message } from '../../words/message.ts';
import type { Voice } from '../../words/voice.ts';
import type { Job, ReportView } from './report.queries.ts';

export type Output = Job['outputs'][number];
export type Delivery = Job['deliveries'][number];

/** `later`: asked for, and begins at its moment. `lost`: made, and nothing of it is for this reader. */
export type State = 'later' | 'making' | 'made' | 'lost' | 'held-back' | 'failed' | 'cancelled' | 'not-sent';

/** @param now ms */
export const stateOf = ({ status, outputs, scheduledFor }: Job, now: number): State => {
  switch (status) {
    case 'queued':
      return scheduledFor !== null && Date.parse(scheduledFor) > now ? 'later' : 'making';
    case 'processing':
      return 'making';
    case 'completed':
    case 'partly-delivered':
      return outputs.length > 0 ? 'made' : 'lost';
    case 'quarantined':
      // Of others, with other rights, it may have passed.
      return outputs.length > 0 ? 'made' : 'held-back';
    case 'failed':
      return outputs.length > 0 ? 'made' : 'failed';
    case 'cancelled':
      return 'cancelled';
    case 'suppressed':
    case 'unchanged':
      return outputs.length > 0 ? 'made' : 'not-sent';
  }
};

const scopeOf = ({ scope }: Pick<Output, 'scope'>): string => JSON.stringify(scope);

/** Those that show the same as the page: the reader’s language first, and what is read before what is computed with. */
export const filesBeside = (outputs: readonly Output[], view: ReportView): Output[] => {
  const own = outputs.filter((output) => scopeOf(output) === scopeOf(view));
  const rank = ({ language, format }: Output) =>
    (language === view.report.language ? 0 : FORMATS.length) + FORMATS.indexOf(format);
  return own.sort((a, b) => rank(a) - rank(b));
};

/** Who may look at it is shown what is theirs; who asked for it, what others got too. */
export const otherFiles = (outputs: readonly Output[], view: ReportView): Output[] =>
  outputs.filter((output) => scopeOf(output) !== scopeOf(view));

/** Where a page gets the bytes themselves, of the very file that `download` leads to. */
export const contentPath = ({ download }: Pick<Output, 'download'>): string =>
  download.replace('/download?', '/content?');

/** `filename="…"` of Content-Disposition. */
export const fileNameIn = (disposition: string | null, other: string): string =>
  /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? other;

const DELIVERED: Readonly<Record<Delivery['status'], Message>> = {
  intended: 'read.mail.intended',
  accepted: 'read.mail.accepted',
  failed: 'read.mail.failed',
  suppressed: 'read.mail.suppressed',
  unknown: 'read.mail.unknown',
  delayed: 'read.mail.delayed',
  delivered: 'read.mail.delivered',
  bounced: 'read.mail.bounced',
  complained: 'read.mail.complained',
};

export const deliveryWords = ({ say }: Voice, { status }: Delivery): string =>
  (say as (message: Message) => string)(DELIVERED[status]);

/** Certainly not with the recipient: another mail can do no harm. */
export const canSendAgain = ({ status, channel }: Delivery): boolean =>
  channel === 'email' && (status === 'failed' || status === 'bounced');
