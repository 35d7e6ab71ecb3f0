/**
 * Mails about something that needs a person: to an owner, to the operators, or both. A notice travels through
 * Temporal as ids and codes; addresses and names are looked up when it is sent.
 */
import type { Format } from './formats.ts';
import type { Finding } from './gate.ts';
import type { LedgerRow } from './ledger.ts';
import type { RunFault } from './run.ts';
import type { Scope } from './scope.ts';
import type { LocalDate, Period } from './period.ts';
import type { Receipts } from './receipt.ts';
import type { Why } from './why.ts';

export interface OfSubscription {
  readonly subscriptionId: string;
  readonly studyId: string;
  readonly reportType: string;
}

/** What was found in the report of one scope. */
export interface HeldBack {
  readonly scope: Scope;
  /** The first of them. */
  readonly findings: readonly Finding[];
  readonly count: number;
}

/** What happened, by kind. `occasion` tells apart two happenings of one kind to the same thing. */
export type NoticeAbout =
  /** A scheduled run failed for good. `occasion`: when it ended, since a redriven run can fail again. */
  | (OfSubscription & {
      readonly kind: 'run-failed';
      readonly runId: string;
      readonly due: LocalDate;
      readonly fault?: Pick<RunFault, 'code' | 'why'>;
      readonly occasion: string;
    })
  /** The gate before sending held reports of a run back; each reads of those within what they may see. */
  | (Omit<OfSubscription, 'subscriptionId'> & {
      readonly kind: 'run-quarantined';
      readonly subscriptionId?: string;
      readonly runId: string;
      readonly due: LocalDate;
      readonly held: readonly HeldBack[];
      readonly occasion: string;
    })
  /** The last wall hid something from blinded readers, whatever became of the run: told by place and id, never what. */
  | (Omit<OfSubscription, 'subscriptionId'> & {
      readonly kind: 'hidden-from-blinded';
      readonly subscriptionId?: string;
      readonly runId: string;
      readonly due: LocalDate;
      readonly held: readonly HeldBack[];
      readonly occasion: string;
    })
  /** Not everybody to whom a report was mailed has it for certain. `userIds`: the first of those. */
  | (Omit<OfSubscription, 'subscriptionId'> & {
      readonly kind: 'mails-undelivered';
      readonly subscriptionId?: string;
      readonly runId: string;
      readonly due: LocalDate;
      readonly mails: { readonly all: number; readonly failed: number; readonly inDoubt: number };
      readonly userIds: readonly string[];
      readonly fault?: Pick<RunFault, 'code' | 'why'>;
      readonly occasion: string;
    })
  /** A file of a run was asked for that the object store has no longer. */
  | (Omit<OfSubscription, 'subscriptionId'> & {
      readonly kind: 'file-gone';
      readonly runId: string;
      readonly due: LocalDate;
      readonly format: Format;
      readonly occasion: string;
    })
  /** A callback was not answered for a day. `host` is the receiver's name, without path or query. */
  | {
      readonly kind: 'webhook-given-up';
      readonly webhookDeliveryId: string;
      readonly runId: string;
      readonly studyId: string;
      readonly host: string;
      readonly why: Why;
      readonly occasion: string;
    }
  /** No more mail goes to a recipient. `userId` is the recipient. */
  | {
      readonly kind: 'address-suppressed';
      readonly userId: string;
      readonly why: 'bounced' | 'complained';
      readonly suppressionId: string;
      readonly studyId?: string;
      readonly subscriptionId?: string;
      readonly occasion: string;
    }
  /** The owner lost the right; the subscription is paused at `pausesAt` (epoch ms) unless it is handed over. */
  | (OfSubscription & { readonly kind: 'owner-left'; readonly pausesAt: number; readonly occasion: string })
  | (OfSubscription & { readonly kind: 'subscription-paused-owner-left'; readonly occasion: string })
  /** Each of its recipients unsubscribed, or may or can receive nothing any more: it was paused. */
  | (OfSubscription & { readonly kind: 'subscription-paused-unread'; readonly occasion: string })
  /** `inviterId` asks who unsubscribed (`userId`) whether they want to receive it again. */
  | (OfSubscription & {
      readonly kind: 'invited-to-receive';
      readonly userId: string;
      readonly inviterId: string;
      readonly occasion: string;
    })
  /** One mail to each of the two, however many were handed over at once. `byId` did it; `fromId` had them. */
  | {
      readonly kind: 'subscriptions-handed-over';
      readonly byId: string;
      readonly fromId: string;
      readonly toId: string;
      /** The first of them. */
      readonly subscriptions: readonly OfSubscription[];
      readonly count: number;
      /** Where all are of one study. */
      readonly studyId?: string;
      readonly occasion: string;
    }
  | (OfSubscription & { readonly kind: 'study-closed'; readonly occasion: string })
  /** It ended by itself. */
  | (OfSubscription & {
      readonly kind: 'subscription-ended';
      readonly why: Why;
      readonly occasion: string;
    })
  /** The recipient of a mailed link asked for a fresh one. */
  | {
      readonly kind: 'link-renewed';
      /** Of the old link. */
      readonly linkId: string;
      readonly runId: string;
      readonly studyId: string;
      readonly reportType: string;
      readonly period: Period;
      readonly occasion: string;
    };
export type NoticeKind = NoticeAbout['kind'];

export interface Notice {
  readonly about: NoticeAbout;
  /** User ids: the owner, or whoever it concerns. One who gets no mail any more is left out. */
  readonly to: readonly string[];
  /** Also to every operator. They get it in any case when nobody of `to` can be reached. */
  readonly operators: boolean;
}

/** The ledger's row of one mail of a notice. `_id` is `<noticeId>|<recipientId>|email`. */
export interface NoticeDocument extends LedgerRow, Receipts {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly studyId?: string;
  readonly channel: 'email';
}

const subjectOf = (about: NoticeAbout): string => {
  switch (about.kind) {
    case 'run-failed':
    case 'run-quarantined':
    case 'hidden-from-blinded':
    case 'mails-undelivered':
    case 'file-gone':
      return about.runId;
    case 'webhook-given-up':
      return about.webhookDeliveryId;
    case 'address-suppressed':
      return about.suppressionId;
    case 'link-renewed':
      return about.linkId;
    case 'subscriptions-handed-over':
      return `${about.fromId}.${about.toId}`;
    case 'invited-to-receive':
      return `${about.subscriptionId}.${about.userId}`;
    case 'owner-left':
    case 'subscription-paused-unread':
    case 'subscription-paused-owner-left':
    case 'study-closed':
    case 'subscription-ended':
      return about.subscriptionId;
  }
};

/** Derived, so that a notice is mailed once however often it is started. */
export const noticeId = (about: NoticeAbout): string => `${about.kind}.${subjectOf(about)}.${about.occasion}`;
