import type { LocalDate } from '@rounds/contracts/period';
import type { ImportActor } from './import-writer.ts';
import type { Consent } from './judge.ts';

export interface ImportOptions extends Consent {
  readonly folder: string;
  /**
   * Moves every date by whole weeks so that the study is under way today. The shift of the first time is kept, so
   * that importing again in a later week finds the same rows. Without it, dates are taken as they are.
   */
  readonly shiftToToday?: boolean;
  readonly today: LocalDate;
  /** Who imports it: an e-mail address, or a user of the operating system. Default: `unknown`. */
  readonly by?: string;
  /** For the audit trail. Default: `unknown`. */
  readonly actor?: ImportActor;
  /** Of transport files and CSV, by a label of the WHATWG's Encoding Standard; comes before the study's settings. */
  readonly encoding?: string;
  /** Reads and judges everything, and writes nothing. */
  readonly dryRun?: boolean;
  /** One line for a terminal, now and then. */
  readonly onProgress?: (line: string) => void;
}
