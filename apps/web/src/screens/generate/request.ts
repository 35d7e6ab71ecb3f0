/** A report on demand, as far as it is filled in. */
import type { components } from '@rounds/client/generated/api';

type Generate = components['schemas']['GenerateReport'];
export type ReportTypeId = NonNullable<Generate['reportType']>;
export type Format = NonNullable<Generate['formats']>[number];

export const FORMATS: readonly Format[] = ['pdf', 'xlsx', 'csv', 'json'];

export interface Request {
  readonly studyId: string;
  readonly reportType: ReportTypeId;
  /** Local day as which it is made. */
  readonly day: string;
  readonly formats: readonly Format[];
}

/** Of the given moment, on the clock of the zone: `2026-12-07`. */
export const dayIn = (timeZone: string, at: Date): string => {
  const parts = new Intl.DateTimeFormat('en', {
    ...{ timeZone, calendar: 'iso8601', numberingSystem: 'latn' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}`;
};

/** Somebody waits before the page: it goes before what nobody waits for. */
export const bodyOf = ({ studyId, reportType, day, formats }: Request, timeZone: string): Generate => ({
  ...{ studyId, reportType, formats: [...formats], priority: 'high' },
  parameters: { asOf: day, timeZone },
});
