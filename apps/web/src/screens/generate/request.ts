/** A report on demand, as far as it is filled in. */
import type { components } from '@rounds/client/generated/api';
import type { Format } from '../../model/format.ts';

type Generate = components['schemas']['GenerateReport'];
export type ReportTypeId = NonNullable<Generate['reportType']>;

export interface Request {
  readonly studyId: string;
  readonly reportType: ReportTypeId;
  /** Local day as which it is made; null: none is chosen yet. */
  readonly day: string | null;
  readonly formats: readonly Format[];
}

/** Somebody waits before the page: it goes before what nobody waits for. */
export const bodyOf = ({ studyId, reportType, day, formats }: Request, timeZone: string): Generate => ({
  ...{ studyId, reportType, formats: [...formats], priority: 'high' },
  parameters: { ...(day !== null && { asOf: day }), timeZone },
});
