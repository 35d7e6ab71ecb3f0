/** What is being subscribed to, as far as it is filled in. */
import type { components } from '@rounds/client/generated/api';
import type { Format } from '../../model/format.ts';
import type { Holidays } from '../../model/holidays.ts';
import type { Schedule } from '../../model/schedule.ts';

export type CreateSubscription = components['schemas']['CreateSubscription'];
export type ReportTypeId = NonNullable<CreateSubscription['reportType']>;

export interface Draft {
  readonly studyId: string;
  readonly reportType: ReportTypeId;
  readonly schedule: Schedule;
  readonly holidays: Holidays | null;
  readonly formats: readonly Format[];
  /** Besides whoever subscribes. */
  readonly others: readonly string[];
  readonly deliver: 'always' | 'changed';
}

interface Begin {
  readonly studyId: string;
  readonly reportType: ReportTypeId;
  readonly timeZone: string;
}

/** As most want it: it takes one press to subscribe. */
export const beginDraft = ({ studyId, reportType, timeZone }: Begin): Draft => ({
  studyId,
  reportType,
  schedule: { every: 'week', on: 'monday', at: '08:00', timeZone },
  holidays: null,
  formats: ['pdf'],
  others: [],
  deliver: 'always',
});

export const withOthers = (draft: Draft, added: readonly string[], me: string): Draft => ({
  ...draft,
  others: [...new Set([...draft.others, ...added])].filter((address) => address !== me.toLowerCase()),
});

/** @param evenIfEqual a second one like another of theirs is wanted */
export const bodyOf = (draft: Draft, me: string, evenIfEqual: boolean): CreateSubscription => ({
  studyId: draft.studyId,
  reportType: draft.reportType,
  schedule: draft.schedule,
  formats: [...draft.formats],
  deliver: draft.deliver,
  ...(draft.holidays !== null && { holidays: draft.holidays }),
  ...(draft.others.length > 0 && { recipients: [me, ...draft.others] }),
  ...(evenIfEqual && { evenIfEqual }),
});
