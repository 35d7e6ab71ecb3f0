/**
 * What a channel is to the stage: how it puts things, and how it sends them. Everything else is the same for all and
 * stays around it: who may receive, the ledger, retries, opting out, halts, links (docs/channels.md).
 */
import type { Sender } from '@rounds/adapters/channels/sender';
import type { Artefact, RunRequest } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import type { SpokenHeadline } from '@rounds/report-types/spoken-headline';
import type { Asked, Reader } from './words.ts';

/** All that a message with a report may be made of. Equal input gives equal bytes: ledger and provider compare them. */
export interface ReportToTell {
  readonly headline: SpokenHeadline;
  readonly reader: Reader;
  readonly scope: Scope;
  readonly recipientName: string | null;
  readonly artefacts: readonly Artefact[];
  readonly linkUrl: string;
  readonly linkExpiresAt: Date;
  /** Set when the report comes long after its moment. */
  readonly late?: RunRequest['late'];
  /** Its files say that they lack something. */
  readonly partial?: boolean;
  /** Absent where it is not known. */
  readonly asked?: Asked;
  /** Absent where there is no subscription to leave. */
  readonly unsubscribeUrl?: string;
}

/** All that a message may be made of which says that nothing changed. */
export type NoteToTell = Pick<
  ReportToTell,
  'headline' | 'reader' | 'scope' | 'recipientName' | 'late' | 'unsubscribeUrl'
>;

export interface Channel<Message = unknown> {
  /** @param address of a mail, else the URL that the subscription names */
  report(report: ReportToTell, address: string): Message;
  unchanged(note: NoteToTell, address: string): Message;
  readonly sender: Sender<Message>;
}
