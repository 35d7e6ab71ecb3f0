import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { startNotice } from '@rounds/adapters/temporal/commands/start-notice';
import type { Notice } from '@rounds/contracts/notice';
import { forLog } from './for-log.ts';
import { LOGGER, TEMPORAL } from './tokens.ts';

/** Starts the workflows that mail people about something; again for the same happening, nothing is sent. */
@Injectable()
export class NoticeSender {
  constructor(
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * @returns whether this call started it
   * @throws when Temporal does not answer
   */
  send(notice: Notice): Promise<boolean> {
    return startNotice(this.temporal.client, notice);
  }

  /** For what stands whether a notice of it can be sent now or not. */
  async trySend(notice: Notice): Promise<void> {
    await this.send(notice).catch((error: unknown) => {
      const { kind, studyId } = notice.about;
      this.logger.warn({ kind, studyId, fault: forLog(error) }, 'A notice could not be sent.');
    });
  }
}
