import { Inject, Injectable } from '@nestjs/common';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { RunDocument } from '@rounds/contracts/collections';
import type { Headline } from '@rounds/contracts/dataset';
import type { Language } from '@rounds/contracts/language';
import { maySee, scopeKey, type Scope } from '@rounds/contracts/scope';
import { showsArms } from '@rounds/contracts/shows-arms';
import { reportTypeOf } from '@rounds/report-types/catalogue';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { spokenHeadline } from '@rounds/report-types/spoken-headline';
import { forLog } from '../platform/for-log.ts';
import { LOGGER, OBJECT_STORE } from '../platform/tokens.ts';
import type { HeadlineAnswer } from './my-reports.dto.ts';

/** A list of many reads one for each; the longest there is takes a fraction of this. */
const MOST_BYTES = 256 * 1024;

type Told = Pick<RunDocument, '_id' | 'studyId' | 'reportType' | 'outputs' | 'datasets' | 'cut'>;

/** Of what passed the gate, the scope that the reader would be given; as downloads choose it. */
const scopeFor = ({ outputs }: Told, held: Scope): Scope | undefined => {
  const scopes = new Map(
    outputs.filter(({ scope }) => maySee(held, scope)).map(({ scope }) => [scopeKey(scope), scope]),
  );
  return scopes.get(scopeKey(held)) ?? (scopes.size === 1 ? [...scopes.values()][0] : undefined);
};

/** It names neither run nor scope: that it is the one of both, the hash in the key says that the run has entered. */
const keyOf = (bytes: Buffer): string => `headlines/${sha256Of(bytes)}.json`;

/** Whoever writes there is not trusted to have written this, as with the dataset itself. */
const isOf = ({ studyId, cut }: Told, scope: Scope, headline: Headline): boolean =>
  headline.studyId === studyId && headline.cut === cut?.sha256 && (scope.unblinded || !showsArms(headline));

/** What the mail of a report told, for a list of many: in the reader's language, of what they may see now. */
@Injectable()
export class Headlines {
  constructor(
    @Inject(OBJECT_STORE) private readonly objects: ObjectStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * @param held what the reader may see of the study now; null for nothing
   * @returns null where there is none for them (any more); a store that does not answer is no reason to hide the list
   */
  async tell(run: Told, held: Scope | null, language: Language): Promise<HeadlineAnswer | null> {
    const scope = held === null ? undefined : scopeFor(run, held);
    if (scope === undefined) return null;
    try {
      return await this.read(run, scope, language);
    } catch (error) {
      this.logger.warn({ runId: run._id, fault: forLog(error) }, 'A headline cannot be told.');
      return null;
    }
  }

  private async read(run: Told, scope: Scope, language: Language): Promise<HeadlineAnswer | null> {
    const made = run.datasets?.find((each) => scopeKey(each.scope) === scopeKey(scope));
    const headline = made === undefined ? null : await this.fetch(made.dataset.headlineKey);
    if (headline === null) return null;
    if (!isOf(run, scope, headline)) throw new Error('This is not the headline of the report.');
    const spoken = spokenHeadline(headline, reportTypeOf(run.reportType), voiceOf(language));
    return { attention: [...spoken.attention], changes: [...spoken.changes] };
  }

  private async fetch(key: string): Promise<Headline | null> {
    const size = await this.objects.size(key);
    if (size === null) return null;
    if (size > MOST_BYTES) throw new Error(`A headline of ${String(size)} bytes is none.`);
    const bytes = await this.objects.get(key);
    if (keyOf(bytes) !== key) throw new Error('The headline has other bytes than its key says.');
    return JSON.parse(bytes.toString()) as Headline;
  }
}
